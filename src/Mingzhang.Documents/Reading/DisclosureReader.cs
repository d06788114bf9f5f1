using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Documents.Reading.Narrative;
using Mingzhang.Documents.Reading.Performance;
using Mingzhang.Documents.Reading.Sources;
using Mingzhang.Documents.Reading.Statements;

namespace Mingzhang.Documents.Reading;

/// <summary>Reads a published document back into data (读取公开文件): layout first, then tables against the editions, then text.</summary>
public static class DisclosureReader
{
    /// <summary>Reads a document of any known format.</summary>
    /// <param name="file">Name for messages and in the result.</param>
    /// <param name="content">The whole content.</param>
    /// <param name="editions">All editions.</param>
    /// <param name="catalogue">The classifications.</param>
    /// <param name="rules">The relations between tables (表间勾稽), asked for only where the column of a figure is open; null to do without.</param>
    public static ReadResult<Disclosure> Read(string file, ReadOnlyMemory<byte> content, IReadOnlyList<Edition> editions, ClassificationCatalogue catalogue, Func<IReadOnlyList<Formula>>? rules = null)
    {
        var source = SourceReaders.Read(file, content);
        return source.IsRead ? ReadResult<Disclosure>.Of(Read(source.Value, editions, catalogue, rules)) : ReadResult<Disclosure>.Failed(source.Error);
    }

    /// <summary>Reads a document whose layout is known.</summary>
    /// <param name="source">The layout.</param>
    /// <param name="editions">All editions.</param>
    /// <param name="catalogue">The classifications.</param>
    /// <param name="rules">The relations between tables, as above.</param>
    public static Disclosure Read(SourceDocument source, IReadOnlyList<Edition> editions, ClassificationCatalogue catalogue, Func<IReadOnlyList<Formula>>? rules = null)
    {
        var facts = CoverFacts.Read(source);
        var performance = PerformanceReader.Read(source.Blocks);
        var (tables, text) = Segmenter.Cut([.. ListedHeadings.Mark(source.Blocks).Where((_, i) => !performance.Consumed.Contains(i))], new TitleMatcher(editions));
        // Tables and sentences are read side by side.
        var narrative = Task.Run(() => NarrativeReader.Read(text));
        var (edition, statements) = StatementReader.Read(tables, facts, editions, catalogue, rules);
        var disclosure = new Disclosure(facts with { Edition = edition?.Id, Kind = facts.Kind ?? edition?.Kind }, statements, performance.Forms, narrative.GetAwaiter().GetResult())
        {
            Texts = [.. source.Blocks.SelectMany(Texts)],
            NotRead = [.. source.Notes, .. statements.Where(s => s.IsScattered).Select(Scattered)],
        };
        return source.Recognised.Count == 0 ? disclosure : ConfirmedFigures.Mark(disclosure, source.Recognised, editions, rules?.Invoke() ?? []);
    }

    private static string Scattered(Statement statement) =>
        $"《{statement.Title}》的文字取出时打散了，{statement.Rows.Sum(r => r.Cells.Count(c => c.Figure is not null))} 个数对不上行，没有核对；请改用 PDF、Word 或 Excel 原件。";

    private static IEnumerable<PrintedText> Texts(SourceBlock block) => block switch
    {
        TextLine line => [new PrintedText(line.Text, line.At, false)],
        SourceGrid grid => grid.Rows.SelectMany(r => r.Cells).Where(c => c.Text.Length > 0).Select(c => new PrintedText(c.Text, c.At, true)),
        _ => [],
    };
}
