using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Compiling.Performance;

/// <summary>Compiles the performance forms of an edition (编制绩效表) from goals, indicators and the lines of the ledger.</summary>
internal static class PerformanceCompiler
{
    /// <summary>All forms, those of one layout together and projects in the order of the ledger.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="edition">The layouts.</param>
    /// <param name="lines">Its lines, by unit and project.</param>
    public static IReadOnlyList<PerformanceForm> Forms(Ledger ledger, Edition edition, LineTable lines)
    {
        if (ledger.Performance.IsEmpty)
            return [];
        var forms = new List<PerformanceForm>();
        foreach (var layout in edition.Performance)
        {
            Project?[] subjects = layout.IsWhole ? [null] : [.. ledger.Projects];
            var scheme = LayoutScheme.Of(layout, edition.Schemes.Of(ledger));
            foreach (var project in subjects)
            {
                var subject = new FormSubject(ledger, edition.Kind, lines, project, scheme);
                if (subject.HasForm(layout))
                    forms.Add(Form(layout, subject));
            }
        }

        return forms;
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

        return new PerformanceForm(layout.Title, subject.Project is { } project ? TightText.Of(project.Name) : null, fields.All, indicators) { At = Place.Unknown };
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
