using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Json;
using Mingzhang.Documents.Publishing.Layout;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Publishing.OpenData;

/// <summary>Publishes open data (开放数据): a CSV for each table described by a Frictionless <c>datapackage.json</c>, and the contract's JSON of the whole.</summary>
public sealed class OpenDataPublisher : IPublisher
{
    /// <inheritdoc/>
    public string Format => "data";

    /// <inheritdoc/>
    public ReadResult<IReadOnlyList<PublishedFile>> Publish(Disclosure disclosure, PublishContext context, CancellationToken cancellation)
    {
        var document = DocumentLayout.Of(disclosure, context.Editions);
        var folder = document.FileName + "-开放数据/";
        var tables = disclosure.Statements.Select((s, i) => new DataTable(s, i + 1)).ToList();
        var files = new List<PublishedFile> { new(folder + "datapackage.json", DataPackage.Write(document, disclosure.Facts, tables)) };
        files.AddRange(tables.Select(t => new PublishedFile(folder + t.Path, t.Csv())));
        files.Add(new PublishedFile(folder + DataPackage.WholePath, Whole(disclosure)));
        return ReadResult<IReadOnlyList<PublishedFile>>.Of(files);
    }

    private static byte[] Whole(Disclosure disclosure)
    {
        using var memory = new MemoryStream();
        using (var json = JsonFormat.Writer(memory))
            DisclosureJson.Write(json, disclosure);
        return memory.ToArray();
    }
}
