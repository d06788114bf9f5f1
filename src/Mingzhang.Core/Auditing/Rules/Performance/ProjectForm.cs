using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>A performance form with its fields sorted by what they mean (绩效表的内容). Amounts are in 万元.</summary>
internal sealed partial class ProjectForm
{
    // Forty rules ask for the forms of the one document they look at.
    private static readonly ConditionalWeakTable<Disclosure, List<ProjectForm>> Known = [];

    private ProjectForm(PerformanceForm form) => Form = form;

    /// <summary>The form as read.</summary>
    public PerformanceForm Form { get; }

    /// <summary>项目名称.</summary>
    public string Name => Form.Project ?? "";

    /// <summary>项目编码; null when none is printed.</summary>
    public string? Code => Field("项目编码") ?? Field("项目代码");

    /// <summary>Whether it is a form of goals of one project, and no self-evaluation.</summary>
    public bool IsProjectGoal => Form.Project is { Length: > 0 } && !IsSelfEvaluation;

    /// <summary>Whether it is a self-evaluation (自评表).</summary>
    public bool IsSelfEvaluation => Form.Form.Contains("自评", StringComparison.Ordinal);

    /// <summary>Whether it is the form of the whole department (整体支出绩效目标表).</summary>
    public bool IsWhole => Form.Project is null && Form.Form.Contains("整体", StringComparison.Ordinal);

    /// <summary>项目当年预算, or the total where only that is printed.</summary>
    public FormAmount? Budget => Amount("项目当年预算") ?? Amount("项目资金/当年资金总额") ?? Amount("项目总预算") ?? Amount("项目资金/资金总额");

    /// <summary>Lines of 项目支出明细测算.</summary>
    public IReadOnlyList<DetailLine> Details { get; private init; } = [];

    /// <summary>Lines of 项目资金来源 in order.</summary>
    public IReadOnlyList<FormSource> Sources { get; private init; } = [];

    /// <summary>Projects listed by the form of the whole department, with this year's budget.</summary>
    public IReadOnlyList<FormProject> Projects { get; private init; } = [];

    /// <summary>What is said of the budgets of earlier years: field value; null when nothing is.</summary>
    public string? History => Field("项目前两年预算及当年预算变动情况");

    /// <summary>Rows of earlier years where they are a table.</summary>
    public IReadOnlyList<YearRow> Years { get; private init; } = [];

    /// <summary>All forms of a document.</summary>
    public static IReadOnlyList<ProjectForm> All(Disclosure disclosure) => Known.GetValue(disclosure, static d => [.. d.Performance.Select(Read)]);

    /// <summary>Sorts the fields of a form.</summary>
    public static ProjectForm Read(PerformanceForm form)
    {
        var details = Group(form, "项目支出明细测算");
        var sources = Group(form, "项目资金来源").Concat(Group(form, "项目当年资金来源"));
        return new ProjectForm(form)
        {
            Details = [.. details.Select(d => new DetailLine(d.Key, Value(d, "项目活动") ?? "", Value(d, "支出经济分类"), Parse(Value(d, "金额")), Value(d, "测算依据及说明")))],
            Sources = [.. sources.Select(s => Parse(Value(s, "金额")) is { } amount ? new FormSource(s.Key, amount) : null).OfType<FormSource>()],
            Projects = [.. Group(form, "项目支出情况").Select(p => new FormProject(p.Key, Parse(Value(p, "项目本年度预算") ?? Value(p, "项目当年预算") ?? Value(p, "项目总预算"))))],
            Years =
            [
                .. Group(form, "项目前两年预算及当年预算变动情况")
                    .Where(y => Year().IsMatch(y.Key))
                    .Select(y => new YearRow(int.Parse(y.Key.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture), Parse(Value(y, "预算数")), Parse(Value(y, "执行数")), Value(y, "执行率"))),
            ],
        };
    }

    /// <summary>A field as printed; null when it is blank.</summary>
    public string? Field(string name) => Form.Fields.FirstOrDefault(f => f.Key == name).Value;

