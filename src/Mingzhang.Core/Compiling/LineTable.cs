using Mingzhang.Core.Classifications;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Compiling;

/// <summary>
/// The lines of a ledger as columns of numbers, so that tables can be pivoted quickly. Lines that differ only in
/// unit and project share a profile (收支、阶段、资金、年度、类别); conditions on those are decided once for each profile.
/// </summary>
public sealed class LineTable
{
    private readonly List<Profile> _profiles = [];
    private readonly List<Line> _lines = [];

    /// <summary>Reads the lines of a ledger.</summary>
    /// <param name="ledger">A ledger whose codes were checked when it was loaded.</param>
    /// <param name="catalogue">The classifications.</param>
    /// <exception cref="InvalidOperationException">The ledger names a code that the classification of its year lacks.</exception>
    public LineTable(Ledger ledger, ClassificationCatalogue catalogue)
    {
        var year = ledger.Settings.Year;
        Functions = Need(catalogue, ClassificationCatalogue.Function, year);
        Economics = Need(catalogue, ClassificationCatalogue.Economic, year);
        Funds = Need(catalogue, ClassificationCatalogue.Fund, year);
        Categories = Need(catalogue, ClassificationCatalogue.Category, year);
        Units = ledger.Units;
        Projects = ledger.Projects;
        var units = Index(ledger.Units.Select(u => u.Code));
        var projects = Index(ledger.Projects.Select(p => p.Code));
        var profiles = new Dictionary<Profile, int>();
        foreach (var line in ledger.Lines)
        {
            var profile = new Profile((int)line.Flow, (int)line.Stage, (int)line.Year, Code(Funds, line.Fund), line.Category is null ? -1 : Code(Categories, line.Category));
            _lines.Add(new Line(
                Slot(profiles, profile),
                line.FunctionCode is null ? -1 : Code(Functions, line.FunctionCode),
                line.EconomicCode is null ? -1 : Code(Economics, line.EconomicCode),
                units[line.UnitCode],
                line.ProjectCode is null ? -1 : projects[line.ProjectCode],
                line.Fen));
        }

        // The budget side of the “三公” table of a final account is a record of its own.
        foreach (var budget in ledger.ThreePublic)
        {
            var profile = new Profile((int)Flow.Expenditure, 2, (int)MoneyYear.Current, Code(Funds, "一般公共预算"), -1);
            _lines.Add(new Line(Slot(profiles, profile), -1, Code(Economics, budget.EconomicCode), 0, -1, budget.Fen));
        }
    }

    /// <summary>功能分类 of the year.</summary>
    public Classification Functions { get; }

    /// <summary>部门经济分类 of the year.</summary>
    public Classification Economics { get; }

    /// <summary>资金来源.</summary>
    internal Classification Funds { get; }

    internal IReadOnlyList<BudgetUnit> Units { get; }

    internal IReadOnlyList<Project> Projects { get; }

    internal IReadOnlyList<Line> Lines => _lines;

    private Classification Categories { get; }

    /// <summary>Lines with the same profile and codes added up, for tables that know neither unit nor project.</summary>
    internal LineTable WithoutUnits()
    {
        var sums = new Dictionary<(int, int, int), long>();
        foreach (var line in _lines)
        {
            var key = (line.Profile, line.Function, line.Economic);
            System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(sums, key, out _) += line.Fen;
        }

        return new LineTable(this, [.. sums.Select(s => new Line(s.Key.Item1, s.Key.Item2, s.Key.Item3, -1, -1, s.Value))]);
    }

    /// <summary>Turns a selector into a test of lines.</summary>
    /// <exception cref="InvalidOperationException">The selector of an edition names a member that no classification has.</exception>
    internal LineTest Compile(params IEnumerable<Selector> selectors)
    {
        var conditions = selectors.SelectMany(s => s.Conditions).ToList();
        var profiles = new bool[_profiles.Count];
        for (var i = 0; i < profiles.Length; i++)
            profiles[i] = true;
        bool[]? functions = null;
        bool[]? economics = null;
        foreach (var condition in conditions)
        {
            switch (condition.Dimension)
            {
                case Dimension.Function:
                    functions = And(functions, Functions.Mask(Members(Functions, condition)));
                    break;
                case Dimension.Economic:
                    economics = And(economics, Economics.Mask(Members(Economics, condition)));
                    break;
                default:
                    Narrow(profiles, condition);
                    break;
            }
        }

        return new LineTest(profiles, functions, economics);
    }

