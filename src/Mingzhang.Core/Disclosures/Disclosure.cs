using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Disclosures;

/// <summary>Kind of a disclosure (公开文件种类).</summary>
public enum DisclosureKind
{
    /// <summary>部门预算.</summary>
    Budget,

    /// <summary>部门决算.</summary>
    Final,
}

/// <summary>One published document as data (公开文件): cover facts, statements, performance forms, narrative.</summary>
/// <param name="Facts">What the cover says.</param>
/// <param name="Statements">报表, in the order of the document.</param>
/// <param name="Performance">绩效表, in the order of the document.</param>
/// <param name="Narrative">Paragraphs of the 情况说明 and the other sections.</param>
public sealed record Disclosure(
    DocumentFacts Facts,
    IReadOnlyList<Statement> Statements,
    IReadOnlyList<PerformanceForm> Performance,
    IReadOnlyList<Paragraph> Narrative)
{
    /// <summary>
    /// Every printed line and text cell in reading order, cover, contents, headings and captions included: what rules of form and names
    /// look at. Empty for a disclosure that was compiled or came as data; no part of the contract JSON.
    /// </summary>
    public IReadOnlyList<PrintedText> Texts { get; init; } = [];

    /// <summary>What of the document could not be read and why, a Chinese sentence each (未读取的部分); empty where all was read.</summary>
    public IReadOnlyList<string> NotRead { get; init; } = [];
}

/// <summary>A printed line, or a cell of a table (印出的文字).</summary>
/// <param name="Text">As printed; spaces inside are kept.</param>
/// <param name="At">Where it stands.</param>
/// <param name="InCell">Whether it is a cell of a table whose cells are known.</param>
public sealed record PrintedText(string Text, Place At, bool InCell);

/// <summary>Cover facts of a document (封面). What is not known is null.</summary>
/// <param name="File">The file it was read from, as the caller named it.</param>
/// <param name="Kind">预算 or 决算.</param>
/// <param name="Agency">Name of the department or unit.</param>
/// <param name="Year">Budget year (预算年度).</param>
/// <param name="Edition">Id of the edition its forms follow.</param>
/// <param name="Pages">Number of pages of a paged document.</param>
public sealed record DocumentFacts(string? File, DisclosureKind? Kind, string? Agency, int? Year, string? Edition, int? Pages)
{
    /// <summary>Title of a document that is no budget and no final accounts; null for those.</summary>
    public string? Title { get; init; }
}

/// <summary>One table of a disclosure (报表).</summary>
/// <param name="Title">Title without agency, year and number, e.g. 一般公共预算支出表.</param>
/// <param name="Number">Printed number, e.g. 表5, 公开05表; null when none is printed.</param>
/// <param name="Unit">Unit printed in the heading, e.g. 万元; null when none is printed.</param>
/// <param name="Columns">Header path of every column, as printed without spaces, of both text and amount columns.</param>
/// <param name="Rows">Rows in the order printed; every side of a two-sided table has its own rows.</param>
/// <param name="Note">Notes below the table; null when there are none.</param>
/// <param name="At">Where the table starts.</param>
public sealed record Statement(
    string Title,
    string? Number,
    string? Unit,
    IReadOnlyList<ColumnPath> Columns,
    IReadOnlyList<StatementRow> Rows,
    string? Note,
    Place At)
{
    /// <summary>Whether the table carries no figure at all (空表).</summary>
    public bool IsEmpty => !Rows.Any(r => r.Cells.Any(c => c.Figure is not null));

    /// <summary>Whether it has figures and the place of none of them is sure (行列对应不上): nothing can be concluded from it.</summary>
    public bool IsScattered => !IsEmpty && Rows.All(r => r.Cells.All(c => c.Figure is null || !c.Sure));
}

/// <summary>A row of a statement.</summary>
/// <param name="Key">Functional or economic code, unit or project code, or the label without ordinals and spaces, prefixed with the side in two-sided tables.</param>
/// <param name="Name">The label as printed.</param>
/// <param name="Level">Depth from 1; 0 for the grand total of a classified table.</param>
/// <param name="Cells">The cells that are there; blanks are left out.</param>
public sealed record StatementRow(string Key, string Name, int Level, IReadOnlyList<Cell> Cells);

/// <summary>A printed cell.</summary>
/// <param name="Column">Header path of its column.</param>
/// <param name="Text">As printed; null when it is there but could not be read.</param>
/// <param name="Figure">Its number; null for text cells.</param>
/// <param name="Sure">False when the layout is lost and arithmetic leaves the column open.</param>
/// <param name="At">Where it stands.</param>
public sealed record Cell(ColumnPath Column, string? Text, Figure? Figure, bool Sure, Place At)
{
    /// <summary>What a person put in place of what was read; null for a cell as it was read.</summary>
    public CellCorrection? Correction { get; init; }
}

/// <summary>A paragraph of the narrative (情况说明).</summary>
/// <param name="Section">Path of headings, joined by “/”.</param>
/// <param name="Text">The paragraph, lines joined.</param>
/// <param name="At">Where it starts.</param>
/// <param name="Claims">Amounts the paragraph states.</param>
public sealed record Paragraph(string Section, string Text, Place At, IReadOnlyList<Claim> Claims);

/// <summary>An amount stated in a sentence (文字表述的数).</summary>
/// <param name="Subject">What the amount is of.</param>
/// <param name="Value">The number in the printed unit.</param>
/// <param name="Unit">Printed unit.</param>
/// <param name="Text">The words.</param>
public sealed record Claim(string Subject, decimal Value, string Unit, string Text);

/// <summary>One performance form (绩效表).</summary>
/// <param name="Form">Title of the form, e.g. 项目绩效自评表.</param>
/// <param name="Project">Project it is about; null for the whole department.</param>
/// <param name="Fields">Labelled fields as printed.</param>
/// <param name="Indicators">Indicators in order.</param>
public sealed record PerformanceForm(
    string Form,
    string? Project,
    IReadOnlyList<KeyValuePair<string, string>> Fields,
    IReadOnlyList<Indicator> Indicators)
{
    /// <summary>Where the form starts.</summary>
    public Place At { get; init; } = Place.Unknown;

    /// <summary>Whether it was put together from lines whose cells are lost (版面已失): what belongs to which row is then read, not printed.</summary>
    public bool IsFromLines { get; init; }
}

/// <summary>One indicator (绩效指标) of a performance form.</summary>
/// <param name="Goal">Goal it belongs to.</param>
/// <param name="Level1">一级指标.</param>
/// <param name="Level2">二级指标.</param>
/// <param name="Level3">三级指标.</param>
/// <param name="Values">Values by header, as printed.</param>
/// <param name="Weight">分值.</param>
/// <param name="Score">得分.</param>
/// <param name="At">Where it stands.</param>
public sealed record Indicator(
    string? Goal,
    string? Level1,
    string? Level2,
    string? Level3,
    IReadOnlyList<KeyValuePair<string, string>> Values,
    decimal? Weight,
    decimal? Score,
    Place At);
