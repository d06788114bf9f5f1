using System.Globalization;
using System.Text.RegularExpressions;

namespace Mingzhang.Core.Performance.Measuring;

/// <summary>What a query computes (取数方式).</summary>
public enum MeasureAct
{
    /// <summary>计数 of records.</summary>
    Count,

    /// <summary>合计 of a field.</summary>
    Sum,

    /// <summary>平均 of a field.</summary>
    Average,

    /// <summary>占比 in percent: of the records that meet the condition, or of one field in another.</summary>
    Share,

    /// <summary>最早 of a date.</summary>
    Earliest,

    /// <summary>最晚 of a date.</summary>
    Latest,
}

/// <summary>A condition of a query.</summary>
/// <param name="Field">Field.</param>
/// <param name="Comparison">=, ≠, ≥, ≤, &gt;, &lt;.</param>
/// <param name="Value">What it is compared with; 本项目 is the project that is measured, the name of a field that field of the same record.</param>
public sealed record MeasureTest(string Field, char Comparison, string Value);

/// <summary>
/// A query over the office's records that gives an actual value (取数), written as
/// <c>合计 决算支出.金额 其中 项目编码=本项目 且 功能科目=2101301 期间 2024-01-01 至 2024-06-30</c>.
/// </summary>
/// <param name="Act">What is computed.</param>
/// <param name="Source">From which records.</param>
/// <param name="Field">Field; null for a count or a share of records.</param>
/// <param name="Whole">For a share, the field it is a share of; null elsewhere.</param>
/// <param name="Tests">其中: conditions, all of which must hold.</param>
/// <param name="From">期间 from; null for no bound. It is judged by the first date of the source.</param>
/// <param name="To">期间 to; null for no bound.</param>
public sealed partial record MeasureQuery(MeasureAct Act, IRecordSource Source, MeasureField? Field, MeasureField? Whole, IReadOnlyList<MeasureTest> Tests, DateOnly? From, DateOnly? To)
{
    /// <summary>The project that is measured, in a condition.</summary>
    public const string ThisProject = "本项目";

    private static readonly Dictionary<string, MeasureAct> Acts = new(StringComparer.Ordinal)
    {
        ["计数"] = MeasureAct.Count,
        ["合计"] = MeasureAct.Sum,
        ["平均"] = MeasureAct.Average,
        ["占比"] = MeasureAct.Share,
        ["最早"] = MeasureAct.Earliest,
        ["最晚"] = MeasureAct.Latest,
    };

    /// <summary>The name of the source that a query asks; null where it is written wrongly.</summary>
    public static string? SourceOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Written().Match(text.Trim()) is { Success: true } match ? match.Groups["source"].Value : null;
    }

    /// <summary>Reads a query over a ledger.</summary>
    /// <param name="text">As written.</param>
    /// <param name="why">What is wrong with it and what to do, in Chinese; null when it is right.</param>
    public static MeasureQuery? Parse(string text, out string? why) => Parse(text, MeasureSources.All, out why);

    /// <summary>Reads a query.</summary>
    /// <param name="text">As written.</param>
    /// <param name="sources">The sources there are.</param>
    /// <param name="why">What is wrong with it and what to do, in Chinese; null when it is right.</param>
    public static MeasureQuery? Parse(string text, IReadOnlyList<IRecordSource> sources, out string? why)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(sources);
        if (Written().Match(text.Trim()) is not { Success: true } match)
        {
            why = $"取数写法不对：应写“{string.Join('、', Acts.Keys)} 来源.栏 其中 栏=值 且 栏=值 期间 2024-01-01 至 2024-06-30”，例如“合计 决算支出.金额 其中 项目编码=本项目”。";
            return null;
        }

        var act = Acts[match.Groups["act"].Value];
        if (sources.FirstOrDefault(s => s.Name == match.Groups["source"].Value) is not { } source)
        {
            why = $"取数没有“{match.Groups["source"].Value}”这个来源；有：{string.Join('、', sources.Select(s => s.Name))}。";
            return null;
        }

        var tests = Tested().Matches(match.Groups["tests"].Value).Select(m => new MeasureTest(m.Groups["field"].Value, m.Groups["op"].Value[0], m.Groups["value"].Value)).ToList();
        string?[] names = [match.Groups["field"].Value, match.Groups["whole"].Value, .. tests.Select(t => t.Field)];
        if (names.FirstOrDefault(n => n is { Length: > 0 } && Find(source, n) is null) is { } unknown)
        {
            why = $"“{source.Name}”没有“{unknown}”这一栏；有：{string.Join('、', source.Fields.Select(f => f.Name))}。";
            return null;
        }

        var query = new MeasureQuery(act, source, Find(source, names[0]), Find(source, names[1]), tests, Day(match.Groups["from"].Value), Day(match.Groups["to"].Value));
        why = query.Fault();
        return why is null ? query : null;
    }

    private static MeasureField? Find(IRecordSource source, string? name) => source.Fields.FirstOrDefault(f => f.Name == name);

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private string? Fault()
    {
        var isNumber = Field?.Kind is MeasureKind.Number or MeasureKind.Amount;
        return Act switch
        {
            MeasureAct.Sum or MeasureAct.Average when !isNumber => $"合计、平均要写一个数的栏，例如“{Source.Name}.{Source.Fields.FirstOrDefault(f => f.Kind is MeasureKind.Amount or MeasureKind.Number)?.Name}”。",
            MeasureAct.Earliest or MeasureAct.Latest when Field?.Kind != MeasureKind.Date => "最早、最晚要写一个日期的栏。",
            MeasureAct.Share when Field is not null && !isNumber => "占比要写一个数的栏，或不写栏（按条数）。",
            MeasureAct.Share when Whole is null && Tests.Count == 0 => "占比要写“其中”哪些，或写成“来源.甲栏/乙栏”。",
            _ when Whole is not null && (Act != MeasureAct.Share || Whole.Kind is not (MeasureKind.Number or MeasureKind.Amount)) => "只有占比可以写“甲栏/乙栏”，两栏都要是数。",
            _ when (From ?? To) is not null && Source.Fields.All(f => f.Kind != MeasureKind.Date) => $"“{Source.Name}”没有日期，不能写期间。",
            _ => null,
        };
    }

    [GeneratedRegex(@"^(?<act>计数|合计|平均|占比|最早|最晚)\s+(?<source>[^\s.]+)(?:\.(?<field>[^\s/]+)(?:/(?<whole>\S+))?)?(?:\s+其中\s+(?<tests>[^=≠≥≤><]+[=≠≥≤><].+?))?(?:\s+期间\s+(?<from>\d{4}-\d{2}-\d{2})\s*至\s*(?<to>\d{4}-\d{2}-\d{2}))?$")]
    private static partial Regex Written();

    [GeneratedRegex(@"(?:^|\s+且\s+)(?<field>[^\s=≠≥≤><]+)\s*(?<op>[=≠≥≤><])\s*(?<value>.+?)(?=\s+且\s+|$)")]
    private static partial Regex Tested();
}
