using System.Text;

namespace Mingzhang.Core.Office;

/// <summary>What a file is (文件种类), told by its content: its name may say anything.</summary>
/// <param name="Name">As people call it, e.g. Word 文档.</param>
/// <param name="MediaType">Media type it is sent with.</param>
/// <param name="Extensions">Endings its name may have, with the dot; the first is given to a name that has none of them.</param>
public sealed record FileKind(string Name, string MediaType, IReadOnlyList<string> Extensions)
{
    // The directory of an OLE file names its streams in UTF-16.
    private static readonly byte[] OldWord = Encoding.Unicode.GetBytes("WordDocument"), OldExcel = Encoding.Unicode.GetBytes("Workbook"), OlderExcel = Encoding.Unicode.GetBytes("Book\0");

    private static readonly FileKind Pdf = new("PDF", "application/pdf", [".pdf"]);
    private static readonly FileKind Jpeg = new("图片", "image/jpeg", [".jpg", ".jpeg"]);
    private static readonly FileKind Png = new("图片", "image/png", [".png"]);
    private static readonly FileKind Gif = new("图片", "image/gif", [".gif"]);
    private static readonly FileKind Bmp = new("图片", "image/bmp", [".bmp"]);
    private static readonly FileKind Tiff = new("图片", "image/tiff", [".tif", ".tiff"]);
    private static readonly FileKind Docx = new("Word 文档", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", [".docx"]);
    private static readonly FileKind Xlsx = new("Excel 工作簿", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", [".xlsx"]);
    private static readonly FileKind Doc = new("Word 文档", "application/msword", [".doc", ".wps"]);
    private static readonly FileKind Xls = new("Excel 工作簿", "application/vnd.ms-excel", [".xls", ".et"]);
    private static readonly FileKind Ofd = new("OFD", "application/ofd", [".ofd"]);
    private static readonly FileKind Text = new("文本", "text/plain", [".txt", ".csv", ".md"]);

    /// <summary>What is taken, for people.</summary>
    public const string Taken = "PDF、OFD、图片、Word、Excel、文本";

    /// <summary>The kind of a file; null for what is not taken: programs, archives, workbooks with macros, anything unknown.</summary>
    /// <param name="content">The whole file.</param>
    public static FileKind? Of(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("%PDF-"u8))
            return Pdf;
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return Jpeg;
        if (content.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return Png;
        if (content.StartsWith("GIF8"u8))
            return Gif;
        if (content.StartsWith("BM"u8) && content.Length > 14 && content[14] is 12 or 40 or 108 or 124)
            return Bmp;
        if (content.StartsWith((ReadOnlySpan<byte>)[0x49, 0x49, 0x2A, 0x00]) || content.StartsWith((ReadOnlySpan<byte>)[0x4D, 0x4D, 0x00, 0x2A]))
            return Tiff;
        if (content.StartsWith("PK\u0003\u0004"u8))
            return OfArchive(content);
        if (content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]))
            return content.IndexOf(OldWord) >= 0 ? Doc : content.IndexOf(OldExcel) >= 0 || content.IndexOf(OlderExcel) >= 0 ? Xls : null;
        return IsText(content) ? Text : null;
    }

    /// <summary>A name under which the file may be kept and sent: no path, no control characters, an ending that fits its content.</summary>
    /// <param name="name">The name it came with.</param>
    public string SafeName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        const int longest = 100;
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var clean = string.Concat(last.Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or '|' or ':' or '*' or '?'))).Trim(' ', '.');
        if (clean.Length > longest)
            clean = clean[^longest..];
        if (clean.Length == 0)
            clean = "附件";
        return Extensions.Any(e => clean.EndsWith(e, StringComparison.OrdinalIgnoreCase)) ? clean : clean + Extensions[0];
    }

    // Names of entries stand in an archive as they are.
    private static FileKind? OfArchive(ReadOnlySpan<byte> content)
    {
        if (content.IndexOf("vbaProject.bin"u8) >= 0)
            return null;
        if (content.IndexOf("word/document.xml"u8) >= 0)
            return Docx;
        if (content.IndexOf("xl/workbook.xml"u8) >= 0)
            return Xlsx;
        return content.IndexOf("OFD.xml"u8) >= 0 ? Ofd : null;
    }

    // Text of any encoding used here has no control characters but those of lines; a script for a shell is no evidence.
    private static bool IsText(ReadOnlySpan<byte> content)
    {
        if (content.Length == 0 || content.StartsWith("#!"u8) || content.StartsWith("MZ"u8))
            return false;
        foreach (var b in content)
        {
            if (b < 0x20 && b is not (0x09 or 0x0A or 0x0D))
                return false;
        }

        return true;
    }
}
