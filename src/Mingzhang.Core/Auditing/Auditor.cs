using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Localisation;
using Mingzhang.Core.Auditing.Related;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Auditing.Rules;
using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing;

/// <summary>Audits a disclosure (审核): every figure against every other.</summary>
public static class Auditor
{
    /// <summary>Audits a disclosure by the calculations of its forms and by rules between tables.</summary>
    /// <param name="disclosure">The disclosure.</param>
    /// <param name="editions">All editions.</param>
    /// <param name="rules">Relations between tables.</param>
    /// <param name="catalogue">The classifications.</param>
    /// <param name="wordings">Which wording of the narrative means which cell; none when its text is not to be compared with tables.</param>
    /// <param name="against">Documents to compare with: last year's, the budget of the same year, that of the department above.</param>
    public static AuditReport Audit(
        Disclosure disclosure, IReadOnlyList<Edition> editions, IReadOnlyList<Formula> rules, ClassificationCatalogue catalogue, IReadOnlyList<Wording>? wordings = null,
        IReadOnlyList<Disclosure>? against = null)
    {
        var document = AuditedDocument.Prepare(disclosure, editions, rules);
        var system = document.System;
        var (related, refused) = RelatedDocument.Sort(disclosure.Facts, document.Edition, against ?? [], editions, catalogue, wordings ?? []);
        // Rules know nothing of each other and of order, nor arithmetic of words: all of them run side by side.
        var arithmetic = Task.Run(() => FigureFindings(document));
        var context = new RuleContext(disclosure, document, catalogue, () => arithmetic.GetAwaiter().GetResult().Findings) { Wordings = wordings ?? [], Related = related };
        var kind = disclosure.Facts.Kind ?? document.Edition?.Kind;
        var checks = RuleRegister.All.Where(r => r.Info.Kind is null || r.Info.Kind == kind).Select(r => Task.Run(() => Run(r, context))).ToList();
        var (findings, evaluation) = arithmetic.GetAwaiter().GetResult();
        var failed = document.FailedRules.ToList();
        findings.AddRange(related.SelectMany(r => RelatedFigures.Of(document, r, disclosure.Facts, rules)));
        foreach (var check in checks)
        {
            var (found, failure) = check.GetAwaiter().GetResult();
            findings.AddRange(found);
            if (failure is { } why)
                failed.Add(why);
        }

        var unguarded = new List<FigureName>();
        var printed = 0;
        for (var f = 0; f < document.Figures.Nodes.Count; f++)
        {
            if (document.Figures.Nodes[f].State != FigureState.Printed)
                continue;
            printed++;
            if (system.RelationsOf(f).Length == 0)
                unguarded.Add(document.NameOf(f) with { Why = WhyAlone(document, f) });
        }

        return new AuditReport(
            disclosure.Facts with { Edition = document.Edition?.Id ?? disclosure.Facts.Edition },
            [.. HintGroups.Grouped(FindingMerge.Merged(findings)).OrderBy(f => f.Severity == Severity.Hint).ThenBy(f => f.At.Page ?? 0).ThenBy(f => f.At.Line ?? 0)],
            printed,
            printed - unguarded.Count,
            unguarded,
            [.. evaluation.NotReadable.Select(r => (document.Sources[r].Id, $"{document.Sources[r].Body}：其中有一格无法读出"))],
            failed)
        {
            NotRead = [.. disclosure.NotRead, .. UnknownTables(document), .. refused],
            Text = TextCoverage.Of(context.Narrative),
        };
    }

    // Tables without a form are audited by what every table shares, and that is told.
    private static IEnumerable<string> UnknownTables(AuditedDocument document) =>
        document.Figures.Statements.Where(s => s.Form is null && !s.Statement.IsEmpty).Select(s => $"《{s.Statement.Title}》没有认出是哪一张表，只核对了合计和上下级");

    private static string WhyAlone(AuditedDocument document, int figure)
    {
        var place = document.Figures.Places[figure];
        var bound = document.Figures.Statements[place.Statement];
        var row = bound.Rows[place.Row];
        return bound.Form is null ? "没有认出是哪一张表"
            : row.Role == RowRole.Other ? "没有认出是哪一行"
            : bound.Column(row.Side, bound.Statement.Columns[place.Column]) is null ? "没有认出是哪一栏"
            : "没有公式用到这一格，别处也没有可比的数";
    }

    // What the relations between figures say: each cause of a broken one, and what rounding explains.
    private static (List<Finding> Findings, Evaluation Evaluation) FigureFindings(AuditedDocument document)
    {
        var evaluation = document.System.Evaluate();
        var writer = new FindingWriter(document, evaluation);
        return ([.. Localiser.Explain(evaluation).Select(writer.Write), .. evaluation.ExplainedByRounding.Select(writer.Hint)], evaluation);
    }

