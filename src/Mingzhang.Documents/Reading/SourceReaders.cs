using Mingzhang.Documents.Reading.Excel;
using Mingzhang.Documents.Reading.Html;
using Mingzhang.Documents.Reading.Ofd;
using Mingzhang.Documents.Reading.Office;
using Mingzhang.Documents.Reading.Packages;
using Mingzhang.Documents.Reading.Pdf;
using Mingzhang.Documents.Reading.Sources;
using Mingzhang.Documents.Reading.Text;
using Mingzhang.Documents.Reading.Word;

namespace Mingzhang.Documents.Reading;

/// <summary>Reads a document of any known format; the format is told from the content.</summary>
public static class SourceReaders
{
    /// <summary>Largest document that is read, in bytes. A disclosure has a few MB; more is a mistake or an attack.</summary>
    public const int LargestContent = 200 * 1024 * 1024;

    /// <summary>The readers, the more specific first; plain text is last.</summary>
    public static IReadOnlyList<ISourceReader> All { get; } =
    [
        new PdfReader(),
        new EncryptedReader(),
        new WordReader(),
        new OldWordReader(),
        new ExcelReader(),
        new OfdReader(),
        new HtmlReader(),
        new MarkdownReader(),
        new PlainTextReader(),
    ];

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path as the caller wrote it; it is also the name in messages.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ReadResult<SourceDocument> ReadFile(string path, CancellationToken cancellation = default)
    {
        var content = ReadBytes(path);
        return content.IsRead ? Read(path, content.Value, cancellation) : ReadResult<SourceDocument>.Failed(content.Error);
    }

    /// <summary>Reads the bytes of a file of any format, or says why they cannot be had.</summary>
    /// <param name="path">Path as the caller wrote it; it is also the name in messages.</param>
    public static ReadResult<byte[]> ReadBytes(string path)
    {
        try
        {
            if (Directory.Exists(path))
                return ReadResult<byte[]>.Failed($"{path}：这是文件夹，不是文件。请给出其中的文件。");
            var info = new FileInfo(path);
            if (!info.Exists)
                return ReadResult<byte[]>.Failed($"{path}：找不到这个文件。请检查路径和文件名。");
            return info.Length > LargestContent ? ReadResult<byte[]>.Failed(TooLarge(path)) : ReadResult<byte[]>.Of(File.ReadAllBytes(path));
        }
        catch (UnauthorizedAccessException)
        {
            return ReadResult<byte[]>.Failed($"{path}：没有权限读取。请检查文件权限。");
        }
        catch (Exception e) when (e is IOException or ArgumentException or NotSupportedException)
        {
            return ReadResult<byte[]>.Failed($"{path}：读取文件失败（{e.Message}）。请检查路径、磁盘以及文件是否被其他程序占用。");
        }
    }

    /// <summary>Reads content.</summary>
    /// <param name="file">Name used in messages and in the result.</param>
    /// <param name="content">The whole content.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ReadResult<SourceDocument> Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        if (content.IsEmpty)
            return ReadResult<SourceDocument>.Failed($"{file}：文件是空的。请确认文件已完整保存或下载。");
        if (content.Length > LargestContent)
            return ReadResult<SourceDocument>.Failed(TooLarge(file));
        foreach (var reader in All)
        {
            if (!reader.Recognises(content.Span))
                continue;
            var read = reader.Read(file, content, cancellation);
            return read.IsRead ? ReadResult<SourceDocument>.Of(SourceBounds.Apply(read.Value)) : ReadResult<SourceDocument>.Failed(OneLine(read.Error));
        }

        var known = string.Join('、', All.Select(r => r.Format));
        return ReadResult<SourceDocument>.Failed($"{file}：不认识的文件格式。目前能读：{known}。请另存为其中一种再试。");
    }

    // Messages of libraries quote the signs they met, line breaks among them.
    private static string OneLine(string error) => string.Concat(error.Select(c => char.IsControl(c) ? ' ' : c));

    private static string TooLarge(string file) =>
        $"{file}：文件超过 {LargestContent / 1024 / 1024} MB，不像公开文件。请确认选对了文件。";
}
