using Mingzhang.Documents.Reading.Layout;

namespace Mingzhang.Documents.Reading.Pdf;

/// <summary>What the two programs say of a PDF: words and lines of every page.</summary>
/// <param name="Words">Words by page.</param>
/// <param name="Drawings">What else is on each page; fewer than pages where it could not be read.</param>
/// <param name="Notes">What could not be read.</param>
internal sealed record PdfParts(IReadOnlyList<PdfPageWords> Words, IReadOnlyList<PdfDrawing> Drawings, IReadOnlyList<string> Notes);

/// <summary>What is drawn on a page beside its words.</summary>
/// <param name="Rules">Its ruled lines.</param>
/// <param name="HasImage">Whether it shows a picture.</param>
internal sealed record PdfDrawing(IReadOnlyList<Rule> Rules, bool HasImage);

/// <summary>Asks poppler for words while the page content is read, by ourselves or, where that fails, by qpdf.</summary>
internal static class PdfTools
{
    private const int MostPages = PageCheck.MostPages;

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
            return ReadResult<PdfParts>.Of(Parts(path, content, cancellation));
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

    private static PdfParts Parts(string path, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var own = Task.Run(() => OwnDrawings(content, stop.Token), CancellationToken.None);
        List<PdfPageWords> words;
        try
        {
            words = Words(path, cancellation);
        }
        catch (Exception e) when (e is Unreadable or OperationCanceledException)
        {
            stop.Cancel();
            // Nothing may go on with the file once it is away; what it met is no longer of interest.
            ((IAsyncResult)own).AsyncWaitHandle.WaitOne();
            _ = own.Exception;
            throw;
        }

        var notes = new List<string>();
        if (words.Count > MostPages)
        {
            notes.Add($"文件太长，只读取了前 {MostPages} 页，其余没有读取。");
            words.RemoveRange(MostPages, words.Count - MostPages);
        }

        try
        {
            // Where both do not see the same pages, ours is not to be trusted.
            var drawings = own.GetAwaiter().GetResult();
            return new PdfParts(words, drawings?.Count == words.Count ? drawings : QpdfDrawings(path, cancellation), notes);
        }
        catch (Unreadable e) when (words.Any(w => w.Words.Count > 0))
        {
            // Words alone are still worth reading: figures are then placed by arithmetic.
            notes.Add($"表格线没有读出，各数的栏次要看算术关系（{e.Message.TrimEnd('。')}）。");
            return new PdfParts(words, [], notes);
        }
    }

    private static List<PdfPageWords> Words(string path, CancellationToken cancellation)
    {
        // One page more than is read tells that there are more.
        var run = Run("pdftotext", "poppler-utils", ["-enc", "UTF-8", "-bbox-layout", "-l", $"{MostPages + 1}", path, "-"], cancellation);
        if (run.ExitCode != 0)
            throw new Unreadable(Why(run.Errors));
        if (run.Errors.Contains("Missing language pack", StringComparison.OrdinalIgnoreCase))
            throw new Unreadable("PDF 用的汉字编码需要字符集数据，这台机器上没有。请安装：apt-get install poppler-data。");
        var pages = PdfWords.Parse(run.Output) ?? throw new Unreadable(Damaged);
        return pages.Count > 0 ? pages : throw new Unreadable(Damaged);
    }

    // Our own reader first; what it does not understand is qpdf's.
    internal static List<PdfDrawing>? OwnDrawings(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        try
        {
            var file = PdfFile.Open(content, MostPages + 1);
            return Drawings(new PdfObjects(file), file, cancellation);
        }
        catch (PdfFaultException)
        {
            return null;
        }
    }

    internal static List<PdfDrawing> QpdfDrawings(string path, CancellationToken cancellation)
    {
        var structure = Objects(["--json=2", "--json-key=pages", "--json-key=qpdf", "--json-stream-data=none", path], cancellation);
        var objects = new PdfObjects(structure);
        var pages = objects.Pages().Take(MostPages).ToList();
        var wanted = new HashSet<PdfReference>(pages.SelectMany(p => p.Contents));
        var waiting = new Stack<object?>(pages.Select(p => p.Resources));
        while (waiting.TryPop(out var resources))
        {
            foreach (var form in objects.Forms(resources).Values)
            {
                if (wanted.Add(form))
                    waiting.Push(objects.Resources(form));
            }
        }

        IPdfStore streams = wanted.Count == 0 ? structure : Objects(
            ["--json=2", "--json-key=qpdf", "--decode-level=generalized", "--json-stream-data=inline", .. wanted.Select(w => FormattableString.Invariant($"--json-object={w.Number},{w.Generation}")), path],
            cancellation);
        return Drawings(objects, streams, cancellation);
    }

    private static List<PdfDrawing> Drawings(PdfObjects objects, IPdfStore streams, CancellationToken cancellation) => [.. objects.Pages().Take(MostPages).Select(p =>
    {
        cancellation.ThrowIfCancellationRequested();
        using var joined = new MemoryStream();
        foreach (var reference in p.Contents)
        {
            joined.Write(streams.Data(reference));
            joined.WriteByte((byte)'\n');
        }

        return new PdfDrawing(PdfRules.Find(joined.ToArray(), p.ToTopLeft, Lookup(objects, streams, p.Resources)), objects.HasImage(p.Resources));
    })];

    private static Func<string, PdfForm?> Lookup(PdfObjects objects, IPdfStore streams, object? resources)
    {
        var forms = objects.Forms(resources);
        return name => forms.TryGetValue(name, out var reference)
            ? new PdfForm(streams.Data(reference), objects.Matrix(reference), Lookup(objects, streams, objects.Resources(reference)))
            : null;
    }

    private static QpdfStore Objects(IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var run = Run("qpdf", "qpdf", arguments, cancellation);
        // 3 means warnings: qpdf mended what was wrong.
        if (run.ExitCode is not (0 or 3))
            throw new Unreadable(Why(run.Errors));
        return QpdfStore.Parse(run.Output) ?? throw new Unreadable(Damaged);
    }

    private static ProgramRun Run(string program, string package, IReadOnlyList<string> arguments, CancellationToken cancellation)
    {
        var run = ExternalProgram.Run(program, arguments, ProgramBounds.Foreign, cancellation);
        return run.End switch
        {
            ProgramEnd.Missing => throw new Unreadable($"读 PDF 需要程序 {program}，这台机器上没有。请安装：apt-get install {package}。"),
            ProgramEnd.TimedOut => throw new Unreadable(TooLarge),
            ProgramEnd.TooMuchOutput => throw new Unreadable("PDF 展开后过大，已停止读取。请只保留需要的页再试。"),
            // Stopped by a signal: it went beyond its time or memory.
            ProgramEnd.Exited when run.ExitCode >= 128 => throw new Unreadable(TooLarge),
            _ => run,
        };
    }

    private const string Damaged = "PDF 已损坏，无法读取。请重新下载或重新导出。";
    private const string TooLarge = "PDF 太复杂，几秒内没有读完。请只保留需要的页再试。";

    private static string Why(string said)
    {
        if (said.Contains("password", StringComparison.OrdinalIgnoreCase))
            return "PDF 有打开密码。请用密码打开后另存为没有密码的文件再试。";
        return said.Contains("bad_alloc", StringComparison.Ordinal) || said.Contains("emory", StringComparison.Ordinal) ? TooLarge : Damaged;
    }
}
