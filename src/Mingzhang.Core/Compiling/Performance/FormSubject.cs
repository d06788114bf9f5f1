using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Performance;

namespace Mingzhang.Core.Compiling.Performance;

/// <summary>What one form is about: the whole department or a project, with its records and sums.</summary>
/// <param name="ledger">The ledger.</param>
/// <param name="kind">预算 or 决算.</param>
/// <param name="lines">Its lines, by unit and project.</param>
/// <param name="project">The project; null for the whole department.</param>
/// <param name="scheme">评分办法 of a self-evaluation.</param>
internal sealed class FormSubject(Ledger ledger, DisclosureKind? kind, LineTable lines, Project? project, ScoringScheme scheme)
{
    private readonly bool _isGroup;

    private Evaluation? _evaluation;

    /// <summary>A subject that is several projects merged: a group of them, or the department where it has no indicators of its own.</summary>
    public FormSubject(Ledger ledger, DisclosureKind? kind, LineTable lines, Evaluation merged, bool isGroup)
        : this(ledger, kind, lines, null, merged.Scheme)
    {
        _evaluation = Merged = merged;
        _isGroup = isGroup;
    }

    private readonly int _index = lines.Projects.ToList().FindIndex(p => p.Code == project?.Code);

    /// <summary>The project; null for the whole department.</summary>
    public Project? Project => project;

    /// <summary>Several projects merged; null for one, and for the department by its own indicators.</summary>
    public Evaluation? Merged { get; }

    /// <summary>The projects that were merged, each with its funds; null for others.</summary>
    public string? Members => Merged is null ? null : string.Join('；', Merged.Members.Select(p => $"{p.Name}{(Merged.Members.Count(m => m.Name == p.Name) > 1 ? $"（{Of(p).UnitName}）" : "")} {FieldValues.Amount(Of(p).Spent) ?? "—"} 万元"));

    public Ledger Ledger => ledger;

    public int Year => ledger.Settings.Year;

    public bool IsFinal => kind == DisclosureKind.Final;

    /// <summary>The same for a project.</summary>
    public FormSubject Of(Project other) => new(ledger, kind, lines, other, scheme);

    /// <summary>Its self-evaluation: results, scores, causes that are asked for.</summary>
    public Evaluation Evaluation => _evaluation ??= SelfEvaluator.Own(ledger, scheme, project);

    public IEnumerable<PerformanceGoal> Goals(GoalTerm term) => ledger.Performance.Goals.Where(g => g.ProjectCode == project?.Code && g.Term == term);

    /// <summary>Indicators of a term; final accounts show those that were measured, with weights and scores as they were evaluated.</summary>
    public IEnumerable<GoalIndicator> Indicators(GoalTerm term) => !IsFinal
        ? ledger.Performance.Indicators.Where(i => i.ProjectCode == project?.Code && i.Term == term)
        : term == GoalTerm.Annual
            ? Evaluation.Indicators.Where(i => i.Measured.Indicator.Actual is not null).Select(i => i.Measured.Indicator with { Score = i.Score })
            : ledger.Performance.Indicators.Where(i => i.ProjectCode == project?.Code && i.Term == term && i.Actual is not null);

    /// <summary>What a person wrote into a field, else what the records say of it; null for nothing.</summary>
    public string? Entry(string field)
    {
        var written = _isGroup ? null : ledger.Performance.Entries.FirstOrDefault(e => e.ProjectCode == project?.Code && e.Field == field)?.Text;
        // What nobody wrote of the merger, its members were asked.
        written ??= Merged is { } merged ? RecordedEntry.Gathered(field, merged.Members.Select(p => (p.Name, Of(p).Entry(field)))) : RecordedEntry.Of(field, this);
        return RecordedEntry.Added(field, this) is { } added ? written is null ? added : $"{written.TrimEnd('。', '；')}。{added}" : written;
    }

    /// <summary>偏差原因 recorded for it.</summary>
    public IEnumerable<DeviationCause> Causes(MeasureTime time) => ledger.Performance.Causes.Where(c => c.ProjectCode == project?.Code && c.Time == time);

    /// <summary>Name of the unit of its project; null for the whole department.</summary>
    public string? UnitName => Merged is { Members: { Count: > 0 } members } ? string.Join('、', members.Select(p => p.UnitCode).Distinct().Select(c => ledger.Units.FirstOrDefault(u => u.Code == c)?.Name)) : ledger.Units.FirstOrDefault(u => u.Code == project?.UnitCode)?.Name;

    /// <summary>项目用途; null where it is not recorded.</summary>
    public string? Use => ledger.Narrative.Uses.FirstOrDefault(u => u.ProjectCode == project?.Code)?.Use;

    public PerformanceMoney? Money(int year, string? item = null) =>
        ledger.Performance.Money.FirstOrDefault(m => m.ProjectCode == project?.Code && m.Item == item && m.Year == year);

    /// <summary>Whether the ledger holds what a form of this layout is made of.</summary>
    public bool HasForm(PerformanceLayout layout) =>
        layout.Parts.OfType<IndicatorPart>().Any(p => Indicators(p.IsLongTerm ? GoalTerm.LongTerm : GoalTerm.Annual).Any())
        || (layout.Parts.OfType<IndicatorPairPart>().Any() && (Indicators(GoalTerm.LongTerm).Any() || Indicators(GoalTerm.Annual).Any()))
        || (!IsFinal && (Goals(GoalTerm.Annual).Any() || Goals(GoalTerm.LongTerm).Any()));

    /// <summary>Sum of its lines under a condition, in 分.</summary>
    public long Sum(params IEnumerable<Selector> conditions)
    {
        var test = lines.Compile([new Selector([new SelectorCondition(Dimension.Stage, [IsFinal ? "决算" : "预算"])]), .. conditions]);
        var sum = 0L;
        foreach (var line in lines.Lines)
        {
            if ((_index < 0 || line.Project == _index) && test.Accepts(line))
                sum += line.Fen;
        }

        return sum;
    }

    /// <summary>Expenditure under a condition, in 分.</summary>
    public long Expenditure(params IEnumerable<Selector> conditions) =>
        Sum([new Selector([new SelectorCondition(Dimension.Flow, ["支出"])]), .. conditions]);

    /// <summary>预算数: of a budget what its lines say, of final accounts that of the self-evaluation; null where that is missing.</summary>
    public long? Budget => IsFinal ? Evaluation.Execution.BudgetFen : Expenditure();

    /// <summary>执行数: that of the self-evaluation.</summary>
    public long? Spent => Evaluation.Execution.SpentFen;
}
