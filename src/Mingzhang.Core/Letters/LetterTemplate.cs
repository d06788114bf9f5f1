using System.Text.RegularExpressions;

namespace Mingzhang.Core.Letters;

/// <summary>
/// A letter of the office with fields to be filled (文书模板). A field is written {机构名称}; a letter with a field that nobody filled is not
/// made: its fields are named instead.
/// </summary>
/// <param name="Name">名称, by which it is picked.</param>
/// <param name="Use">What it is about, e.g. 案件: only letters of this use are offered there.</param>
/// <param name="Title">标题.</param>
/// <param name="Number">发文字号; empty for a letter without one.</param>
/// <param name="Addressee">主送; empty for none.</param>
/// <param name="Parts">正文 in its order.</param>
/// <param name="Signer">发文机关署名.</param>
/// <param name="Date">成文日期.</param>
public sealed partial record LetterTemplate(string Name, string Use, string Title, string Number, string Addressee, IReadOnlyList<LetterPart> Parts, string Signer, string Date)
{
    /// <summary>The fields, each once, in the order of the letter.</summary>
    public IReadOnlyList<string> Fields => [.. Texts().SelectMany(t => Field().Matches(t)).Select(m => m.Groups[1].Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Fills it.</summary>
    /// <param name="values">Values by field; blank ones count as missing.</param>
    /// <param name="tables">Tables by name.</param>
    public FilledLetter Fill(IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, LetterTable> tables)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(tables);
        var parts = Parts.Where(p => p.Condition is not { } needed || Has(values, needed) || (tables.TryGetValue(needed, out var t) && t.Rows.Count > 0)).ToList();
        var missing = new List<string>();
        string Text(string text) => Field().Replace(text, m =>
        {
            if (Has(values, m.Groups[1].Value))
                return values[m.Groups[1].Value];
            missing.Add(m.Groups[1].Value);
            return m.Value;
        });

        var (title, number, addressee) = (Text(Title), Text(Number), Text(Addressee));
        var filled = new List<FilledPart>();
        foreach (var part in parts)
        {
            LetterTable? table = null;
            if (part.Kind == LetterPartKind.Table && !tables.TryGetValue(part.Text, out table))
                missing.Add(part.Text);
            filled.Add(new FilledPart(part.Kind, Text(part.Text), table));
        }

        var letter = new Letter(title, number, addressee, filled, Text(Signer), Text(Date));
        return missing.Count > 0 ? new FilledLetter(null, [.. missing.Distinct(StringComparer.Ordinal)]) : new FilledLetter(letter, []);
    }

    private static bool Has(IReadOnlyDictionary<string, string> values, string field) => values.TryGetValue(field, out var value) && !string.IsNullOrWhiteSpace(value);

    private IEnumerable<string> Texts() => [Title, Number, Addressee, .. Parts.Where(p => p.Kind != LetterPartKind.Table).Select(p => p.Text), Signer, Date];

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Field();
}

/// <summary>What a part of a letter is.</summary>
public enum LetterPartKind
{
    /// <summary>A paragraph (段落).</summary>
    Paragraph,

    /// <summary>A heading (小标题).</summary>
    Heading,

    /// <summary>A table that the business supplies, by its name (表).</summary>
    Table,
}

/// <summary>A part of a letter's body.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words, or the name of the table.</param>
/// <param name="Condition">如有: the part is printed only where this field or table has something; null for always.</param>
public sealed record LetterPart(LetterPartKind Kind, string Text, string? Condition);

/// <summary>A table of a letter.</summary>
/// <param name="Columns">Headers, with their share of the width and whether they hold figures.</param>
/// <param name="Rows">Rows of texts.</param>
/// <param name="Unit">Unit of its amounts; empty for none.</param>
public sealed record LetterTable(IReadOnlyList<(string Header, int Weight, bool IsFigure)> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string Unit);

/// <summary>A filled part.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its words; the name of the table.</param>
/// <param name="Table">The table; null for words.</param>
public sealed record FilledPart(LetterPartKind Kind, string Text, LetterTable? Table);

/// <summary>A letter as it is printed (文书).</summary>
/// <param name="Title">标题.</param>
/// <param name="Number">发文字号; empty for none.</param>
/// <param name="Addressee">主送; empty for none.</param>
/// <param name="Parts">正文.</param>
/// <param name="Signer">署名.</param>
/// <param name="Date">成文日期.</param>
public sealed record Letter(string Title, string Number, string Addressee, IReadOnlyList<FilledPart> Parts, string Signer, string Date);

/// <summary>What filling gave.</summary>
/// <param name="Letter">The letter; null where something is missing.</param>
/// <param name="Missing">Fields without a value, in the order of the letter.</param>
public sealed record FilledLetter(Letter? Letter, IReadOnlyList<string> Missing);
