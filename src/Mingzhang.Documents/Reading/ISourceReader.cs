using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading;

/// <summary>Turns the bytes of one format into the neutral layout. Adding a format is one reader and one line in <see cref="SourceReaders"/>.</summary>
public interface ISourceReader
{
    /// <summary>Chinese name of the format, for messages.</summary>
    string Format { get; }

    /// <summary>Whether the content is of this format. Looks only at the bytes, never at a name; must be cheap.</summary>
    /// <param name="content">The whole content, at least one byte.</param>
    bool Recognises(ReadOnlySpan<byte> content);

    /// <summary>Reads content that was recognised. Damaged content is an error, never an exception.</summary>
    /// <param name="file">Name used in messages and in the result.</param>
    /// <param name="content">The whole content.</param>
    /// <param name="cancellation">Stops the work.</param>
    ReadResult<SourceDocument> Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation);
}
