using System.Diagnostics;
using Mingzhang.Documents.Reading.Layout;
using Mingzhang.Documents.Reading.Packages;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Ofd;

/// <summary>Reads OFD (GB/T 33190 电子文件存储与交换格式 版式文档): words and ruled lines from the page objects, tables as in PDF.</summary>
public sealed class OfdReader : ISourceReader
{
    /// <summary>Most bytes that all pages together may unpack to.</summary>
    private const long LargestUnpacked = 400L * 1024 * 1024;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    /// <inheritdoc/>
    public string Format => "OFD";

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> content) => ZipPackage.Lists(content, "OFD.xml"u8);

    /// <inheritdoc/>
    public ReadResult<SourceDocument> Read(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        try
        {
            using var package = ZipPackage.Open(content, LargestUnpacked);
            return Read(file, package, cancellation);
        }
        catch (Exception e) when (e is InvalidDataException or IOException)
        {
            return Failed(file, $"文件已损坏，读不下去（{e.Message}）。请重新下载或重新导出。");
        }
    }

    private static ReadResult<SourceDocument> Read(string file, ZipPackage package, CancellationToken cancellation)
    {
        if (OfdDocument.Load(package, "OFD.xml") is not { } root)
            return Failed(file, "文件已损坏，读不下去（OFD.xml 读不出）。请重新下载或重新导出。");
        if (OfdDocument.Child(root, "Encryptions") is not null)
            return Failed(file, "文件加了密，读不了。请用密码或证书打开后另存为没有加密的文件再试。");
        var (titles, notes) = (new List<string>(), new List<string>());
        var pages = new List<IReadOnlyList<PageBlock>>();
        var check = new PageCheck();
        var damaged = new List<int>();
        string? edition = null;
        var started = Stopwatch.GetTimestamp();
        var (isAslant, isCutShort, left) = (false, false, 0);
        var bodies = OfdDocument.Children(root, "DocBody").ToList();
        for (var b = 0; b < bodies.Count; b++)
        {
            var info = OfdDocument.Child(bodies[b], "DocInfo");
            if (OfdDocument.Child(info, "Title")?.Value.Trim() is { Length: > 0 } title)
                titles.Add(title);
            edition ??= OfdDocument.Children(OfdDocument.Child(info, "Keywords"), "Keyword").Select(k => PackageEdition.Of(k.Value)).FirstOrDefault(k => k is not null);
            if (OfdDocument.Open(package, OfdDocument.Child(bodies[b], "DocRoot")?.Value) is not { } document)
            {
                notes.Add(bodies.Count == 1 ? "文件没有可读的文档。" : $"文件里的第 {b + 1} 份文档已损坏，没有读取。");
                continue;
            }

            foreach (var part in document.Pages)
            {
                cancellation.ThrowIfCancellationRequested();
                var number = pages.Count + 1;
                if (left > 0 || pages.Count >= PageCheck.MostPages || Stopwatch.GetElapsedTime(started) > Patience)
                {
                    left++;
                    continue;
                }

                if (document.Page(part) is not ({ } page, var height))
                {
                    damaged.Add(number);
                    pages.Add([]);
                    continue;
                }

                isAslant |= page.HasAslantText;
                isCutShort |= page.IsCutShort;
                pages.Add(check.Take(number, page.Words, page.HasImage) ? PageLayout.Read(number, height, page.Words, page.Rules) : []);
            }
        }

        if (check.Fault() is { } fault)
            return Failed(file, damaged.Count > 0 ? "文件已损坏，没有一页读得出。请重新下载或重新导出。" : fault);
        if (damaged.Count > 0)
            notes.Add($"{PageCheck.Numbers(damaged)}已损坏，没有读取。");
        notes.AddRange(check.Notes());
        if (isAslant)
            notes.Add("斜排的文字（水印）没有读取。");
        if (isCutShort)
            notes.Add("有的页内容过多，只读取了一部分。");
        if (left > 0)
            notes.Add($"文件太长，只读取了前 {pages.Count} 页，其余 {left} 页没有读取。");
        var blocks = PageJoin.Join(pages);
        return blocks.Count == 0
            ? Failed(file, "里没有可读的文字。请确认文件已完整保存或下载。")
            : ReadResult<SourceDocument>.Of(new SourceDocument(file, pages.Count, blocks) { Titles = titles, Edition = edition, Notes = notes });
    }

    private static ReadResult<SourceDocument> Failed(string file, string why) => ReadResult<SourceDocument>.Failed($"{file}：OFD {why}");
}
