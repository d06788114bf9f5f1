using System.CommandLine;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Outputs;
using Mingzhang.Core.Supervision.Plans;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Supervision;
using Mingzhang.Documents.Publishing;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz draw</c>: draws institutions and inspectors, or repeats a draw to verify it (双随机抽取).</summary>
internal static class DrawVerb
{
    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var folder = new Argument<string>("DIR") { Description = session.Say("有“名单”“检查人员”两张表（CSV 或 Excel）的文件夹；有“结果”的核对结果", "folder with the sheets 名单 and 检查人员 (CSV or Excel); with 结果 it is verified") };
        var seed = new Option<string>("--seed") { Description = session.Say("事先公布的种子", "the seed, published before"), HelpName = "TEXT", Required = true };
        var count = new Option<int>("--count") { Description = session.Say("抽多少家", "how many institutions"), HelpName = "N", Required = true };
        var each = new Option<int>("--each") { Description = session.Say("每家几名检查人员", "inspectors for each"), HelpName = "N", DefaultValueFactory = _ => 2 };
        var output = new Option<string>("--out") { Description = session.Say("结果写到哪个文件夹", "folder for the result"), HelpName = "DIR" };
        var command = new Command("draw", session.Say("双随机抽取：按公布的种子抽机构和检查人员，或核对一次抽取", "draw institutions and inspectors by a published seed, or verify a draw")) { folder, seed, count, each, output };
        command.SetAction(call => Run(session, call.GetRequiredValue(folder), call.GetRequiredValue(seed), call.GetValue(count), call.GetValue(each), call.GetValue(output)));
        return command;
    }

    private static int Run(Session session, string folder, string seed, int count, int each, string? output)
    {
        var sheets = SheetInput.Read(folder);
        if (!sheets.IsRead)
            return session.Refuse(sheets.Error);
        var mistakes = new List<IntakeMistake>();
        var request = DrawSheets.Read(sheets.Value, seed, count, each, mistakes);
        var claimed = DrawSheets.ReadResult(sheets.Value, mistakes);
        foreach (var mistake in mistakes)
            session.Error.WriteLine($"{mistake.Sheet}{(mistake.Row is { } row ? session.Say($" 第 {row} 行", $" row {row}") : "")} {mistake.Column}：{mistake.Message}");
        if (mistakes.Count > 0)
            return ExitStatus.Unusable;
        if (request is null)
            return session.Refuse("文件夹里应有名为“名单”的表，栏有机构编码、机构名称、排除原因", "the folder should hold the sheet 名单 with 机构编码, 机构名称, 排除原因");
        var (drawn, refusal) = RandomDraw.Run(request);
        if (refusal is not null)
            return session.Refuse(refusal);
        foreach (var each1 in drawn)
            session.Output.WriteLine($"{each1.Rank}\t{each1.Code}\t{each1.Name}\t{string.Join('、', each1.Inspectors)}\t{each1.Ticket}");
        if (output is not null)
        {
            if (FileOutput.Write(session, output, [new PublishedFile(DrawSheets.Result + ".csv", DrawSheets.Drawn(drawn))]) is not { } written)
                return ExitStatus.Unusable;
            foreach (var path in written)
                session.Error.WriteLine(session.Say($"已写入 {path}", $"written to {path}"));
        }

        return claimed is null ? ExitStatus.Fine : Verify(session, drawn, claimed);
    }

    private static int Verify(Session session, IReadOnlyList<DrawnInstitution> drawn, IReadOnlyList<(string Code, string Inspectors)> claimed)
    {
        var own = drawn.Select(d => (d.Code, Inspectors: string.Join('、', d.Inspectors))).ToList();
        if (own.SequenceEqual(claimed))
        {
            session.Output.WriteLine(session.Say("核对一致：重抽的结果与“结果”相同", "verified: the draw gives the same result"));
            return ExitStatus.Fine;
        }

        var at = own.Zip(claimed).TakeWhile(p => p.First == p.Second).Count();
        session.Output.WriteLine(session.Say(
            $"核对不符：第 {at + 1} 家重抽是 {own.ElementAtOrDefault(at).Code ?? "（没有）"}，“结果”里是 {claimed.ElementAtOrDefault(at).Code ?? "（没有）"}",
            $"not verified: number {at + 1} is {own.ElementAtOrDefault(at).Code ?? "(none)"}, the result says {claimed.ElementAtOrDefault(at).Code ?? "(none)"}"));
        return ExitStatus.Found;
    }
}
