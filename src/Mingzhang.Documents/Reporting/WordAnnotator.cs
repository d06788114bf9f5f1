using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Mingzhang.Core.Auditing;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Reporting;

/// <summary>Puts findings into a Word document as comments at their paragraphs and cells (Word 批注); the text stays as it is.</summary>
public static class WordAnnotator
{
    private const string Author = "明账审核";

    /// <summary>The commented document, or in Chinese why there is none.</summary>
    /// <param name="file">The document with its findings; its content is a DOCX.</param>
    /// <param name="withHints">Whether differences that rounding explains are noted, too.</param>
    public static ReadResult<byte[]> Write(AuditedFile file, bool withHints)
    {
        var memory = new MemoryStream();
        memory.Write(file.Content.Span);
        try
        {
            using (var package = WordprocessingDocument.Open(memory, isEditable: true))
            {
                if (package.MainDocumentPart?.Document?.Body is not { } body)
                    return ReadResult<byte[]>.Failed($"{file.Report.Facts.File}：Word 文件里没有正文，加不了批注。");
                Comment(package.MainDocumentPart, [.. body.Descendants<Paragraph>()], file, withHints);
            }

            return ReadResult<byte[]>.Of(memory.ToArray());
        }
        catch (Exception e) when (e is OpenXmlPackageException or InvalidDataException or IOException or System.Xml.XmlException or NotSupportedException or ArgumentException)
        {
            return ReadResult<byte[]>.Failed($"{file.Report.Facts.File}：Word 文件已损坏，加不了批注（{e.Message}）。请用 Word 或 WPS 打开并另存为 .docx 再试。");
        }
    }

    private static void Comment(MainDocumentPart main, List<Paragraph> paragraphs, AuditedFile file, bool withHints)
    {
        var part = main.WordprocessingCommentsPart ?? main.AddNewPart<WordprocessingCommentsPart>();
        var comments = part.Comments ??= new Comments();
        var next = comments.Elements<Comment>().Select(c => int.TryParse(c.Id?.Value, System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : 0).DefaultIfEmpty(-1).Max() + 1;
        foreach (var finding in file.Shown(withHints))
        {
            // What stands nowhere in particular is noted at the first paragraph.
            var at = Math.Clamp((file.PlaceOf(finding).Paragraph ?? 1) - 1, 0, Math.Max(0, paragraphs.Count - 1));
            if (at >= paragraphs.Count)
                continue;
            var id = (next++).ToString(System.Globalization.CultureInfo.InvariantCulture);
            comments.AppendChild(New(id, finding, file.StateOf(finding)));
            Anchor(paragraphs[at], id);
        }

        comments.Save();
        main.Document!.Save();
    }

    private static Comment New(string id, Finding finding, string? state)
    {
        var comment = new Comment { Id = id, Author = Author, Initials = "明账" };
        foreach (var line in FindingText.Note(finding, state).Split('\n'))
            comment.AppendChild(new Paragraph(new Run(new Text(line) { Space = SpaceProcessingModeValues.Preserve })));
        return comment;
    }

    private static void Anchor(Paragraph paragraph, string id)
    {
        var start = new CommentRangeStart { Id = id };
        if (paragraph.ParagraphProperties is { } properties)
            properties.InsertAfterSelf(start);
        else
            paragraph.PrependChild(start);
        paragraph.AppendChild(new CommentRangeEnd { Id = id });
        paragraph.AppendChild(new Run(new CommentReference { Id = id }));
    }
}