    private LineTable(LineTable from, List<Line> lines)
    {
        (Functions, Economics, Funds, Categories, Units, Projects, _profiles) =
            (from.Functions, from.Economics, from.Funds, from.Categories, from.Units, from.Projects, from._profiles);
        _lines = lines;
    }

    private void Narrow(bool[] profiles, SelectorCondition condition)
    {
        Func<Profile, bool> test = condition.Dimension switch
        {
            Dimension.Flow => Words(DimensionMembers.Flows, condition, p => p.Flow),
            Dimension.Stage => Words(DimensionMembers.Stages, condition, p => p.Stage),
            Dimension.MoneyYear => Words(DimensionMembers.MoneyYears, condition, p => p.Year),
            Dimension.Fund => Tree(Funds, condition, p => p.Fund),
            _ => Tree(Categories, condition, p => p.Category),
        };
        for (var i = 0; i < profiles.Length; i++)
            profiles[i] = profiles[i] && test(_profiles[i]);
    }

    private static Func<Profile, bool> Words(string[] names, SelectorCondition condition, Func<Profile, int> part)
    {
        var wanted = condition.Members.Select(m => Array.IndexOf(names, m)).ToArray();
        if (wanted.Contains(-1))
            throw Unknown(condition);
        return p => wanted.Contains(part(p));
    }

    private static Func<Profile, bool> Tree(Classification tree, SelectorCondition condition, Func<Profile, int> part)
    {
        var mask = tree.Mask(Members(tree, condition));
        return p => part(p) >= 0 && mask[part(p)];
    }

    private static ClassificationItem[] Members(Classification tree, SelectorCondition condition) =>
        [.. condition.Members.Select(m => tree.TryFind(m, out var item) ? item : throw Unknown(condition))];

    private static InvalidOperationException Unknown(SelectorCondition condition) =>
        new($"表样的取数条件“{condition.Dimension.ChineseName()}: {string.Join('、', condition.Members)}”含有不认识的名称。");

    private static bool[] And(bool[]? left, bool[] right)
    {
        if (left is null)
            return right;
        for (var i = 0; i < right.Length; i++)
            right[i] &= left[i];
        return right;
    }

    private int Slot(Dictionary<Profile, int> profiles, Profile profile)
    {
        if (!profiles.TryGetValue(profile, out var index))
        {
            profiles[profile] = index = _profiles.Count;
            _profiles.Add(profile);
        }

        return index;
    }

    private static Dictionary<string, int> Index(IEnumerable<string> codes)
    {
        var result = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var code in codes)
            result.TryAdd(code, result.Count);
        return result;
    }

    private static Classification Need(ClassificationCatalogue catalogue, string name, int year) =>
        catalogue.Find(name, year) ?? throw new InvalidOperationException($"没有 {year} 年的{name}。");

    private static int Code(Classification tree, string code) =>
        tree.TryFind(code, out var item) ? item.Index : throw new InvalidOperationException($"{tree.Name}里没有“{code}”。");

    private readonly record struct Profile(int Flow, int Stage, int Year, int Fund, int Category);
}

/// <summary>A ledger line in numbers: indexes of profile, codes, unit and project (-1 for none) and the amount in 分.</summary>
internal readonly record struct Line(int Profile, int Function, int Economic, int Unit, int Project, long Fen);

/// <summary>A compiled selector.</summary>
internal readonly record struct LineTest(bool[] Profiles, bool[]? Functions, bool[]? Economics)
{
    public bool Accepts(in Line line) =>
        Profiles[line.Profile]
        && (Functions is null || (line.Function >= 0 && Functions[line.Function]))
        && (Economics is null || (line.Economic >= 0 && Economics[line.Economic]));
}
