namespace Mingzhang.Documents.Reading.Office;

/// <summary>Turns an old Office document into its present form by LibreOffice, as a separate program with a profile of its own.</summary>
internal static class LibreOffice
{
    /// <summary>Its start alone takes some seconds.</summary>
    private static readonly ProgramBounds Bounds = new(TimeSpan.FromSeconds(40), null, 0);
    private static readonly string[] Names = ["soffice", "libreoffice"];

    // Two at once are slower than one after the other, and each needs some hundred MB.
    private static readonly Lock OneAtATime = new();

    /// <summary>Converts.</summary>
    /// <param name="content">The old document.</param>
    /// <param name="extension">Its usual extension, by which LibreOffice chooses its filter where the content leaves it open.</param>
    /// <param name="target">Extension of the wanted form: docx or xlsx.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The converted document, or in Chinese why there is none and what to do, to stand after the name of the file.</returns>
    public static ReadResult<byte[]> Convert(ReadOnlyMemory<byte> content, string extension, string target, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("mingzhang-office-");
        try
        {
            var source = Path.Combine(folder.FullName, "in." + extension);
            using (var stream = File.Create(source))
                stream.Write(content.Span);
            lock (OneAtATime)
                return Run(folder.FullName, source, target, cancellation);
        }
        catch (IOException e)
        {
            return ReadResult<byte[]>.Failed($"读取时无法使用临时文件夹（{e.Message}）。请检查磁盘空间。");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ReadResult<byte[]> Run(string folder, string source, string target, CancellationToken cancellation)
    {
        // A profile of its own: it works beside an open LibreOffice, and macros and links stay at their safe defaults.
        string[] arguments =
        [
            "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profile")).AbsoluteUri,
            "--headless", "--norestore", "--nolockcheck", "--nodefault", "--convert-to", target, "--outdir", folder, source,
        ];
        foreach (var name in Names)
        {
            var run = ExternalProgram.Run(name, arguments, Bounds, cancellation);
            if (run.End == ProgramEnd.Missing)
                continue;
            var made = Path.Combine(folder, "in." + target);
            if (run.End == ProgramEnd.Exited && File.Exists(made))
                return ReadResult<byte[]>.Of(File.ReadAllBytes(made));
            return ReadResult<byte[]>.Failed(run.End == ProgramEnd.TimedOut
                ? $"LibreOffice 在 {Bounds.Patience.TotalSeconds:0} 秒内没有读完。请用 Word、Excel 或 WPS 另存为 .{target} 再试。"
                : $"文件已损坏，LibreOffice 打不开。请用 Word、Excel 或 WPS 另存为 .{target} 再试。");
        }

        return ReadResult<byte[]>.Failed($"这是旧格式，要由 LibreOffice 转换才能读，这台机器上没有。请用 Word、Excel 或 WPS 另存为 .{target}，或安装：apt-get install libreoffice-writer-nogui libreoffice-calc-nogui。");
    }
}
