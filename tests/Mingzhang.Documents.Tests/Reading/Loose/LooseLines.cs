using Mingzhang.Core.Classifications;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;
using Mingzhang.Data;
using Mingzhang.Documents.Reading.Loose;
using Mingzhang.Documents.Reading.Sources;
using Mingzhang.Documents.Reading.Statements;

namespace Mingzhang.Documents.Tests.Reading.Loose;

/// <summary>Reads samples of lost layout against the forms of this checkout.</summary>
internal static class LooseLines
{
    private static readonly DataFolder Data = new(Path.Combine(Root(), "data"));

    private static readonly Lazy<Dictionary<string, string>> Names = new(() =>
        new[] { ClassificationCatalogue.Function, ClassificationCatalogue.Economic }
            .SelectMany(n => Data.Catalogue.Newest(n)!.Items)
            .GroupBy(i => i.Code)
            .ToDictionary(g => g.Key, g => g.First().Name));

    public static Edition Edition(string id) => Data.Editions.Find(id)!;

    public static LooseReading Read(string edition, string title, string text, IReadOnlyDictionary<FormCellName, decimal>? figures = null)
    {
        var lines = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((t, i) => new TextLine(t, new Place(Line: i + 1)));
        var form = Edition(edition).Forms.First(f => new TitleMatcher([Edition(edition)]).Forms(title).Contains(f.Id));
        var hints = new LooseHints { Names = Names.Value, Figures = figures ?? new Dictionary<FormCellName, decimal>() };
        return LooseStatementReader.Read(title, null, Place.Unknown, [.. lines], [(Edition(edition), form)], hints)!;
    }

    /// <summary>All tables of a document by their titles.</summary>
    public static List<Statement> ReadAll(SourceDocument document)
    {
        var editions = Data.Editions.Editions.ToList();
        var (tables, _) = Segmenter.Cut(document.Blocks, new TitleMatcher(editions));
        return
        [
            .. tables.Where(t => t.Grid is null)
                .Select(t => LooseStatementReader.Read(
                    t.Heading.Title, t.Heading.Number, t.Heading.At, t.Lines,
                    [.. editions.SelectMany(e => t.Forms.Select(e.Find).OfType<Form>().Select(f => (e, f)))],
                    new LooseHints { Names = Names.Value, Year = 2024 }))
                .OfType<LooseReading>()
                .Select(r => r.Statement),
        ];
    }

    /// <summary>The figures of a row: “合计=10.00 项目支出=2.00?”, a question mark where the column is not sure.</summary>
    public static string Row(LooseReading reading, string key) =>
        string.Join(' ', reading.Statement.Rows.Where(r => r.Key == key).SelectMany(r => r.Cells).Where(c => c.Figure is not null).Select(c => $"{c.Column.Text}={c.Text}{(c.Sure ? "" : "?")}"));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Mingzhang.slnx")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
