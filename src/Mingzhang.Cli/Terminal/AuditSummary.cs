using Mingzhang.Core.Auditing;

namespace Mingzhang.Cli.Terminal;

/// <summary>What the audit of many documents found, by rule and by agency (汇总).</summary>
internal sealed class AuditSummary(Session session)
{
    private readonly Dictionary<string, Counts> _rules = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Counts> _agencies = new(StringComparer.Ordinal);
    private int _documents;

    /// <summary>Takes a report.</summary>
    public void Add(AuditReport report) => Add(
        report.Facts.Agency,
        [.. report.Findings.Where(f => f.Severity != Severity.Hint).Select(f => (f.Rule, f.Severity == Severity.Error))]);

    /// <summary>Takes the errors and warnings of a document.</summary>
    /// <param name="agency">Its agency; null when it is unknown.</param>
    /// <param name="findings">Rule of each, and whether it is an error.</param>
    public void Add(string? agency, IReadOnlyList<(string Rule, bool IsError)> findings)
    {
        _documents++;
        var own = Of(_agencies, agency ?? session.Say("单位名称不明", "unknown agency"));
        own.Documents++;
        foreach (var (rule, isError) in findings)
        {
            own.Add(isError);
            Of(_rules, rule).Add(isError);
        }

        foreach (var rule in findings.Select(f => f.Rule).Distinct(StringComparer.Ordinal))
            _rules[rule].Documents++;
    }

    /// <summary>Writes the summary when there are several documents.</summary>
    public void Write(int unreadable)
    {
        if (_documents < 2)
            return;
        Table(session.Say("规则", "Rule"), _rules);
        Table(session.Say("单位", "Agency"), _agencies);
        var (errors, warnings) = (_agencies.Values.Sum(c => c.Errors), _agencies.Values.Sum(c => c.Warnings));
        session.Output.WriteLine(session.Say(
            $"共审核 {_documents} 份文件：错误 {errors} 处，疑点 {warnings} 处；读不了的文件 {unreadable} 份",
            $"{_documents} documents audited: {errors} errors, {warnings} warnings; {unreadable} files could not be read"));
    }

    private void Table(string label, Dictionary<string, Counts> counts)
    {
        if (counts.Count == 0)
            return;
        var table = new TextTable(label, new TextColumn(session.Say("文件", "Files")), new TextColumn(session.Say("错误", "Errors")), new TextColumn(session.Say("疑点", "Warnings")));
        foreach (var (name, count) in counts.OrderByDescending(c => c.Value.Errors).ThenByDescending(c => c.Value.Warnings).ThenBy(c => c.Key, StringComparer.Ordinal))
            table.Add(name, $"{count.Documents}", $"{count.Errors}", $"{count.Warnings}");
        table.Write(session.Output);
        session.Output.WriteLine();
    }

    private static Counts Of(Dictionary<string, Counts> counts, string name)
    {
        if (!counts.TryGetValue(name, out var own))
            counts[name] = own = new Counts();
        return own;
    }

    private sealed class Counts
    {
        public int Documents { get; set; }

        public int Errors { get; private set; }

        public int Warnings { get; private set; }

        public void Add(bool isError)
        {
            if (isError)
                Errors++;
            else
                Warnings++;
        }
    }
}
