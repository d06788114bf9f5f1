using Mingzhang.Core.Disclosures;

namespace Mingzhang.Documents.Publishing.Layout;

/// <summary>A whole document as it is laid out, the same for every format (文档版式): what stands where, without any styling.</summary>
/// <param name="Title">Title on the cover, e.g. 2023年部门预算.</param>
/// <param name="Facts">Agency, year and kind.</param>
/// <param name="Blocks">Everything after the cover, in order.</param>
public sealed record PrintedDocument(string Title, DocumentFacts Facts, IReadOnlyList<PrintedBlock> Blocks)
{
    /// <summary>What is still to be supplied (待填): a document with gaps is published as a draft.</summary>
    public IReadOnlyList<DraftGap> Gaps { get; init; } = [];

    /// <summary>Agency and title in one line; the title alone where the agency is not known.</summary>
    public string FullTitle => Facts.Agency + Title;

    /// <summary>Name of its files without ending, good on every system.</summary>
    public string FileName => string.Concat(FullTitle.Where(c => c > ' ' && !"<>:\"/\\|?*".Contains(c, StringComparison.Ordinal))).Trim('.');
}

/// <summary>A piece of a printed document.</summary>
public abstract record PrintedBlock;

/// <summary>A heading (标题).</summary>
/// <param name="Level">1 for a part (第一部分), 2 and 3 below it.</param>
/// <param name="Text">Its text.</param>
public sealed record HeadingBlock(int Level, string Text) : PrintedBlock;

/// <summary>A paragraph of the narrative (正文).</summary>
/// <param name="Text">Its text.</param>
public sealed record TextBlock(string Text) : PrintedBlock;

/// <summary>A table (报表).</summary>
/// <param name="Table">The table.</param>
public sealed record TableBlock(PrintedTable Table) : PrintedBlock;

/// <summary>A performance form (绩效表).</summary>
/// <param name="Form">The form.</param>
public sealed record FormBlock(PrintedForm Form) : PrintedBlock;

/// <summary>A chart (图).</summary>
/// <param name="Chart">The chart.</param>
public sealed record ChartBlock(PrintedChart Chart) : PrintedBlock;
