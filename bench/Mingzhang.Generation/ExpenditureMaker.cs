using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Generation;

/// <summary>Makes the expenditure lines of units, each under one of its projects.</summary>
internal sealed class ExpenditureMaker
{
    private static readonly string[] OtherCategories = ["事业单位经营支出", "上缴上级支出", "对附属单位补助支出"];

    // What is paid for a person under a function of its own usually equals its economic twin (2080505 = 30108).
    private static readonly (string Function, string Economic)[] Twins =
        [("2080505", "30108"), ("2080506", "30109"), ("2210201", "30113"), ("2101101", "30110"), ("2101103", "30111")];

    private static readonly string[] OwnFunctions = ["2101301", "2101399", "2101502", "2101504", "2101505", "2101506", "2101599", "2080799", "2230108"];

    private readonly DeterministicRandom _random;
    private readonly OfficeMaker _office;
    private readonly Stage _stage;
    private readonly bool _twinsApart;
    private readonly IReadOnlyList<string> _functions;
    private readonly IReadOnlyList<string> _ownFunctions;
    private readonly HashSet<LedgerLine> _keys = [];

    public ExpenditureMaker(EditionRoom room, Func<Dimension, Classification> classification, Stage stage, OfficeMaker office, DeterministicRandom random)
    {
        (_stage, _office, _random) = (stage, office, random);
        _twinsApart = random.Chance(70);
        _functions =
        [
            .. classification(Dimension.Function).Items
                .Where(i => i.Level == 3 && room.FunctionRoots.Contains(i.AncestorsOrSelf[0]) && Twins.All(t => t.Function != i.Code))
                // Running an office is basic expenditure; projects stand under other functions.
                .Where(i => i.Name is not ("行政运行" or "事业运行"))
                .Select(i => i.Code),
        ];
        _ownFunctions = [.. OwnFunctions.Where(_functions.Contains)];
        Money = new MoneyChooser(room, classification, random);
        Economics = classification(Dimension.Economic);
    }

    public List<Project> Projects { get; } = [];

    public List<LedgerLine> Lines { get; } = [];

    private MoneyChooser Money { get; }

    private Classification Economics { get; }

    /// <summary>Gives a unit its projects and so many lines over them.</summary>
    public void Fill(BudgetUnit unit, int projects, int lines)
    {
        var home = unit.Nature == "事业" ? "2101550" : "2101501";
        var own = new List<(Project Project, string Category, string Function)>
        {
            (_office.Project(unit, ProjectKind.Personnel, "人员经费"), "人员类", home),
            (_office.Project(unit, ProjectKind.Operating, "公用经费"), "公用经费", home),
        };
        for (var i = 2; i < projects; i++)
            own.Add(Project(unit));
        own = _random.Chance(90) ? own : [.. own.AsEnumerable().Reverse()];
        own = own[..Math.Min(own.Count, Math.Max(1, projects))];
        Projects.AddRange(own.Select(o => o.Project));
        for (var i = 0; i < lines; i++)
        {
            var (project, category, function) = _random.Pick(own);
            Add(unit, project, category, function);
        }
    }

    private (Project Project, string Category, string Function) Project(BudgetUnit unit)
    {
        // The letter alone does not decide the category: other operating money stands under Y as 公用经费 does.
        if (_random.Chance(6))
            return (_office.Project(unit, ProjectKind.Operating), _random.Pick(OtherCategories), Function());
        var kind = _random.Pick<ProjectKind>([ProjectKind.Operating, ProjectKind.SpecificTarget]);
        return (_office.Project(unit, kind), kind == ProjectKind.Operating || _random.Chance(20) ? "其他运转类" : "特定目标类", Function());
    }

    private string Function() => _ownFunctions.Count > 0 && _random.Chance(70) ? _random.Pick(_ownFunctions) : _random.Pick(_functions);

    private void Add(BudgetUnit unit, Project project, string category, string function)
    {
        var (fund, year, economics) = Money.Choose(category);
        if (economics.Count == 0)
            return;
        var economic = _random.Pick(economics);
        // Most projects are booked under one function, some under several.
        if (category is not ("人员类" or "公用经费") && _random.Chance(10))
            function = Function();
        if (category == "人员类" && _twinsApart && Twins.FirstOrDefault(t => t.Economic == economic).Function is { } twin)
            function = twin;
        var line = new LedgerLine(_stage, Flow.Expenditure, unit.Code, project.Code, category, function, economic, fund, year, 0);
        if (!_keys.Add(line))
            return;
        line = line with { Fen = _random.Chance(3) ? 0 : _random.Fen() };
        Lines.Add(line);
        if (_random.Chance(4))
            Correct(line, economics);
    }

    // Money taken back: less than was given, under another code of the same kind, so that every sum by function stays above zero.
    private void Correct(LedgerLine line, IReadOnlyList<string> economics)
    {
        var other = _random.Pick(economics);
        if (line.Fen < 2 || IsWatched(other) || IsWatched(line.EconomicCode!) || Economics.Find(other)!.ParentCode != Economics.Find(line.EconomicCode!)!.ParentCode)
            return;
        var correction = line with { EconomicCode = other, Fen = 0 };
        if (_keys.Add(correction))
            Lines.Add(correction with { Fen = -_random.PartOf(line.Fen) });
    }

    // Codes whose amount is compared with another table's by itself.
    private static bool IsWatched(string economic) => ThreePublicBudget.EconomicCodes.Contains(economic) || Twins.Any(t => t.Economic == economic);
}
