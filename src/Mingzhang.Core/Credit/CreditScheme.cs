using System.Globalization;

namespace Mingzhang.Core.Credit;

/// <summary>What points are taken off for (扣分项).</summary>
/// <param name="Name">What.</param>
/// <param name="Points">Points each time.</param>
/// <param name="Record">取自: word of the records that count for it, e.g. a 违规类型; null for its own name.</param>
public sealed record CreditDeductionRule(string Name, decimal Points, string? Record = null)
{
    /// <summary>Word of complaints that were proven.</summary>
    public const string ProvenComplaint = "投诉查实";

    /// <summary>Whether a record counts for it.</summary>
    public bool Counts(CreditRecord record) => record.Word == (Record ?? Name);
}

/// <summary>What the office recorded of an institution and may take points for (可扣分的记录).</summary>
/// <param name="Word">违规类型, or <see cref="CreditDeductionRule.ProvenComplaint"/>.</param>
/// <param name="Source">Where it is recorded, e.g. 检查 2024-03-05.</param>
public sealed record CreditRecord(string Word, string Source);

/// <summary>An indicator of a scheme (信用评价指标).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Weight">分值: no more is taken off than this.</param>
/// <param name="Rules">扣分项.</param>
public sealed record CreditIndicator(string Name, decimal Weight, IReadOnlyList<CreditDeductionRule> Rules);

/// <summary>What was found of an institution.</summary>
/// <param name="Indicator">指标.</param>
/// <param name="Rule">扣分项.</param>
/// <param name="Count">次数.</param>
/// <param name="Note">依据: the inspection, case or complaint.</param>
public sealed record CreditDeduction(string Indicator, string Rule, int Count, string Note);

/// <summary>A score with its steps (信用得分).</summary>
/// <param name="Score">得分.</param>
/// <param name="Grade">等级.</param>
/// <param name="Steps">How it was reached, sentences.</param>
public sealed record CreditScore(decimal Score, string Grade, IReadOnlyList<string> Steps);

/// <summary>How institutions are evaluated (信用评价办法).</summary>
/// <param name="Name">名称.</param>
/// <param name="Basis">依据.</param>
/// <param name="Indicators">指标; their weights make a hundred.</param>
/// <param name="Grades">等级 with the least points, the best first.</param>
public sealed record CreditScheme(string Name, string Basis, IReadOnlyList<CreditIndicator> Indicators, IReadOnlyList<(string Name, decimal From)> Grades)
{
    /// <summary>Points of whoever did nothing wrong.</summary>
    public const decimal Whole = 100m;

    /// <summary>What is wrong with a deduction, in Chinese; null when nothing.</summary>
    public string? Fault(CreditDeduction deduction)
    {
        ArgumentNullException.ThrowIfNull(deduction);
        if (Indicators.FirstOrDefault(i => i.Name == deduction.Indicator) is not { } indicator || indicator.Rules.All(r => r.Name != deduction.Rule))
            return $"办法里没有“{deduction.Indicator} {deduction.Rule}”。";
        if (deduction.Count is < 1 or > 999)
            return $"“{deduction.Rule}”的次数应是 1 至 999。";
        return string.IsNullOrWhiteSpace(deduction.Note) ? $"“{deduction.Rule}”要写明依据：哪次检查、哪个案件或投诉。" : null;
    }

    /// <summary>What the records of an institution suggest to take off, to be looked through by a person.</summary>
    public IReadOnlyList<CreditDeduction> Suggest(IReadOnlyList<CreditRecord> records) =>
    [
        .. from indicator in Indicators
           from rule in indicator.Rules
           let own = records.Where(rule.Counts).ToList()
           where own.Count > 0
           select new CreditDeduction(indicator.Name, rule.Name, own.Count, string.Join('、', own.Select(r => r.Source).Distinct())),
    ];

    /// <summary>Scores an institution, step by step.</summary>
    public CreditScore Score(IReadOnlyList<CreditDeduction> deductions)
    {
        ArgumentNullException.ThrowIfNull(deductions);
        var steps = new List<string>();
        var total = 0m;
        foreach (var indicator in Indicators)
        {
            var own = deductions.Where(d => d.Indicator == indicator.Name).ToList();
            var parts = own.Select(d => (Deduction: d, Points: d.Count * indicator.Rules.First(r => r.Name == d.Rule).Points)).ToList();
            var sum = parts.Sum(p => p.Points);
            var left = Math.Max(0m, indicator.Weight - sum);
            total += left;
            steps.Add(own.Count == 0
                ? $"{indicator.Name}：没有扣分，得 {Text(indicator.Weight)} 分。"
                : $"{indicator.Name}：分值 {Text(indicator.Weight)}，扣 {string.Join(" + ", parts.Select(p => $"{p.Deduction.Rule} {Text(p.Points / p.Deduction.Count)} × {p.Deduction.Count} 次（{p.Deduction.Note}）"))} = {Text(sum)} 分{(sum > indicator.Weight ? $"，最多扣完 {Text(indicator.Weight)} 分" : "")}，得 {Text(left)} 分。");
        }

        var grade = Grades.First(g => total >= g.From).Name;
        steps.Add($"合计 {Text(total)} 分，等级 {grade}（{string.Join("，", Grades.Select(g => $"{g.Name} {Text(g.From)} 分以上"))}）。依据：{Basis}。");
        return new CreditScore(total, grade, steps);
    }

    private static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
