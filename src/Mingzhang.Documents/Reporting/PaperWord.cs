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
            // A letter has a signature and, by GB/T 9704, nothing at the head of its pages.
            var isLetter = paper.Blocks.Any(b => b is PaperSignature);
            var references = WordPublisher.Frame(main, isLetter ? null : paper.Title);
            using var xml = new WordXml(main, "document");
            xml.Open("body");
            // A heading of a part begins a page; here it is the first one.
            xml.Paragraph(WordStyles.TableTitleHere, paper.Title);
            xml.Paragraph(WordStyles.Picture, paper.Under);
            for (var i = 0; i < paper.Blocks.Count; i++)
                Block(xml, paper.Blocks[i], i + 1 < paper.Blocks.Count && paper.Blocks[i + 1] is PaperSignature);
            WordPage.Section(xml, landscape: false, references, isFront: false, startsNumbers: true);
            xml.Close();
        }

        return memory.ToArray();
    }

    // A signature never stands on a page without text (不得“此页无正文”).
    private static void Block(WordXml xml, PaperBlock block, bool isBeforeSignature)
    {
        switch (block)
        {
            case PaperHeading heading:
                xml.Paragraph(WordStyles.Heading(2), heading.Text);
                break;
            case PaperText text:
                xml.Paragraph(WordStyles.Body, text.Text, keepsWithNext: isBeforeSignature);
                break;
            case PaperAddressee addressee:
                xml.Paragraph(WordStyles.Addressee, addressee.Text);
                break;
            case PaperSignature signature:
                xml.Paragraph(WordStyles.Body, "", keepsWithNext: true);
                xml.Paragraph(WordStyles.Signature, signature.Signer, keepsWithNext: true);
                xml.Paragraph(WordStyles.Signature, signature.Date);
                break;
            case PaperForm form:
                WordTable.Write(xml, WordPage.Width(false), form.Rows, Size);
                xml.Paragraph(WordStyles.Note, "");
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
