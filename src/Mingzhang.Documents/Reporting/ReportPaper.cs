namespace Mingzhang.Documents.Reporting;

/// <summary>A short report (报告) before it is a page, a Word document or a workbook.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Under">What stands below the title: who and when.</param>
/// <param name="Blocks">Its parts in their order.</param>
public sealed record ReportPaper(string Title, string Under, IReadOnlyList<PaperBlock> Blocks);

/// <summary>A part of a report.</summary>
public abstract record PaperBlock;

/// <summary>A heading.</summary>
/// <param name="Text">Its text.</param>
public sealed record PaperHeading(string Text) : PaperBlock;

/// <summary>A paragraph.</summary>
/// <param name="Text">Its text.</param>
public sealed record PaperText(string Text) : PaperBlock;

/// <summary>To whom a letter is addressed (主送机关): a line of its own without indent.</summary>
/// <param name="Text">Its text with the colon.</param>
public sealed record PaperAddressee(string Text) : PaperBlock;

/// <summary>Who signs a letter, and when (署名和成文日期).</summary>
/// <param name="Signer">署名.</param>
/// <param name="Date">成文日期.</param>
public sealed record PaperSignature(string Signer, string Date) : PaperBlock;

/// <summary>A form of labels with their values (表单), to be filled in or signed by hand.</summary>
/// <param name="Rows">Its rows: one or two labels with what stands beside each. A line feed breaks the line.</param>
public sealed record PaperForm(IReadOnlyList<IReadOnlyList<(string Label, string Value)>> Rows) : PaperBlock;

/// <summary>A table.</summary>
/// <param name="Name">Its name; the sheet of the workbook is called so.</param>
/// <param name="Unit">Unit of its amounts; empty for none.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows: texts in the order of the columns; figures as they are printed.</param>
public sealed record PaperTable(string Name, string Unit, IReadOnlyList<PaperColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) : PaperBlock;

/// <summary>A column of such a table.</summary>
/// <param name="Header">Header.</param>
/// <param name="Weight">Its share of the width.</param>
/// <param name="IsFigure">Whether it holds figures.</param>
public sealed record PaperColumn(string Header, int Weight, bool IsFigure = false);
