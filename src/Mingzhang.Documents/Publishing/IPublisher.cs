using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Publishing;

/// <summary>Turns a disclosure into the files of one format (公开文件的一种格式). A new format is one publisher and one line in <see cref="Publishers"/>.</summary>
public interface IPublisher
{
    /// <summary>Short name by which a call asks for the format, e.g. html.</summary>
    string Format { get; }

    /// <summary>Makes the files in memory; nothing is written.</summary>
    /// <param name="disclosure">What is published.</param>
    /// <param name="context">What else is needed.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The files, or in Chinese why they cannot be made and what to do.</returns>
    ReadResult<IReadOnlyList<PublishedFile>> Publish(Disclosure disclosure, PublishContext context, CancellationToken cancellation);
}

/// <summary>What a publisher needs beside the disclosure.</summary>
/// <param name="Editions">All editions: they know how tables are laid out.</param>
/// <param name="FindsPages">Whether a Word file is laid out by LibreOffice, where it is installed, so that its contents show the
/// page numbers found (two seconds); without it they show our own count, which a word processor corrects.</param>
public sealed record PublishContext(IReadOnlyList<Core.Editions.Edition> Editions, bool FindsPages = false);

/// <summary>A file that was made.</summary>
/// <param name="Name">Its name; may have folders before it, parted by “/”, never an absolute path.</param>
/// <param name="Content">Its bytes.</param>
public sealed record PublishedFile(string Name, ReadOnlyMemory<byte> Content);
