using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Mingzhang.Documents.Publishing.Word;

namespace Mingzhang.Documents.Reporting;

/// <summary>Writes a report as a Word document (DOCX) with the page and type of GB/T 9704.</summary>
public static class PaperWord
{
    // Type size of tables in half points: 五号.
    private const int Size = 21;

    /// <summary>Writes it.</summary>
    public static byte[] Write(ReportPaper paper)
    {
        ArgumentNullException.ThrowIfNull(paper);
        using var memory = new MemoryStream();
        using (var package = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            var main = package.AddMainDocumentPart();
            var references = WordPublisher.Frame(main, paper.Title);
            using var xml = new WordXml(main, "document");
            xml.Open("body");
            // A heading of a part begins a page; here it is the first one.
            xml.Paragraph(WordStyles.TableTitleHere, paper.Title);
            xml.Paragraph(WordStyles.Picture, paper.Under);
            foreach (var block in paper.Blocks)
                Block(xml, block);
            WordPage.Section(xml, landscape: false, references, isFront: false, startsNumbers: true);
            xml.Close();
        }

        return memory.ToArray();
    }

    private static void Block(WordXml xml, PaperBlock block)
    {
        switch (block)
        {
            case PaperHeading heading:
                xml.Paragraph(WordStyles.Heading(2), heading.Text);
                break;
            case PaperText text:
                xml.Paragraph(WordStyles.Body, text.Text);
                break;
            case PaperAddressee addressee:
                xml.Paragraph(WordStyles.Addressee, addressee.Text);
                break;
            case PaperSignature signature:
                xml.Paragraph(WordStyles.Body, "");
                xml.Paragraph(WordStyles.Signature, signature.Signer, keepsWithNext: true);
                xml.Paragraph(WordStyles.Signature, signature.Date);
                break;
            case PaperTable table:
                xml.Paragraph(WordStyles.TableUnit, $"{table.Name}{(table.Unit.Length > 0 ? $"\t单位：{table.Unit}" : "")}");
                var weight = table.Columns.Sum(c => c.Weight);
                WordTable.Write(xml, [.. table.Columns.Select(c => WordPage.Width(false) * c.Weight / weight)], [.. table.Columns.Select(c => c.Header)], [.. table.Columns.Select(c => c.IsFigure)], table.Rows, Size);
                xml.Paragraph(WordStyles.Note, "");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, "No such block.");
        }
    }
}
