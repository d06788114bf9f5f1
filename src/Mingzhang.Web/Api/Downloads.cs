using System.IO.Compression;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Publishing;
using Mingzhang.Web.Library;

namespace Mingzhang.Web.Api;

/// <summary>Documents as files (下载). What is made is kept with the answers, so a document is made once.</summary>
internal static class Downloads
{
    // Making a PDF starts a browser: one at a time is enough for any machine.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>A document in a format; several files come as one archive.</summary>
    public static async Task<IResult> GetAsync(string agency, int year, string kind, string format, DisclosureLibrary library, ILogger<DisclosureLibrary> log, CancellationToken cancellation)
    {
        if (PublicationKey.KindOf(kind) is not { } known || Publishers.Find(format) is not { } publisher
            || await library.FindAsync(new PublicationKey(agency, year, known), cancellation).ConfigureAwait(false) is not { } publication)
            return Results.NotFound();
        return await SendAsync(publisher, publication.Disclosure, new PublishContext([.. library.Data.Editions.Editions]), publication.Printed.FileName, log, cancellation).ConfigureAwait(false);
    }

    /// <summary>Makes the files of a document and sends them.</summary>
    public static async Task<IResult> SendAsync(IPublisher publisher, Disclosure disclosure, PublishContext context, string name, ILogger log, CancellationToken cancellation)
    {
        await OneAtATime.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var files = await Task.Run(() => publisher.Publish(disclosure, context, cancellation), cancellation).ConfigureAwait(false);
            if (!files.IsRead)
            {
                Say.NotMade(log, publisher.Format, files.Error);
                return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
            }

            return files.Value is [var only]
                ? Results.Bytes(only.Content.ToArray(), Type(only.Name), Path.GetFileName(only.Name))
                : Results.Bytes(Archive(files.Value), "application/zip", $"{name}.zip");
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static byte[] Archive(IReadOnlyList<PublishedFile> files)
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var file in files)
            {
                using var entry = archive.CreateEntry(file.Name).Open();
                entry.Write(file.Content.Span);
            }
        }

        return memory.ToArray();
    }

    private static string Type(string name) => Path.GetExtension(name) switch
    {
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".pdf" => "application/pdf",
        ".html" => "text/html; charset=utf-8",
        _ => "application/octet-stream",
    };
}

/// <summary>What the site writes into its log (日志).</summary>
internal static partial class Say
{
    /// <summary>A file could not be made.</summary>
    [LoggerMessage(1, LogLevel.Warning, "A download could not be made: {Format}: {Why}")]
    public static partial void NotMade(ILogger log, string format, string why);
}
