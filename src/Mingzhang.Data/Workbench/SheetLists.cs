using Mingzhang.Core.Classifications;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Ledgers.Records;
using Mingzhang.Core.Performance;

namespace Mingzhang.Data.Workbench;

/// <summary>A value that a cell may take, and what it is called.</summary>
/// <param name="Value">What the cell holds.</param>
/// <param name="Label">Its name; the same as the value where it has none of its own.</param>
public sealed record ListItem(string Value, string Label);

/// <summary>The lists from which cells take their values (可选的值), by the names that 录入.yaml uses.</summary>
public static class SheetLists
{
    private static readonly Dictionary<string, Func<IReadOnlyList<string>>> Fixed = new(StringComparer.Ordinal)
    {
        ["单位性质"] = () => BudgetUnit.Natures,
        ["资金年度"] = () => [.. Enum.GetValues<MoneyYear>().Select(y => y.ChineseName())],
        ["阶段"] = () => [.. Enum.GetValues<Stage>().Select(s => s.ChineseName())],
        ["结转事项"] = () => [.. new[] { Flow.Opening, Flow.Closing, Flow.ReserveUsed, Flow.SurplusDistributed }.Select(f => f.ChineseName())],
        ["采购类别"] = () => ProcurementLine.Kinds,
        ["人员类别"] = () => Headcount.Kinds,
        ["上年事项"] = () => Comparative.Items,
        ["说明事项"] = () => Remark.Topics,
        ["期限"] = () => ["年度", "长期"],
        ["一级指标"] = () => [.. IndicatorLevels.All.Select(l => l.Level1)],
        ["时点"] = () => ["年中", "年末"],
        ["等次"] = () => Measurement.Bands,
        ["完成可能性"] = () => Measurement.Prospects,
        ["原因类别"] = () => DeviationCause.Kinds,
        ["应用措施"] = () => ResultUse.Measures,
        ["比较"] = () => IndicatorTarget.Operators,
    };

    // A classification, the level whose items are booked, and whether they have codes.
    private static readonly Dictionary<string, (string Classification, int? Level)> Classified = new(StringComparer.Ordinal)
    {
        ["功能科目"] = (ClassificationCatalogue.Function, 3),
        ["经济科目"] = (ClassificationCatalogue.Economic, 2),
        ["资金来源"] = (ClassificationCatalogue.Fund, null),
        ["支出类别"] = (ClassificationCatalogue.Category, null),
    };

    /// <summary>Lists made of the draft's own records: name, sheet, column of the value, column of the label.</summary>
    public static IReadOnlyDictionary<string, (string Sheet, string Value, string Label)> Own { get; } =
        new Dictionary<string, (string, string, string)>(StringComparer.Ordinal) { ["单位"] = ("单位", "代码", "名称"), ["项目"] = ("项目", "编码", "名称"), ["三级指标"] = ("绩效指标", "三级指标", "三级指标") };

    /// <summary>Whether there is a list of the name.</summary>
    public static bool Has(string name) => Fixed.ContainsKey(name) || Classified.ContainsKey(name) || Own.ContainsKey(name);

    /// <summary>A list that is the same for every draft of a year; null for one that is made of the draft's records.</summary>
    public static IReadOnlyList<ListItem>? Of(string name, ClassificationCatalogue catalogue, int year)
    {
        if (Fixed.TryGetValue(name, out var words))
            return [.. words().Select(w => new ListItem(w, w))];
        if (!Classified.TryGetValue(name, out var classified))
            return null;
        var items = catalogue.Find(classified.Classification, year)?.Items ?? [];
        return [.. items.Where(i => classified.Level is { } level ? i.Level == level : !i.IsSummary).Select(i => new ListItem(i.Code, i.Name))];
    }
}
