using Mingzhang.Core.Auditing;

namespace Mingzhang.Cli.Terminal;

/// <summary>Shows an audit report (审核报告) on a terminal: findings by table, then by section, then what was looked at.</summary>
internal static class ReportText
{
    /// <summary>Writes a report.</summary>
    public static void Write(Session session, AuditReport report, bool showsHints)
    {
        var output = session.Output;
        output.WriteLine(report.Facts.File);
        output.WriteLine(DocumentTitle.Of(session, report.Facts));
        var shown = report.Findings.Where(f => showsHints || f.Severity != Severity.Hint);
        // Groups keep the order of the document; tables come before the text.
        foreach (var place in shown.GroupBy(f => new { f.Statement, f.Section }).OrderBy(g => g.Key.Statement is null))
        {
            output.WriteLine();
            TextWrap.Write(output, "", place.Key.Statement is { } table ? $"《{table}》" : place.Key.Section ?? session.Say("全文", "whole document"));
            foreach (var finding in place)
                Write(session, finding);
        }

        output.WriteLine();
        Summary(session, report, showsHints);
        output.WriteLine();
    }

    /// <summary>Writes a report in one line.</summary>
    public static void WriteLine(Session session, AuditReport report)
    {
        int Count(Severity severity) => report.Findings.Count(f => f.Severity == severity);
        session.Output.WriteLine(session.Say(
            $"{report.Facts.File}：错误 {Count(Severity.Error)}，疑点 {Count(Severity.Warning)}{(report.NotRead.Count > 0 ? "，有未读取的部分" : "")}",
            $"{report.Facts.File}: {Count(Severity.Error)} errors, {Count(Severity.Warning)} warnings{(report.NotRead.Count > 0 ? ", not read in full" : "")}"));
    }

    private static void Write(Session session, Finding finding)
    {
        var where = new[]
        {
            PlaceText.Short(session, finding.At),
            finding.Row is null ? "" : session.Say($"行“{finding.Row}”", $"row “{finding.Row}”"),
            finding.Column is null ? "" : session.Say($"栏“{finding.Column}”", $"column “{finding.Column}”"),
        };
        TextWrap.Write(session.Output, $"  [{Word(session, finding.Severity)}] {finding.Rule}  ", string.Join(' ', where.Where(w => w.Length > 0)));
        Part(session, "", finding.Message);
        Part(session, session.Say("原文：", "printed: "), finding.Quote);
        Part(session, session.Say("算式：", "sum: "), finding.Arithmetic);
        Part(session, session.Say("应为：", "should be: "), finding.Expected);
        Part(session, session.Say("依据：", "basis: "), finding.Basis);
    }

    private static void Part(Session session, string label, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
            TextWrap.Write(session.Output, "      " + label, text);
    }

    private static void Summary(Session session, AuditReport report, bool showsHints)
    {
        var output = session.Output;
        int Count(Severity severity) => report.Findings.Count(f => f.Severity == severity);
        var (errors, warnings, hints) = (Count(Severity.Error), Count(Severity.Warning), Count(Severity.Hint));
        var rest = showsHints || hints == 0 ? "" : session.Say("（用 --hints 列出）", " (listed by --hints)");
        output.WriteLine(session.Say(
            $"合计：错误 {errors} 处，疑点 {warnings} 处，提示 {hints} 处{rest}",
            $"Total: {errors} errors, {warnings} warnings, {hints} hints{rest}"));
        output.WriteLine(report.Figures == 0
            ? session.Say("没有读出任何数，无从核对", "no figure was read, nothing could be checked")
            : session.Say(
                $"核对范围：{report.Figures} 个数中 {report.Guarded} 个有勾稽关系，{report.Unguarded.Count} 个没有",
                $"Coverage: {report.Guarded} of {report.Figures} figures have a relation, {report.Unguarded.Count} have none"));
        if (report.Text is { Numbers: > 0 } text)
        {
            output.WriteLine(session.Say(
                $"文字：{text.Numbers} 个数中 {text.Guarded} 个与表或与别处核对，{text.Unguarded.Count} 个没有",
                $"Text: {text.Guarded} of {text.Numbers} numbers are compared, {text.Unguarded.Count} are not"));
        }

        if (showsHints)
            Alone(session, report);
        if (report.NotReadable.Count > 0)
            output.WriteLine(session.Say($"有 {report.NotReadable.Count} 条关系因数看不清而没有核对", $"{report.NotReadable.Count} relations were not checked, as a figure is unreadable"));
        NotRead(session, report.NotRead);
        foreach (var (rule, why) in report.FailedRules)
            TextWrap.Write(output, session.Say($"规则 {rule} 没有运行成（明账的缺陷）：", $"rule {rule} failed to run (our defect): "), why);
    }

    // What nothing is compared with, and why.
    private static void Alone(Session session, AuditReport report)
    {
        foreach (var name in report.Unguarded)
            TextWrap.Write(session.Output, session.Say("  没有核对：", "  not compared: "), $"《{name.Statement}》“{name.Row}”行“{name.Column}”栏（{name.Why}）");
        foreach (var number in report.Text?.Unguarded ?? [])
            TextWrap.Write(session.Output, session.Say("  没有核对：", "  not compared: "), $"……{number.Quote}（{number.Why}）");
    }

    /// <summary>Writes what of a document could not be read.</summary>
    public static void NotRead(Session session, IReadOnlyList<string> parts)
    {
        foreach (var part in parts)
            TextWrap.Write(session.Output, session.Say("未读取：", "not read: "), part);
    }

    private static string Word(Session session, Severity severity) => severity switch
    {
        Severity.Error => session.Say("错误", "error"),
        Severity.Warning => session.Say("疑点", "warning"),
        _ => session.Say("提示", "hint"),
    };
}
