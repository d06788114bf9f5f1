using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Generation;

/// <summary>Chooses where the money of a line comes from and what it may be spent on, among what the edition has room for.</summary>
internal sealed class MoneyChooser
{
    private const int GeneralShare = 70;
    private const int CarriedShare = 12;

    private static readonly Dictionary<string, string[]> EconomicRoots = new(StringComparer.Ordinal)
    {
        ["人员类"] = ["301", "303"],
        ["公用经费"] = ["302", "310"],
    };

    private readonly DeterministicRandom _random;
    private readonly Dictionary<(string Category, MoneyYear Year, bool IsGeneral), List<Kind>> _kinds = [];
    private readonly Func<(string Category, MoneyYear Year, bool IsGeneral), List<Kind>> _find;

    public MoneyChooser(EditionRoom room, Func<Dimension, Classification> classification, DeterministicRandom random)
    {
        _random = random;
        // An office knows the sub-sources of its appropriations or it does not; one ledger does not mix both.
        var detailed = random.Chance(40);
        var sources = classification(Dimension.Fund).Items
            .Where(f => !f.IsSummary && (f.AncestorsOrSelf[0].Code != "财政拨款" || (detailed ? f.Children.Count == 0 : f.Level == 2)))
            .ToList();
        var economics = classification(Dimension.Economic);
        _find = key =>
        [
            .. from fund in sources
               where fund.AncestorsOrSelf.Any(a => a.Code == "一般公共预算") == key.IsGeneral
               let roots = economics.Roots.Where(r => EconomicRoots.GetValueOrDefault(key.Category)?.Contains(r.Code) != false
                   && room.HasExpenditure(fund.Code, key.Year, key.Category, r.Code))
               let codes = roots.SelectMany(r => r.Children).Select(c => c.Code).ToList()
               where codes.Count > 0
               select new Kind(fund.Code, codes),
        ];
    }

    /// <summary>Fund, year, and the economic 款 it may be spent under; none where the edition has no room for the category.</summary>
    public (string Fund, MoneyYear Year, IReadOnlyList<string> Economics) Choose(string category)
    {
        var year = _random.Chance(CarriedShare) ? MoneyYear.Carried : MoneyYear.Current;
        var isGeneral = _random.Chance(GeneralShare);
        var kinds = Kinds(category, year, isGeneral);
        if (kinds.Count == 0)
            kinds = Kinds(category, year, !isGeneral);
        if (kinds.Count == 0)
            return ("", year, []);
        var kind = _random.Pick(kinds);
        return (kind.Fund, year, kind.Economics);
    }

    private List<Kind> Kinds(string category, MoneyYear year, bool isGeneral)
    {
        var key = (category, year, isGeneral);
        if (!_kinds.TryGetValue(key, out var kinds))
            _kinds[key] = kinds = _find(key);
        return kinds;
    }

    private sealed record Kind(string Fund, List<string> Economics);
}
