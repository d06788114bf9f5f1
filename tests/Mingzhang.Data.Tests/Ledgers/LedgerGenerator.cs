using FsCheck;
using FsCheck.Fluent;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Data.Tests.Ledgers;

/// <summary>Makes ledgers at random, as an office could have them: every code belongs to the classifications, no two lines are the same entry.</summary>
internal static class LedgerGenerator
{
    private static readonly string[] Functions = Codes("功能分类", level: 3);
    private static readonly string[] Economics = Codes("部门经济分类", level: 2);
    private static readonly string[] Funds = Names("资金来源");
    private static readonly string[] Categories = Names("支出类别");

    // Words with all that CSV, YAML and spreadsheets treat in their own way.
    private static readonly Gen<string> Word = Gen.Elements(
        "某区医疗保障局", "a,b", "他说\"是\"", "“引号”", "- 甲: 乙 # 丙", "'单'", "=1+1", "𠮷㐀", "甲、乙；丙", "true", "~", "007", "null", "#甲", "a b");

    private static readonly Gen<long> Fen = Gen.OneOf(
        Gen.Choose(-100_000, 100_000).Select(fen => (long)fen),
        from high in Gen.Choose(-9_999_999, 9_999_999) from low in Gen.Choose(0, 99_999_999) select (high * 100_000_000L) + low);

    private static readonly Gen<long> NotNegative = Fen.Select(Math.Abs);

    public static Arbitrary<Ledger> Ledgers { get; } =
        (from settings in Settings()
         from units in Units()
         from projects in Projects(units)
         from lines in Lines(settings, units, projects)
         from procurements in Procurement(units).ListOf()
         from threePublic in ThreePublic().ListOf()
         from narrative in RecordGenerator.Records(Word, Bookable(units), projects, Functions)
         select new Ledger(settings, units, projects, lines, [.. procurements.Distinct()], [.. threePublic.DistinctBy(budget => budget.EconomicCode)])
         {
             Narrative = narrative,
         }).ToArbitrary();

    private static Gen<LedgerSettings> Settings() =>
        from agency in Word
        from shortName in Word
        from year in Gen.Choose(2022, 2035)
        from stages in Gen.Choose(1, 3)
        from budget in Word
        from final in Word
        from isDepartment in Gen.Elements(true, false)
        select new LedgerSettings(agency, shortName, year, (stages & 1) == 0 ? null : budget, (stages & 2) == 0 ? null : final, isDepartment);

    private static Gen<List<BudgetUnit>> Units() =>
        from name in Word
        from below in (from unit in Word from nature in Gen.Elements("行政", "参公", "事业") select (unit, nature)).ListOf()
        select below.Select((pair, i) => new BudgetUnit($"0{i:D5}", pair.unit, "202", pair.nature)).Prepend(new BudgetUnit("202", name, null, null)).ToList();

    private static Gen<List<Project>> Projects(List<BudgetUnit> units) =>
        (from name in Word
         from unit in Bookable(units)
         from letter in Gen.Elements('R', 'Y', 'T')
         from serial in Gen.Choose(0, 999_999_999)
         from hasGroup in Gen.Elements(true, false)
         from groupCode in Gen.Elements("31", "1101")
         from groupName in Word
         from parent in Word.OrNull()
         select new Project($"42010722202{letter}{serial:D9}", name, unit, hasGroup ? groupCode : null, hasGroup ? groupName : null, parent))
        .ListOf().Select(projects => projects.DistinctBy(project => project.Code).ToList());

