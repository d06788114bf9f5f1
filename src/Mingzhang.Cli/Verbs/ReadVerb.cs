using System.CommandLine;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Terminal;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Json;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz read</c>: document to disclosure (读取).</summary>
internal static class ReadVerb
{
    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var files = CommonOptions.Files(session, "FILE");
        var json = CommonOptions.Json(session);
        var jobs = CommonOptions.Jobs(session);
        var command = new Command("read", session.Say("把公开文件读成数据", "read published documents into data")) { files, json, jobs };
        command.SetAction(call =>
        {
            session.Prepare(data => data.Editions);
            return new Batch<Disclosure>(session, InputList.Of(call.GetRequiredValue(files)), call.GetValue(jobs), d => d)
                .Run(call.GetValue(json), DisclosureJson.Write, d => Show(session, d), _ => false);
        });
        return command;
    }

    private static void Show(Session session, Disclosure disclosure)
    {
        var output = session.Output;
        output.WriteLine(disclosure.Facts.File);
        output.WriteLine(DocumentTitle.Of(session, disclosure.Facts));
        var table = new TextTable(
            session.Say("表", "Table"),
            new(session.Say("单位", "Unit"), IsText: true),
            new(session.Say("行", "Rows")),
            new(session.Say("数", "Figures")),
            new(session.Say("存疑", "Unsure")),
            new(session.Say("看不清", "Unreadable")),
            new(session.Say("页/行", "Page/line")));
        foreach (var statement in disclosure.Statements)
        {
            var cells = statement.Rows.SelectMany(r => r.Cells).ToList();
            table.Add(
                string.Join(' ', new[] { statement.Number, statement.Title }.Where(t => !string.IsNullOrEmpty(t))),
                statement.Unit ?? "",
                $"{statement.Rows.Count}",
                $"{cells.Count(c => c.Figure is not null)}",
                Count(cells.Count(c => !c.Sure)),
                Count(cells.Count(c => c.Text is null)),
                PlaceText.Short(session, statement.At));
        }

        if (disclosure.Statements.Count > 0)
            table.Write(output);
        else
            output.WriteLine(session.Say("没有读出任何表", "no table was found"));
        output.WriteLine(session.Say(
            $"表 {disclosure.Statements.Count} 张，文字 {disclosure.Narrative.Count} 段，绩效表 {disclosure.Performance.Count} 张",
            $"{disclosure.Statements.Count} tables, {disclosure.Narrative.Count} paragraphs, {disclosure.Performance.Count} performance forms"));
        ReportText.NotRead(session, disclosure.NotRead);
        output.WriteLine();
    }

    private static string Count(int count) => count == 0 ? "" : $"{count}";
}
