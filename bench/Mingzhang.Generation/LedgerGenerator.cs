using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Generation;

/// <summary>
/// Makes plausible, consistent ledgers for the forms of one edition (台账生成): income balances expenditure and carry-overs for every
/// unit, function and fund. The same seed always gives the same ledger.
/// </summary>
public sealed class LedgerGenerator
{
    // Income and balances come on top of the expenditure, about two lines for three.
    private const int LargeExpenditurePercent = 53;

    private readonly Edition _edition;
    private readonly ClassificationCatalogue _catalogue;
    private readonly int _year;
    private readonly EditionRoom _room;

    /// <summary>Makes ledgers for an edition.</summary>
    /// <exception cref="ArgumentException">The catalogue has no classifications for any year of the edition.</exception>
    public LedgerGenerator(Edition edition, ClassificationCatalogue catalogue)
    {
        _edition = edition;
        _catalogue = catalogue;
        var first = catalogue.All.Max(c => c.FirstYear);
        _year = Math.Max(edition.From, first);
        if (_year > (edition.To ?? int.MaxValue))
            throw new ArgumentException($"No classification is valid in the years of {edition.Id}.", nameof(catalogue));
        _room = new EditionRoom(edition, Classification);
    }

    private Stage Stage => _edition.Kind == DisclosureKind.Budget ? Stage.Budget : Stage.Final;

    /// <summary>A small ledger: a single unit or a few, from no line at all to a few hundred.</summary>
    /// <param name="random">Decides everything.</param>
    /// <param name="size">How large it may be at most: lines of expenditure, 0 or more.</param>
    public Ledger Small(DeterministicRandom random, int size)
    {
        var lines = random.Next(size + 1);
        return Make(random, units: 1 + random.Next(Math.Clamp(lines / 4, 1, 6)), projects: 1 + random.Next(7), lines, procurements: random.Next(4));
    }

    /// <summary>A large department.</summary>
    /// <param name="random">Decides everything.</param>
    /// <param name="units">Units that hold money.</param>
    /// <param name="lines">About how many lines the ledger has.</param>
    public Ledger Large(DeterministicRandom random, int units = 2_000, int lines = 200_000) =>
        Make(random, units, projects: 12, lines / 100 * LargeExpenditurePercent, procurements: units);

    private Ledger Make(DeterministicRandom random, int units, int projects, int lines, int procurements)
    {
        var year = _edition.To is { } last ? random.Between(_year, last) : _year + random.Next(3);
        var office = new OfficeMaker(random, year);
        var all = office.Units(units);
        var bookable = OfficeMaker.Bookable(all);
        var expenditure = new ExpenditureMaker(_room, Classification, Stage, office, random);
        for (var i = 0; i < bookable.Count; i++)
            expenditure.Fill(bookable[i], projects, (lines * (i + 1) / bookable.Count) - (lines * i / bookable.Count));
        var settings = new LedgerSettings(
            all[0].Name, "某区医疗保障局", year, Stage == Stage.Budget ? _edition.Id : null, Stage == Stage.Final ? _edition.Id : null, all[0].Nature is null);
        return new Ledger(
            settings,
            all,
            expenditure.Projects,
            [.. new Balancer(random, Stage, _room.HasClosing).Lines(expenditure.Lines), .. expenditure.Lines],
            [.. Records.Procurements(random, expenditure.Lines, expenditure.Projects, procurements)],
            Stage == Stage.Final ? [.. Records.ThreePublic(random)] : []);
    }

    private Classification Classification(Dimension dimension) => _catalogue.Find(
        dimension switch
        {
            Dimension.Fund => ClassificationCatalogue.Fund,
            Dimension.Category => ClassificationCatalogue.Category,
            Dimension.Function => ClassificationCatalogue.Function,
            Dimension.Economic => ClassificationCatalogue.Economic,
            _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "No classification."),
        },
        _year)!;
}
