using System.Diagnostics;
using System.Text;
using Mingzhang.Documents.Json;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Documents.Tests.Reading.Fuzz;

/// <summary>The whole files that are damaged: a compiled sample in every format, and the real documents where they are here.</summary>
internal static class FuzzFiles
{
    public static IReadOnlyList<string> Formats { get; } = ["txt", "gb18030", "utf16", "html", "xlsx", "docx", "ofd", "pdf", "json", "md"];

    private static readonly Lazy<Dictionary<string, IReadOnlyList<byte[]>>> All = new(Make);

    /// <summary>Files of a format.</summary>
    public static IReadOnlyList<byte[]> Of(string format) => All.Value[format];

    private static Dictionary<string, IReadOnlyList<byte[]>> Make()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var whole = Publishing.Samples.Compile("hanyang-2023");
        // Some tables with a narrative and a form: short enough that thousands can be read, and every part of the reader meets them.
        var disclosure = Publishing.SampleDisclosure.Whole("hanyang-2023") with { Statements = [.. whole.Statements.Take(6)] };
        var document = DocumentLayout.Of(disclosure, Publishing.Samples.Context.Editions);
        var text = DocumentText.Plain(document);
        var real = new[] { "caidian-2025-budget", "dongxihu-2024-final", "hanyang-2023-budget", "jiangan-2024-budget", "qingshan-2022-budget" }
            .Select(s => Beside($"seeds/{s}.txt")).OfType<byte[]>().ToList();
        using var json = new MemoryStream();
        DisclosureJson.Write(json, disclosure);
        return new Dictionary<string, IReadOnlyList<byte[]>>(StringComparer.Ordinal)
        {
            ["txt"] = [Encoding.UTF8.GetBytes(text), .. real],
            ["gb18030"] = [Encoding.GetEncoding("GB18030").GetBytes(text)],
            ["utf16"] = [[0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)]],
            ["html"] = [Publishing.SampleDisclosure.Publish(disclosure, "html")],
            ["xlsx"] = [Publishing.SampleDisclosure.Publish(disclosure, "xlsx")],
            ["docx"] = [Publishing.SampleDisclosure.Publish(disclosure, "docx")],
            ["ofd"] = [OfdSample.Write(disclosure)],
            ["pdf"] = [SmallPdf(), .. Packed(SmallPdf()), .. new[] { Beside("real/putuo-guihua-2024-final.pdf") }.OfType<byte[]>()],
            ["json"] = [json.ToArray()],
            ["md"] = [Encoding.UTF8.GetBytes(DocumentText.Markdown(document)), Encoding.UTF8.GetBytes("# 预算\n\n收支总表\n单位：万元\n| 项目 | 金额 |\n|---|---:|\n| 教育 | 1.50 |\n| 合计 | 1.50 |\n")],
        };
    }

    private static byte[] SmallPdf() => new TinyPdf().Text(60, 60, "收支总表").Text(400, 80, "单位：万元").Grid([50, 150, 250], [100, 120, 140, 160])
        .Text(60, 114, "项目").Text(160, 114, "金额").Text(60, 134, "教育支出").Text(160, 134, "1.50").Text(60, 154, "合计").Text(160, 154, "1.50").AsForm(1, 1)
        .EndPage().Grid([50, 150, 250], [100, 120, 140]).Text(60, 114, "卫生健康支出").Text(60, 300, "2023年收入预算1.50万元，比上年增加0.20万元。").Bytes();

    // With its objects packed in streams, as most programs write them.
    private static IEnumerable<byte[]> Packed(byte[] pdf)
    {
        if (!TinyPdf.CanRead)
            yield break;
        var folder = Directory.CreateTempSubdirectory("mingzhang-fuzz-");
        var (source, made) = (Path.Combine(folder.FullName, "source.pdf"), Path.Combine(folder.FullName, "made.pdf"));
        File.WriteAllBytes(source, pdf);
        using (var qpdf = Process.Start("qpdf", ["--object-streams=generate", "--compress-streams=y", source, made]))
            qpdf.WaitForExit();
        yield return File.ReadAllBytes(made);
        folder.Delete(recursive: true);
    }

    private static byte[]? Beside(string relative) => Shared.Folder is { } folder && File.Exists(Path.Combine(folder, relative)) ? File.ReadAllBytes(Path.Combine(folder, relative)) : null;
}
