namespace Mingzhang.Core.Auditing;

/// <summary>Puts hints of one rule in one table together (提示归并): a table of rounded figures has as many of them as it has sums.</summary>
internal static class HintGroups
{
    // So many places are named; the rest is counted.
    private const int MostNamed = 6;

    /// <summary>Errors and warnings as they are; of the hints one for each rule and table.</summary>
    public static IEnumerable<Finding> Grouped(IReadOnlyList<Finding> findings)
    {
        foreach (var finding in findings.Where(f => f.Severity != Severity.Hint))
            yield return finding;
        foreach (var group in findings.Where(f => f.Severity == Severity.Hint).GroupBy(f => (f.Rule, f.Statement)))
        {
            var first = group.First();
            var others = group.Skip(1).Select(f => $"“{f.Quote?.Split(' ')[0]}”行“{f.Column?.Leaf}”栏").Distinct(StringComparer.Ordinal).ToList();
            yield return others.Count == 0 ? first : first with
            {
                Message = $"{first.Message}同表还有 {others.Count} 处同样的尾差：{string.Join('、', others.Take(MostNamed))}{(others.Count > MostNamed ? "等" : "")}。",
            };
        }
    }
}
