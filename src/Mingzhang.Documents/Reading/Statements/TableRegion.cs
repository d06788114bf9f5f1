using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Statements;

/// <summary>A stretch of a document that holds one table (一张表的范围).</summary>
/// <param name="Heading">Title and what stands around the table.</param>
/// <param name="Forms">Ids of the forms the title may stand for; empty for an unknown table.</param>
/// <param name="Grid">The table, where its cells are known.</param>
/// <param name="Lines">Its lines, where the layout is lost.</param>
internal sealed record TableRegion(TableHeading Heading, IReadOnlyList<string> Forms, SourceGrid? Grid, IReadOnlyList<TextLine> Lines);
