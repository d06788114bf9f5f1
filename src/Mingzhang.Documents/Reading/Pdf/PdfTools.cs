using Mingzhang.Documents.Reading.Layout;

namespace Mingzhang.Documents.Reading.Pdf;

/// <summary>What the two programs say of a PDF: words and lines of every page.</summary>
/// <param name="Words">Words by page.</param>
/// <param name="Rules">Ruled lines by page.</param>
internal sealed record PdfParts(IReadOnlyList<PdfPageWords> Words, IReadOnlyList<IReadOnlyList<Rule>> Rules);

/// <summary>Asks poppler for words and qpdf for the page content.</summary>
internal static class PdfTools
{
    private sealed class Unreadable(string why) : Exception(why);

    /// <summary>The parts of the PDF, or why there are none.</summary>
    public static ReadResult<PdfParts> Take(string file, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("mingzhang-pdf-");
        try
        {
            var path = Path.Combine(folder.FullName, "in.pdf");
            using (var stream = File.Create(path))
                stream.Write(content.Span);
            return ReadResult<PdfParts>.Of(new PdfParts(Words(path, cancellation), Rules(path, cancellation)));
        }
        catch (Unreadable e)
        {
            return ReadResult<PdfParts>.Failed($"{file}：{e.Message}");
        }
        catch (IOException e)
        {
            return ReadResult<PdfParts>.Failed($"{file}：读取 PDF 时无法使用临时文件夹（{e.Message}）。请检查磁盘空间。");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<PdfPageWords> Words(string path, CancellationToken cancellation)
    {
        var run = Run("pdftotext", "poppler-utils", ["-enc", "UTF-8", "-bbox-layout", path, "-"], cancellation, out var said);
        if (run.ExitCode != 0)
            throw new Unreadable(Why(said));
        if (said.Contains("Missing language pack", StringComparison.OrdinalIgnoreCase))
            throw new Unreadable("PDF 用的汉字编码需要字符集数据，这台机器上没有。请安装：apt-get install poppler-data。");
        var pages = PdfWords.Parse(run.Output) ?? throw new Unreadable(Damaged);
        if (pages.Count == 0)
            throw new Unreadable(Damaged);
        if (pages.All(p => p.Words.Count == 0))
            throw new Unreadable("PDF 里没有文字，可能是扫描件。请取得由 Word 或 Excel 导出的文件，或先做文字识别（OCR）再试。");
        return pages;
    }

    private static List<IReadOnlyList<Rule>> Rules(string path, CancellationToken cancellation)
    {
        var structure = Objects(["--json=2", "--json-key=pages", "--json-key=qpdf", "--json-stream-data=none", path], cancellation);
        var pages = structure.Pages();
        var wanted = new HashSet<string>(pages.SelectMany(p => p.Contents), StringComparer.Ordinal);
        var waiting = new Stack<System.Text.Json.JsonElement>(pages.Select(p => p.Resources));
        while (waiting.TryPop(out var resources))
        {
            foreach (var form in structure.Forms(resources).Values)
            {
                if (wanted.Add(form))
                    waiting.Push(structure.Resources(form));
            }
        }

        if (wanted.Count == 0)
            return [.. pages.Select(_ => Array.Empty<Rule>())];
        var streams = Objects(
            ["--json=2", "--json-key=qpdf", "--decode-level=generalized", "--json-stream-data=inline", .. wanted.Select(w => "--json-object=" + w.Replace(" R", "", StringComparison.Ordinal).Replace(' ', ',')), path],
            cancellation);
        return [.. pages.Select(p =>
        {
            cancellation.ThrowIfCancellationRequested();
            using var joined = new MemoryStream();
            foreach (var reference in p.Contents)
            {
                joined.Write(streams.Data(reference));
                joined.WriteByte((byte)'\n');
            }

            return PdfRules.Find(joined.ToArray(), p.ToTopLeft, Lookup(structure, streams, p.Resources));
        })];
    }

    private static Func<string, PdfForm?> Lookup(PdfObjects structure, PdfObjects streams, System.Text.Json.JsonElement resources)
    {
        var forms = structure.Forms(resources);
        return name => forms.TryGetValue(name, out var reference)
            ? new PdfForm(streams.Data(reference), structure.Matrix(reference), Lookup(structure, streams, structure.Resources(reference)))
            : null;
    }

    private static PdfObjects Objects(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var run = Run("qpdf", "qpdf", arguments, cancellation, out var said);
        // 3 means warnings: qpdf mended what was wrong.
        if (run.ExitCode is not (0 or 3))
            throw new Unreadable(Why(said));
        return PdfObjects.Parse(run.Output) ?? throw new Unreadable(Damaged);
    }

    private static ProgramRun Run(string program, string package, IReadOnlyList<string> arguments, CancellationToken cancellation, out string said)
    {
        var run = ExternalProgram.Run(program, arguments, cancellation);
        said = run.Errors;
        return run.End switch
        {
            ProgramEnd.Missing => throw new Unreadable($"读 PDF 需要程序 {program}，这台机器上没有。请安装：apt-get install {package}。"),
            ProgramEnd.TimedOut => throw new Unreadable("PDF 太复杂，60 秒内没有读完。请只保留需要的页再试。"),
            ProgramEnd.TooMuchOutput => throw new Unreadable("PDF 展开后过大，已停止读取。请只保留需要的页再试。"),
            _ => run,
        };
    }

    private const string Damaged = "PDF 已损坏，无法读取。请重新下载或重新导出。";

    private static string Why(string said) => said.Contains("password", StringComparison.OrdinalIgnoreCase)
        ? "PDF 有打开密码。请用密码打开后另存为没有密码的文件再试。"
        : Damaged;
}
