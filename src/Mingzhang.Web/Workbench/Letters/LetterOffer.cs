using System.Globalization;
using Mingzhang.Core.Letters;
using Mingzhang.Documents.Reporting;

namespace Mingzhang.Web.Workbench.Letters;

/// <summary>The letters of a record as the partial view <c>_Letters</c> offers them (出文书). What the record does not know, the person is asked for.</summary>
/// <param name="Letters">The letters of its use.</param>
/// <param name="Path">Page of the record; its handler Letter makes them.</param>
/// <param name="Chosen">Name of the letter that was asked for; null for none.</param>
/// <param name="Missing">Fields that the letter still wants.</param>
/// <param name="Given">What the person gave.</param>
/// <param name="Problem">In Chinese why a letter that lacks nothing was not made; null for none.</param>
internal sealed record LetterOffer(IReadOnlyList<LetterTemplate> Letters, string Path, string? Chosen, IReadOnlyList<string> Missing, IReadOnlyDictionary<string, string> Given, string? Problem = null)
{
    /// <summary>What the input that says the format is called, and what it says for a PDF.</summary>
    public const string Format = "format", Pdf = "pdf";

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    // Before the name of a field in an address.
    private const string Prefix = "f.";

    /// <summary>Fields that the person has to give in any case.</summary>
    public static IReadOnlyList<string> Always { get; } = ["文号", "成文日期"];

    /// <summary>Name of the input for a field.</summary>
    public static string Input(string field) => Prefix + field;

    /// <summary>A day as letters write it: 2024年6月1日.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    /// <summary>Offers letters, and makes the one that was asked for.</summary>
    /// <param name="all">All letters.</param>
    /// <param name="use">The use of the record.</param>
    /// <param name="path">Page of the record.</param>
    /// <param name="name">The letter that was asked for; null for none.</param>
    /// <param name="query">What the person gave.</param>
    /// <param name="values">What the record knows, by field.</param>
    /// <param name="tables">Its tables.</param>
    /// <param name="cancellation">Stops the printing.</param>
    /// <returns>What to show, and the letter as a Word document or a PDF where nothing was missing.</returns>
    public static (LetterOffer Offer, LetterDocument? Document) Of(
        IReadOnlyList<LetterTemplate> all, string use, string path, string? name, IQueryCollection query, IReadOnlyDictionary<string, string> values, IReadOnlyDictionary<string, LetterTable> tables,
        CancellationToken cancellation)
    {
        var letters = all.Where(l => l.Use == use).ToList();
        var given = query.Where(q => q.Key.StartsWith(Prefix, StringComparison.Ordinal)).ToDictionary(q => q.Key[Prefix.Length..], q => q.Value.ToString().Trim(), StringComparer.Ordinal);
        if (letters.Find(l => l.Name == name) is not { } letter)
            return (new LetterOffer(letters, path, null, [], given), null);
        // What the record knows is not typed: a letter says what the file says.
        var filled = letter.Fill(given.Select(Written).Concat(values.Where(v => v.Value.Length > 0)).GroupBy(v => v.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal), tables);
        var offer = new LetterOffer(letters, path, letter.Name, filled.Missing, given);
        if (filled.Letter is not { } made)
            return (offer, null);
        if (query[Format] != Pdf)
            return (offer, new LetterDocument(PaperWord.Write(LetterPaper.Of(made)), Word, ".docx"));
        var printed = PaperPdf.Write(LetterPaper.Of(made), cancellation);
        return printed.IsRead ? (offer, new LetterDocument(printed.Value, "application/pdf", ".pdf")) : (offer with { Problem = printed.Error }, null);
    }

    // A day as letters write it, where the form gave one.
    private static KeyValuePair<string, string> Written(KeyValuePair<string, string> field) =>
        DateOnly.TryParseExact(field.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? KeyValuePair.Create(field.Key, Day(day)) : field;
}

/// <summary>A letter that was made.</summary>
/// <param name="Content">The file.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Extension">Ending of its name, with the point.</param>
internal sealed record LetterDocument(byte[] Content, string MediaType, string Extension);
