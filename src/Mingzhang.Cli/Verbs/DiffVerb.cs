using System.CommandLine;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Outputs;
using Mingzhang.Cli.Terminal;
using Mingzhang.Core.Comparing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Json;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz diff</c>: two disclosures, cell by cell (比对).</summary>
internal static class DiffVerb
{
    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var first = new Argument<string>("A") { Description = session.Say("文件、公开数据 JSON 或台账文件夹", "a document, disclosure JSON or a ledger folder") };
        var second = new Argument<string>("B") { Description = session.Say("与它相比的另一份", "the other one") };
        var kind = CommonOptions.Kind(session);
        var json = CommonOptions.Json(session);
        var command = new Command("diff", session.Say("逐格比对两份公开文件的表", "compare the tables of two disclosures cell by cell")) { first, second, kind, json };
        command.SetAction(call => Run(
            session, call.GetRequiredValue(first), call.GetRequiredValue(second), CommonOptions.KindOf(call.GetValue(kind)), call.GetValue(json)));
        return command;
    }

    private static int Run(Session session, string first, string second, DisclosureKind? kind, string? json)
    {
        var a = DisclosureInput.ReadOne(session, first, kind);
        var b = DisclosureInput.ReadOne(session, second, kind);
        if (!a.IsRead || !b.IsRead)
            return session.Refuse(string.Join(Environment.NewLine, new[] { a.Error, b.Error }.OfType<string>().Distinct(StringComparer.Ordinal)));
        var comparison = DisclosureComparer.Compare(a.Value, b.Value, session.Editions);
        if (json is null)
            Show(session, comparison);
        else if (!JsonOutput.Write(session, json, writer => ComparisonJson.Write(writer, a.Value.Facts, b.Value.Facts, comparison)))
            return ExitStatus.Unusable;
        else
            JsonOutput.Tell(session, json);
        return comparison.Differences.Count > 0 ? ExitStatus.Found : ExitStatus.Fine;
    }

    private static void Show(Session session, DisclosureComparison comparison)
    {
        var output = session.Output;
        foreach (var table in comparison.Differences.GroupBy(d => (d.Statement, d.IsWholeTable, d.Kind == DifferenceKind.OnlySecond && d.IsWholeTable)))
        {
            output.WriteLine($"《{table.Key.Statement}》");
            if (table.Key.IsWholeTable)
            {
                var side = table.Key.Item3 ? "B" : "A";
                output.WriteLine(session.Say($"  只有 {side} 有这张表（{table.Count()} 格）", $"  only {side} has this table ({table.Count()} cells)"));
                continue;
            }

            var rows = new TextTable(session.Say("行", "Row"), new(session.Say("栏", "Column"), IsText: true), new("A"), new("B"));
            foreach (var d in table)
                rows.Add(RowText(d), d.Column.Text, CellText(session, d, DifferenceKind.OnlySecond, d.First), CellText(session, d, DifferenceKind.OnlyFirst, d.Second));
            rows.Write(output);
            output.WriteLine();
        }

        int Count(DifferenceKind kind) => comparison.Differences.Count(d => d.Kind == kind);
        output.WriteLine(session.Say(
            $"相同 {comparison.Same} 格，不同 {Count(DifferenceKind.Different)} 格，只在 A {Count(DifferenceKind.OnlyFirst)} 格，只在 B {Count(DifferenceKind.OnlySecond)} 格",
            $"{comparison.Same} cells agree, {Count(DifferenceKind.Different)} differ, {Count(DifferenceKind.OnlyFirst)} only in A, {Count(DifferenceKind.OnlySecond)} only in B"));
    }

    private static string RowText(CellDifference d) =>
        d.Row.Length > 0 && d.Row.All(char.IsAsciiLetterOrDigit) ? $"{d.Row} {d.Name}" : d.Row.Length > 0 ? d.Row : d.Name;

    private static string CellText(Session session, CellDifference d, DifferenceKind absent, string? text) =>
        d.Kind == absent ? session.Say("（无）", "(none)") : text ?? session.Say("（看不清）", "(unreadable)");
}
