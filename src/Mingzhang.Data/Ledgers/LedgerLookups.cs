using Mingzhang.Core.Classifications;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers;

/// <summary>What the words in a ledger's cells mean, by the classifications of its year and by its own units and projects.</summary>
internal sealed class LedgerLookups
{
    private readonly ClassificationCatalogue catalogue;
    private readonly int? year;

    public LedgerLookups(ClassificationCatalogue catalogue, int? year)
    {
        this.catalogue = catalogue;
        this.year = year;
        Functions = Codes(ClassificationCatalogue.Function, level: 3, "项", digits: 7);
        Economics = Codes(ClassificationCatalogue.Economic, level: 2, "款", digits: 5);
        Funds = Names(ClassificationCatalogue.Fund);
        Categories = Names(ClassificationCatalogue.Category);
        ThreePublic = OneOf([.. ThreePublicBudget.EconomicCodes], code => code);
    }

    public Lookup<string> Functions { get; }

    public Lookup<string> Economics { get; }

    public Lookup<string> Funds { get; }

    public Lookup<string> Categories { get; }

    public Lookup<string> ThreePublic { get; }

    public Lookup<string> Natures { get; } = OneOf([.. BudgetUnit.Natures], nature => nature);

    public Lookup<MoneyYear> MoneyYears { get; } = OneOf(Enum.GetValues<MoneyYear>(), year => year.ChineseName());

    public Lookup<Stage> Stages { get; } = OneOf(Enum.GetValues<Stage>(), stage => stage.ChineseName());

    public Lookup<Flow> BalanceFlows { get; } =
        OneOf([Flow.Opening, Flow.Closing, Flow.ReserveUsed, Flow.SurplusDistributed], flow => flow.ChineseName());

    /// <summary>A code of the given level of a classification. Without the year no code can be judged.</summary>
    private Lookup<string> Codes(string name, int level, string levelName, int digits) => new(text =>
    {
        if (year is null || catalogue.Find(name, year.Value) is not { } classification)
            return Answer<string>.Unjudged;
        if (classification.Find(text) is not { } item)
        {
            var near = Nearest.Items(classification, text, each => each.Level == level);
            return Answer<string>.Wrong(
                $"{year}年{name}没有这个编码：应填{digits}位的{levelName}级编码{Closest(near)}。确有此科目的，请补入 data/classifications/{FileName(classification)}。");
        }

        if (item.Level == level)
            return Answer<string>.Of(item.Code);
        var below = classification.Items.Where(each => each.Level == level && each.IsWithin(item)).ToList();
        return Answer<string>.Wrong($"“{item}”还没有细到{levelName}级：应填{digits}位编码{Choice(below)}。");
    });

    /// <summary>A name of a classification whose items have no codes.</summary>
    private Lookup<string> Names(string name) => new(text =>
    {
        if (year is null || catalogue.Find(name, year.Value) is not { } classification)
            return Answer<string>.Unjudged;
        if (!classification.TryFind(text, out var item))
        {
            var near = Nearest.Items(classification, text, each => !each.IsSummary, most: 1);
            return Answer<string>.Wrong(
                $"没有这种{name}{Closest(near)}。可填：{string.Join('、', classification.Items.Where(each => !each.IsSummary))}。");
        }

        return item.IsSummary
            ? Answer<string>.Wrong($"“{item.Name}”只作汇总，应填它的下级：{string.Join('、', item.Children)}。")
            : Answer<string>.Of(item.Code);
    });

    private static Lookup<T> OneOf<T>(T[] values, Func<T, string> name) => new(text =>
    {
        foreach (var value in values)
        {
            if (name(value) == text)
                return Answer<T>.Of(value);
        }

        return Answer<T>.Wrong($"应填{string.Join("、", values.Select(value => $"“{name(value)}”"))}之一。");
    });

    private static string Closest(IReadOnlyList<ClassificationItem> near) => near.Count == 0 ? "" : $"，最接近的是 {string.Join('、', near)}";

    private static string Choice(List<ClassificationItem> below) => below.Count == 0 ? "" : $"，例如 {string.Join('、', below.Take(3))}";

    private static string FileName(Classification classification) =>
        classification.FirstYear == 0 ? $"{classification.Name}.csv" : $"{classification.Name}-{classification.FirstYear}.csv";
}
