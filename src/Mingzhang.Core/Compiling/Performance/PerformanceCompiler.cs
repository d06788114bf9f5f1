using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Performance;

namespace Mingzhang.Core.Compiling.Performance;

/// <summary>Compiles the performance forms of an edition (编制绩效表) from goals, indicators and the lines of the ledger.</summary>
internal static class PerformanceCompiler
{
    /// <summary>栏目 of 绩效填报 that says of a department whether merged forms are part of its document.</summary>
    public const string MergedEntry = "公开汇总自评表";

    /// <summary>All forms, those of one layout together and projects in the order of the ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="edition">The layouts.</param>
    /// <param name="lines">Its lines, by unit and project.</param>
    /// <param name="merged">Whether forms of merged projects are wanted; null for what the ledger says.</param>
    public static IReadOnlyList<PerformanceForm> Forms(Ledger ledger, Edition edition, LineTable lines, bool? merged = null)
    {
        if (ledger.Performance.IsEmpty)
            return [];
        var withMerged = merged ?? IsWanted(ledger);
        var forms = new List<PerformanceForm>();
        foreach (var layout in edition.Performance)
        {
            var scheme = LayoutScheme.Of(layout, edition.Schemes.Of(ledger));
            foreach (var subject in Subjects(ledger, edition, lines, layout, scheme, withMerged).Where(s => s.HasForm(layout)))
                forms.Add(Form(layout, subject));
        }

        return forms;
    }

    /// <summary>Whether the ledger says that merged forms are part of its document.</summary>
    private static bool IsWanted(Ledger ledger) => ledger.Performance.Entries.Any(e => e is { ProjectCode: null, Field: MergedEntry, Text: "是" });

    private static IEnumerable<FormSubject> Subjects(Ledger ledger, Edition edition, LineTable lines, PerformanceLayout layout, ScoringScheme scheme, bool withMerged)
    {
        if (layout.IsMerged)
            return withMerged ? new SelfEvaluator(ledger, scheme).Merged().Select(m => new FormSubject(ledger, edition.Kind, lines, m, isGroup: true)) : [];
        if (!layout.IsWhole)
            return ledger.Projects.Select(p => new FormSubject(ledger, edition.Kind, lines, p, scheme));
        var own = new FormSubject(ledger, edition.Kind, lines, null, scheme);
        // A department without indicators of its own is what its projects add up to.
        return withMerged && own.IsFinal && own.Evaluation.Indicators.Count == 0 && new SelfEvaluator(ledger, scheme) is { Projects.Count: > 0 } all
            ? [new FormSubject(ledger, edition.Kind, lines, all.Whole(), isGroup: false)] : [own];
    }

    private static PerformanceForm Form(PerformanceLayout layout, FormSubject subject)
    {
        var fields = new FieldList();
        var indicators = new List<Indicator>();
        foreach (var part in layout.Parts)
        {
            switch (part)
            {
                case FieldPart labelled:
                    foreach (var field in labelled.Rows.SelectMany(r => r))
                        fields.Add(labelled.FieldName(field.Label), FieldValues.Of(field, subject, layout));
                    break;
                case TablePart table:
                    foreach (var (key, value) in FormTables.Of(table, subject))
                        fields.Add(key, value);
                    break;
                case IndicatorPart own:
                    indicators.AddRange(IndicatorRows.Of(own, subject, fields));
                    break;
                case IndicatorPairPart pairs:
                    indicators.AddRange(IndicatorRows.Of(pairs, subject));
                    break;
                default:
                    throw new InvalidOperationException($"绩效表样“{layout.Title}”的 {part.GetType().Name} 没有编制办法。");
            }
        }

        return new PerformanceForm(layout.Title, layout.IsWhole || (subject.Project?.Name ?? subject.Merged?.Name) is not { } name ? null : TightText.Of(name), fields.All, indicators) { At = Place.Unknown };
    }
}

/// <summary>Fields of a form in order: blanks are left out, a repeated name is numbered, as in a form that was read.</summary>
internal sealed class FieldList
{
    private readonly List<KeyValuePair<string, string>> _fields = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public IReadOnlyList<KeyValuePair<string, string>> All => _fields;

    public void Add(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        name = TightText.Of(name);
        var unique = name;
        for (var n = 2; !_names.Add(unique); n++)
            unique = $"{name}（{n}）";
        _fields.Add(new(unique, TightText.Of(value)));
    }
}