    // What one rule finds, or how it failed: that is shown as our defect, beside the findings of all others.
    private static (IReadOnlyList<Finding> Found, (string Rule, string Why)? Failure) Run(IDisclosureRule rule, RuleContext context)
    {
        try
        {
            return ([.. rule.Check(context)], null);
        }
        catch (Exception defect) when (AuditedDocument.IsDefectOfARule(defect))
        {
            return ([], (rule.Info.Id, $"{defect.GetType().Name}：{defect.Message}"));
        }
    }
}

/// <summary>A disclosure made ready for its audit: bound to its edition, its figures numbered, its relations built.</summary>
public sealed class AuditedDocument
{
    // What every classified table shares, whatever its form: a parent code is the sum of its children, a total of its parts.
    private static readonly Formula CommonLevels = new(
        "TY-0001", FormulaScope.Levels, [], Comparison.Equal, [], false, new FormulaText("TY-0001 逐级", "", 0, 0), null)
    {
        Body = "逐级",
        Explanation = "合计等于各类之和，上级科目等于下级科目之和",
    };

    private AuditedDocument(Edition? edition, RelationBuilder builder, List<(string, string)> failed)
    {
        Edition = edition;
        Figures = builder.Figures;
        System = builder.Build();
        Sources = builder.Sources;
        FailedRules = failed;
    }

    /// <summary>The edition its tables follow; null when none is known.</summary>
    public Edition? Edition { get; }

    /// <summary>Its figures.</summary>
    public DocumentFigures Figures { get; }

    /// <summary>The relations between them.</summary>
    public RelationSystem System { get; }

    /// <summary>The formula each relation comes from.</summary>
    public IReadOnlyList<Formula> Sources { get; }

    /// <summary>Rules that failed to run.</summary>
    public IReadOnlyList<(string Rule, string Why)> FailedRules { get; }

    /// <summary>Binds a disclosure to its edition and builds its relations.</summary>
    public static AuditedDocument Prepare(Disclosure disclosure, IReadOnlyList<Edition> editions, IReadOnlyList<Formula> rules)
    {
        var (edition, bound) = EditionChooser.Choose(disclosure, editions);
        var builder = new RelationBuilder(bound);
        var failed = new List<(string, string)>();
        foreach (var formula in (edition is null ? [] : FormulaCatalogue.Of(edition)).Concat(rules.Where(r => r.Scope != FormulaScope.Documents && AppliesIn(r, disclosure.Facts.Year))))
        {
            try
            {
                builder.Apply(formula);
            }
            catch (Exception defect) when (IsDefectOfARule(defect))
            {
                // One rule's defect is shown and does not hide the others' findings.
                failed.Add((formula.Id, $"{defect.GetType().Name}：{defect.Message}"));
            }
        }

        builder.ApplyToUnknown(CommonLevels);
        return new AuditedDocument(edition, builder, failed);
    }

    /// <summary>The relations between this document and a related one: both documents' figures, the related one's behind its own.</summary>
    /// <param name="related">The related document.</param>
    /// <param name="role">What it is to this one.</param>
    /// <param name="facts">What this document says of itself.</param>
    /// <param name="rules">All rules; those between documents with this role apply.</param>
    public AuditedDocument With(AuditedDocument related, RelatedRole role, DocumentFacts facts, IReadOnlyList<Formula> rules)
    {
        ArgumentNullException.ThrowIfNull(related);
        ArgumentNullException.ThrowIfNull(facts);
        var builder = new RelationBuilder(
            [.. Figures.Statements, .. related.Figures.Statements], Figures.Statements.Count, facts.Agency is { } agency ? NameText.Normal(agency) : null);
        foreach (var formula in rules.Where(r => r.Scope == FormulaScope.Documents && r.Against == role && AppliesIn(r, facts.Year)))
            builder.Apply(formula);
        return new AuditedDocument(Edition, builder, []);
    }

    /// <summary>The place of a figure in words.</summary>
    public FigureName NameOf(int figure)
    {
        var place = Figures.Places[figure];
        var statement = Figures.Statements[place.Statement].Statement;
        var row = statement.Rows[place.Row];
        return new FigureName(statement.Title, row.Key.Length > 0 ? row.Key : row.Name, statement.Columns[place.Column]);
    }

    /// <summary>Whether an exception is a defect in a rule, to be shown as ours beside the findings of all others.</summary>
    internal static bool IsDefectOfARule(Exception exception) =>
        exception is InvalidOperationException or ArgumentException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException or FormatException or OverflowException;

    private static bool AppliesIn(Formula rule, int? year) =>
        year is not { } y || ((rule.From is not { } from || y >= from) && (rule.To is not { } to || y <= to));
}
