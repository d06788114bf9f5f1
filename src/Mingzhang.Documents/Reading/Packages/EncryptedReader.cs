using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Packages;

/// <summary>Tells of Office documents under a password: their content cannot be read, whatever they are.</summary>
public sealed class EncryptedReader : ISourceReader
{
    /// <inheritdoc/>
    public string Format => "加密的 Office 文件（不能读）";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> content) => CompoundFile.IsEncrypted(content);

    /// <inheritdoc/>
    public ReadResult<SourceDocument> Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation) => ReadResult<SourceDocument>.Failed(Message(file));

    internal static string Message(string file) => $"{file}：文件设了密码，读不了。请先在 Word、Excel 或 WPS 中取消密码并保存。";
}
