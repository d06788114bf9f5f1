using System.Text;

namespace Mingzhang.Cli;

/// <summary>Where a process begins (程序入口), with or without the web site in it.</summary>
internal static class Entry
{
    /// <summary>Runs one call.</summary>
    /// <param name="args">The words after <c>./mz</c>.</param>
    /// <param name="serve">Runs the web site; null in the command line.</param>
    /// <param name="work">Runs a worker; null in the command line.</param>
    public static int Run(string[] args, Func<Session, ServeRequest, int>? serve, Func<Session, WorkRequest, int>? work = null)
    {
        // Chinese must reach a pipe or a file whole, whatever code page the console has.
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var session = new Session(Language.Of(args), Home.Find(), Console.Out, Console.Error, !Console.IsErrorRedirected) { Serve = serve, Work = work };
        try
        {
            return CommandLine.Run(args, session);
        }
        catch (Exception defect)
        {
            // The one place that catches everything: what the input is guilty of never gets here.
            return Defects.Report(defect, session);
        }
    }
}