    // In the order of the files in which they are written.
    private static Gen<List<LedgerLine>> Lines(LedgerSettings settings, List<BudgetUnit> units, List<Project> projects) =>
        from budgetIncome in Present(settings.BudgetEdition, Income(Stage.Budget, units))
        from budget in Present(projects.Count == 0 ? null : settings.BudgetEdition, Expenditure(Stage.Budget, projects))
        from finalIncome in Present(settings.FinalEdition, Income(Stage.Final, units))
        from final in Present(projects.Count == 0 ? null : settings.FinalEdition, Expenditure(Stage.Final, projects))
        from balances in Balance(units).ListOf()
        select new[] { budgetIncome, budget, finalIncome, final, balances }.SelectMany(part => part).DistinctBy(line => line with { Fen = 0 }).ToList();

    private static Gen<List<LedgerLine>> Present(string? edition, Func<Gen<LedgerLine>> line) =>
        edition is null ? Gen.Constant(new List<LedgerLine>()) : line().ListOf().Select(lines => lines.ToList());

    private static Func<Gen<LedgerLine>> Income(Stage stage, List<BudgetUnit> units) => () =>
        from unit in Bookable(units)
        from function in Gen.Elements(Functions).OrNull()
        from fund in Gen.Elements(Funds)
        from fen in Fen
        select new LedgerLine(stage, Flow.Income, unit, null, null, function, null, fund, MoneyYear.Current, fen);

    private static Func<Gen<LedgerLine>> Expenditure(Stage stage, List<Project> projects) => () =>
        from project in Gen.Elements(projects.ToArray())
        from category in Gen.Elements(Categories)
        from function in Gen.Elements(Functions)
        from economic in Gen.Elements(Economics)
        from fund in Gen.Elements(Funds)
        from year in Gen.Elements(MoneyYear.Current, MoneyYear.Carried)
        from fen in Fen
        select new LedgerLine(stage, Flow.Expenditure, project.UnitCode, project.Code, category, function, economic, fund, year, fen);

    private static Gen<LedgerLine> Balance(List<BudgetUnit> units) =>
        from stage in Gen.Elements(Stage.Budget, Stage.Final)
        from flow in Gen.Elements(Flow.Opening, Flow.Closing, Flow.ReserveUsed, Flow.SurplusDistributed)
        from unit in Bookable(units)
        from function in Gen.Elements(Functions).OrNull()
        from fund in Gen.Elements(Funds)
        from fen in Fen
        select new LedgerLine(stage, flow, unit, null, null, function, null, fund, flow == Flow.Opening ? MoneyYear.Carried : MoneyYear.Current, fen);

    private static Gen<ProcurementLine> Procurement(List<BudgetUnit> units) =>
        from unit in Bookable(units)
        from project in Word
        from item in Word
        from function in Gen.Elements(Functions)
        from economic in Gen.Elements(Economics)
        from fund in Gen.Elements(Funds).OrNull()
        from nature in Word.OrNull()
        from quantity in Gen.Choose(0, 100_000)
        from price in NotNegative
        from measure in Word.OrNull()
        from fen in NotNegative
        from sme in NotNegative
        from micro in NotNegative
        from kind in Gen.Elements(ProcurementLine.Kinds.ToArray()).OrNull()
        from method in Word.OrNull()
        select new ProcurementLine(unit, project, item, function, economic, fund, nature, quantity / 100m, price, measure, fen, sme, micro) { Kind = kind, Method = method };

    private static Gen<ThreePublicBudget> ThreePublic() =>
        from code in Gen.Elements(ThreePublicBudget.EconomicCodes.ToArray())
        from fen in NotNegative
        select new ThreePublicBudget(code, fen);

    // Money is booked to units that sum up no others.
    private static Gen<string> Bookable(List<BudgetUnit> units) => Gen.Elements(units.Skip(units.Count > 1 ? 1 : 0).Select(unit => unit.Code).ToArray());

    private static string[] Codes(string name, int level) =>
        [.. SampleFolder.Catalogue.Newest(name)!.Items.Where(item => item.Level == level).Select(item => item.Code)];

    private static string[] Names(string name) =>
        [.. SampleFolder.Catalogue.Newest(name)!.Items.Where(item => !item.IsSummary).Select(item => item.Name)];
}
