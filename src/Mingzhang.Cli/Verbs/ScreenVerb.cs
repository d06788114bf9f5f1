using System.CommandLine;
using System.Globalization;
using Mingzhang.Cli.Outputs;
using Mingzhang.Cli.Terminal;
using Mingzhang.Core.Screening;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Screening;
using Mingzhang.Documents.Publishing;
using Mingzhang.Documents.Workbooks;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz screen</c>: settlement details of a folder against the rules of data/screening (智能审核).</summary>
internal static class ScreenVerb
{
    private const int MostShown = 20;

    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var folder = new Argument<string?>("DIR") { Description = session.Say("有结算费用明细（CSV 或 Excel）的文件夹", "folder with details of settlements (CSV or Excel)"), Arity = ArgumentArity.ZeroOrOne };
        var rule = new Option<string?>("--rule") { Description = session.Say("只用这些规则，编号用逗号分隔", "only these rules, ids divided by commas"), HelpName = "编号" };
        var check = new Option<bool>("--check") { Description = session.Say("只检查规则：每条规则旁边的例是否都对", "only check the rules by the cases beside them") };
        var output = new Option<string?>("--out") { Description = session.Say("命中、命中明细两张表写到哪个文件夹", "folder for the sheets of hits and their records"), HelpName = "DIR" };
        var command = new Command("screen", session.Say("用规则审核结算费用明细，列出可疑的记录供复核", "screen details of settlements by rules; doubtful records are listed for review")) { folder, rule, check, output };
        command.SetAction(call => Run(session, call.GetValue(folder), call.GetValue(rule), call.GetValue(check), call.GetValue(output)));
        return command;
    }

    private static int Run(Session session, string? folder, string? ids, bool checksOnly, string? output)
    {
        var book = session.Data.Screening;
        var wanted = ids?.Split([',', '，', '、'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (wanted?.FirstOrDefault(w => book.Rules.All(r => r.Head.Id != w)) is { } unknown)
            return session.Refuse($"没有规则“{unknown}”；规则在 data/screening，用 ./mz screen --check 列出", $"there is no rule “{unknown}”; see data/screening or ./mz screen --check");
        var rules = wanted is null ? book.Rules : [.. book.Rules.Where(r => wanted.Contains(r.Head.Id))];
        if (checksOnly)
            return Check(session, book, rules);
        if (folder is null || !Directory.Exists(folder))
            return session.Refuse($"{folder ?? "没有写文件夹"}：找不到这个文件夹；用法: ./mz screen 文件夹", $"{folder ?? "no folder given"}: there is no such folder; use: ./mz screen DIR");

        using var run = new ScreeningRun(rules, session.Data.ClaimExports);
        if (Take(session, run, folder) is { } problem)
            return session.Refuse(problem);
        foreach (var mistake in run.Mistakes.Take(MostShown))
            session.Error.WriteLine(mistake.File + (mistake.Row is { } row ? $" 第 {row} 行" : "") + (mistake.Column is { } column ? $"“{column}”" : "") + (mistake.Value is { Length: > 0 } value ? $"（{value}）" : "") + "：" + mistake.Message);
        if (run.Mistakes.Count > MostShown)
            session.Error.WriteLine(session.Say($"……还有 {run.Mistakes.Count - MostShown} 处写错的地方", $"… and {run.Mistakes.Count - MostShown} more mistakes"));
        if (run.Lines == 0)
            return session.Refuse("没有读到费用明细：文件夹里应有带表头的 CSV 或 Excel，栏名见 data/workbench/费用明细导入.yaml", "no details were read: the folder should hold CSV or Excel with headers, see data/workbench/费用明细导入.yaml");
        return Report(session, run, output);
    }

    private static int Check(Session session, ScreeningBook book, IReadOnlyList<ScreeningRule> rules)
    {
        foreach (var rule in rules)
            session.Output.WriteLine($"{rule.Head.Id} {rule.Head.Kind} {rule.Head.Name}{(rule.Head.LimitSource is null ? session.Say("（限值是示例）", " (limit is an example)") : "")}");
        var failures = book.Failures();
        foreach (var failure in failures)
            session.Error.WriteLine(failure);
        session.Output.WriteLine(session.Say($"{rules.Count} 条规则，{book.Entries.Sum(e => e.Cases.Count)} 个例，{failures.Count} 个不对", $"{rules.Count} rules, {book.Entries.Sum(e => e.Cases.Count)} cases, {failures.Count} wrong"));
        return failures.Count > 0 ? ExitStatus.Found : ExitStatus.Fine;
    }

    // A file at a time, so that a folder of months needs the memory of one.
    private static string? Take(Session session, ScreeningRun run, string folder)
    {
        foreach (var path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            var content = File.ReadAllBytes(path);
            if (WorkbookSheets.Is(content))
            {
                var read = WorkbookSheets.Read(name, content);
                if (!read.IsRead)
                    return read.Error;
                foreach (var sheet in read.Value)
                    run.Take(name, sheet.Name, sheet.Rows, []);
            }
            else if (Path.GetExtension(name).Equals(".csv", StringComparison.OrdinalIgnoreCase))
            {
                var malformed = new HashSet<int>();
                var (rows, problem) = CsvSheets.Stream(name, content, malformed);
                if (rows is null)
                    return problem;
                run.Take(name, Path.GetFileNameWithoutExtension(name), rows, malformed);
            }
            else
            {
                session.Error.WriteLine(session.Say($"{name}：不是 CSV 或 Excel，没有读", $"{name}: neither CSV nor Excel, not read"));
            }
        }

        return null;
    }

    private static int Report(Session session, ScreeningRun run, string? output)
    {
        var counts = new Dictionary<string, (RuleHead Rule, int Hits, decimal Amount)>(StringComparer.Ordinal);
        var shown = new List<ScreeningHit>();
        using var sheets = new HitSheets();
        foreach (var hit in run.Hits())
        {
            var (_, hits, amount) = counts.GetValueOrDefault(hit.Rule.Id, (hit.Rule, 0, 0m));
            counts[hit.Rule.Id] = (hit.Rule, hits + 1, amount + hit.Amount);
            if (shown.Count < MostShown)
                shown.Add(hit);
            if (output is not null)
                sheets.Add(hit);
        }

        var table = new TextTable(session.Say("规则", "rule"), [new(session.Say("命中", "hits")), new(session.Say("涉及(元)", "amount"))]);
        foreach (var (_, (rule, hits, amount)) in counts.OrderBy(c => c.Key, StringComparer.Ordinal))
            table.Add($"{rule.Id} {rule.Name}", hits.ToString(CultureInfo.InvariantCulture), amount.ToString("#,##0.00", CultureInfo.InvariantCulture));
        if (counts.Count > 0)
            table.Write(session.Output);
        var total = counts.Values.Sum(c => c.Hits);
        session.Output.WriteLine(session.Say($"{run.Lines} 行明细，命中 {total} 处{(run.Repeated > 0 ? $"；{run.Repeated} 行是重复导出，只算一次" : "")}", $"{run.Lines} lines, {total} hits{(run.Repeated > 0 ? $"; {run.Repeated} lines were exported twice and taken once" : "")}"));
        foreach (var hit in shown)
            session.Output.WriteLine($"{hit.Rule.Id} {hit.Claims[0].File} 第 {string.Join('、', hit.Claims.Take(5).Select(c => c.Row))} 行：{hit.Why}");
        if (total > shown.Count)
            session.Output.WriteLine(session.Say($"……还有 {total - shown.Count} 处，用 --out 写成表", $"… and {total - shown.Count} more; write them with --out"));
        if (total > 0)
            session.Output.WriteLine(session.Say("命中只是疑点，要人复核；不能据此直接处罚。限值是示例的规则，先换成本地的标准。", "Hits are doubts for review, no ground for a penalty by themselves. Replace example limits by your own."));
        if (counts.Count > 0 && output is not null)
        {
            var (hits, records) = sheets.Finish();
            PublishedFile[] files = [new("命中.csv", hits), new("命中明细.csv", records)];
            if (FileOutput.Write(session, output, files) is not { } written)
                return ExitStatus.Unusable;
            foreach (var path in written)
                session.Error.WriteLine(session.Say($"已写入 {path}", $"written to {path}"));
        }

        return run.Mistakes.Count + total > 0 ? ExitStatus.Found : ExitStatus.Fine;
    }
}
