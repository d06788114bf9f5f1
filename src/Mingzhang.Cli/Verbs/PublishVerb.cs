using System.CommandLine;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Outputs;
using Mingzhang.Cli.Terminal;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Publishing;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz publish</c>: disclosure to files (公开).</summary>
internal static class PublishVerb
{
    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var known = Publishers.All.Select(p => p.Format).ToList();
        var input = new Argument<string>("LEDGER-DIR-or-JSON") { Description = session.Say("台账文件夹、公开数据 JSON，或任何能读的公开文件", "ledger folder, disclosure JSON, or any document that can be read") };
        var kind = CommonOptions.Kind(session);
        var format = new Option<string>("--format")
        {
            Description = session.Say("要哪些格式，用逗号分开", "formats, separated by commas"),
            HelpName = string.Join(',', known),
            Required = true,
        };
        var folder = new Option<string>("--out") { Description = session.Say("写到哪个文件夹，没有就新建", "folder to write to, made when missing"), HelpName = "DIR", Required = true };
        var command = new Command("publish", session.Say("公开为网页、PDF、开放数据等文件", "publish as web page, PDF, open data")) { input, kind, format, folder };
        command.SetAction((call, cancellation) => Task.FromResult(Run(
            session, call.GetRequiredValue(input), CommonOptions.KindOf(call.GetValue(kind)), call.GetRequiredValue(format), call.GetRequiredValue(folder), cancellation)));
        return command;
    }

    private static int Run(Session session, string input, DisclosureKind? kind, string formats, string folder, CancellationToken cancellation)
    {
        var publishers = new List<IPublisher>();
        foreach (var format in formats.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
        {
            if (Publishers.Find(format) is not { } publisher)
            {
                var known = string.Join('、', Publishers.All.Select(p => p.Format));
                return session.Refuse($"没有“{format}”这种格式，可以是 {known}", $"there is no format “{format}”, it may be {known}");
            }

            publishers.Add(publisher);
        }

        if (publishers.Count == 0)
            return session.Refuse("请用 --format 说明要哪些格式", "say by --format which formats are wanted");
        var read = LedgerInput.Is(input) ? LedgerInput.Compile(session, input, kind) : DisclosureInput.Read(session, input);
        if (!read.IsRead)
            return session.Refuse(read.Error);

        var files = new List<PublishedFile>();
        var context = new PublishContext(session.Editions, FindsPages: true);
        foreach (var (disclosure, publisher) in read.Value.SelectMany(d => publishers.Select(p => (d, p))))
        {
            var made = publisher.Publish(disclosure, context, cancellation);
            if (!made.IsRead)
                return session.Refuse(made.Error);
            files.AddRange(made.Value);
        }

        if (FileOutput.Write(session, folder, files) is not { } written)
            return ExitStatus.Unusable;
        foreach (var path in written)
            session.Output.WriteLine(session.Say($"已写入 {path}", $"written to {path}"));
        foreach (var disclosure in read.Value)
            DraftText.Write(session, disclosure);
        return ExitStatus.Fine;
    }
}
