using Mingzhang.Core.Letters;

namespace Mingzhang.Documents.Reporting;

/// <summary>A filled letter as paper (文书), which <see cref="PaperWord"/> writes in the layout of official documents.</summary>
public static class LetterPaper
{
    /// <summary>Makes it.</summary>
    public static ReportPaper Of(Letter letter)
    {
        ArgumentNullException.ThrowIfNull(letter);
        var blocks = new List<PaperBlock>();
        if (letter.Addressee.Length > 0)
            blocks.Add(new PaperAddressee(letter.Addressee.TrimEnd('：', ':') + "："));
        foreach (var part in letter.Parts)
            blocks.Add(Block(part));
        blocks.Add(new PaperSignature(letter.Signer, letter.Date));
        return new ReportPaper(letter.Title, letter.Number, blocks);
    }

    private static PaperBlock Block(FilledPart part) => part switch
    {
        { Table: { } table } => new PaperTable(part.Text, table.Unit, [.. table.Columns.Select(c => new PaperColumn(c.Header, c.Weight, c.IsFigure))], table.Rows),
        { Kind: LetterPartKind.Heading } => new PaperHeading(part.Text),
        _ => new PaperText(part.Text),
    };
}