    /// <summary>A field as an amount; null when it is blank or no amount.</summary>
    public FormAmount? Amount(string name) => Parse(Field(name));

    /// <summary>A field, in whatever part it stands, as an amount; null when it is blank or no amount.</summary>
    public FormAmount? Ending(string name) => Parse(Form.Fields.FirstOrDefault(f => f.Key == name || f.Key.EndsWith("/" + name, StringComparison.Ordinal)).Value);

    /// <summary>Reads an amount in 万元; “元” is converted.</summary>
    public static FormAmount? Parse(string? text)
    {
        if (text is null)
            return null;
        var bare = FigureText.Compact(text);
        var factor = bare.EndsWith("万元", StringComparison.Ordinal) || bare.EndsWith('万') ? 1m : bare.EndsWith('元') ? 0.0001m : 1m;
        return FigureText.Parse(bare.TrimEnd('元', '万')) is { } figure ? new FormAmount(figure.Value * factor, factor == 1m ? figure.Decimals : figure.Decimals + 4, text) : null;
    }

    private static IEnumerable<FormLine> Group(PerformanceForm form, string part) =>
        from field in form.Fields
        where field.Key.StartsWith(part + "/", StringComparison.Ordinal)
        let last = field.Key.LastIndexOf('/')
        where last > part.Length
        let again = Repeat().Match(field.Key)
        let key = field.Key[(part.Length + 1)..last] + again.Value
        let leaf = again.Success ? field.Key[(last + 1)..again.Index] : field.Key[(last + 1)..]
        group new KeyValuePair<string, string>(leaf, field.Value) by key into line
        select new FormLine(line.Key, line.ToList());

    private static string? Value(FormLine line, string leaf) => line.Values.Find(v => v.Key == leaf).Value;

    [GeneratedRegex("^20[0-9]{2}年?$")]
    private static partial Regex Year();

    [GeneratedRegex("（[0-9]）$")]
    private static partial Regex Repeat();
}

/// <summary>An amount of a form (表中的金额).</summary>
/// <param name="Value">In 万元.</param>
/// <param name="Decimals">Printed decimals, counted in 万元.</param>
/// <param name="Text">As printed.</param>
internal sealed record FormAmount(decimal Value, int Decimals, string Text)
{
    /// <summary>Whether two printed amounts can be the same sum: equal at the coarser of their precisions, hundredths at the least.</summary>
    public bool Agrees(decimal other) => Math.Abs(Value - other) <= Precision.HalfStep(Math.Max(Math.Min(Decimals, 4), 2)) * 2;
}

/// <summary>A line of 项目资金来源.</summary>
/// <param name="Source">资金来源 as printed.</param>
/// <param name="Amount">金额.</param>
internal sealed record FormSource(string Source, FormAmount Amount);

/// <summary>A project listed by the form of the whole department (项目支出情况).</summary>
/// <param name="Name">项目名称.</param>
/// <param name="Budget">本年度预算; null where it is blank.</param>
internal sealed record FormProject(string Name, FormAmount? Budget);

/// <summary>A line of the fields of one part of a form.</summary>
/// <param name="Key">What names the line.</param>
/// <param name="Values">Its fields.</param>
internal sealed record FormLine(string Key, List<KeyValuePair<string, string>> Values);

/// <summary>A line of the detailed calculation (明细测算).</summary>
/// <param name="Key">活动内容表述, or 项目活动.</param>
/// <param name="Activity">项目活动.</param>
/// <param name="Economic">支出经济分类 as printed.</param>
/// <param name="Amount">金额.</param>
/// <param name="Basis">测算依据及说明.</param>
internal sealed record DetailLine(string Key, string Activity, string? Economic, FormAmount? Amount, string? Basis);

/// <summary>A row of earlier years (前两年预算).</summary>
/// <param name="Year">年度.</param>
/// <param name="Budget">预算数.</param>
/// <param name="Executed">执行数.</param>
/// <param name="Rate">执行率 as printed.</param>
internal sealed record YearRow(int Year, FormAmount? Budget, FormAmount? Executed, string? Rate);
