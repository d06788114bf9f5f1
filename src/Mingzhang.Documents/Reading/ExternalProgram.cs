using System.ComponentModel;
using System.Diagnostics;

namespace Mingzhang.Documents.Reading;

/// <summary>How a run of a separate program ended.</summary>
internal enum ProgramEnd
{
    /// <summary>It ended by itself; see the exit code.</summary>
    Exited,

    /// <summary>It is not installed.</summary>
    Missing,

    /// <summary>It took longer than allowed and was stopped.</summary>
    TimedOut,

    /// <summary>It wrote more than allowed and was stopped.</summary>
    TooMuchOutput,
}

/// <summary>Result of a run.</summary>
/// <param name="End">How it ended.</param>
/// <param name="ExitCode">Exit code when it ended by itself, else -1.</param>
/// <param name="Output">What it wrote.</param>
/// <param name="Errors">The beginning of what it wrote as errors.</param>
internal sealed record ProgramRun(ProgramEnd End, int ExitCode, byte[] Output, string Errors);

/// <summary>What a separate program may use.</summary>
/// <param name="Patience">How long it may take by the clock.</param>
/// <param name="KiB">Most memory it may have, where the system can bound it; null for no bound.</param>
/// <param name="Seconds">How long it may compute, where the system can bound it: a busy machine is no fault of the file.</param>
internal sealed record ProgramBounds(TimeSpan Patience, int? KiB, int Seconds)
{
    /// <summary>For programs that read what somebody else made.</summary>
    public static ProgramBounds Foreign { get; } = OperatingSystem.IsLinux() ? new(TimeSpan.FromSeconds(40), 420 * 1024, 8) : new(TimeSpan.FromSeconds(9), null, 0);

    /// <summary>For programs that work on what we made.</summary>
    public static ProgramBounds Own { get; } = new(TimeSpan.FromSeconds(60), null, 0);
}

/// <summary>Runs separate programs (poppler, qpdf, a browser) within bounds of time and output, so that a hostile file cannot take us along.</summary>
internal static class ExternalProgram
{
    private const int LargestOutput = 100 * 1024 * 1024;
    private const int ErrorsKept = 4096;

    /// <summary>Runs a program on what we made.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static ProgramRun Run(string program, IEnumerable<string> arguments, CancellationToken cancellation) => Run(program, arguments, ProgramBounds.Own, cancellation);

    /// <summary>Runs a program to its end or to a bound.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    /// <param name="program">Its name, to be found on the path.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="bounds">What it may use.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static ProgramRun Run(string program, IEnumerable<string> arguments, ProgramBounds bounds, CancellationToken cancellation)
    {
        var isLimited = bounds.KiB is not null && OperatingSystem.IsLinux();
        var start = new ProcessStartInfo(isLimited ? "/bin/sh" : program, isLimited ? ["-c", $"ulimit -v {bounds.KiB}; ulimit -t {bounds.Seconds}; exec \"$0\" \"$@\"", program, .. arguments] : arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        using var process = new Process { StartInfo = start };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            return new ProgramRun(ProgramEnd.Missing, -1, [], "");
        }

        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(bounds.Patience);
        using var stop = limit.Token.Register(() => Kill(process));
        var errors = Task.Run(() => Drain(process.StandardError.BaseStream, ErrorsKept, keepReading: true), CancellationToken.None);
        var output = Drain(process.StandardOutput.BaseStream, LargestOutput, keepReading: false);
        if (output is null)
            Kill(process);
        process.WaitForExit();
        var said = System.Text.Encoding.UTF8.GetString(errors.GetAwaiter().GetResult() ?? []);
        cancellation.ThrowIfCancellationRequested();
        if (output is null)
            return new ProgramRun(ProgramEnd.TooMuchOutput, -1, [], said);
        // What a shell answers for a program that is not there.
        if (isLimited && process.ExitCode == 127)
            return new ProgramRun(ProgramEnd.Missing, -1, [], said);
        return limit.IsCancellationRequested
            ? new ProgramRun(ProgramEnd.TimedOut, -1, [], said)
            : new ProgramRun(ProgramEnd.Exited, process.ExitCode, output, said);
    }

    // Null when there is more than the limit and the rest is not to be read away.
    private static byte[]? Drain(Stream stream, int limit, bool keepReading)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        try
        {
            for (int n; (n = stream.Read(buffer)) > 0;)
            {
                if (kept.Length + n <= limit)
                    kept.Write(buffer, 0, n);
                else if (!keepReading)
                    return null;
            }
        }
        catch (IOException)
        {
            // The pipe broke because the program was stopped; what came is enough.
        }

        return kept.ToArray();
    }

    private static void Kill(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has just ended by itself.
        }
        catch (Win32Exception)
        {
            // It is ending.
        }
    }
}
