using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reading.Packages;

namespace Mingzhang.Documents.Reporting;

/// <summary>Puts findings into the original document (在原文件上批注), in whatever way its format has.</summary>
public static class Annotator
{
    /// <summary>The annotated document, or in Chinese why there is none.</summary>
    public static ReadResult<byte[]> Write(AuditedFile file, bool withHints, CancellationToken cancellation)
    {
        var content = file.Content.Span;
        if (content[..Math.Min(1024, content.Length)].IndexOf("%PDF-"u8) >= 0)
            return PdfAnnotator.Write(file, withHints, cancellation);
        return ZipPackage.Lists(content, "word/"u8)
            ? WordAnnotator.Write(file, withHints)
            : ReadResult<byte[]>.Failed($"{file.Report.Facts.File}：只有 PDF 和 Word（DOCX）能加批注。其他格式请用 --html 生成审核报告。");
    }
}
