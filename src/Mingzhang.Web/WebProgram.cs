using System.Text;
using Mingzhang.Cli;
using Mingzhang.Web.Site;

namespace Mingzhang.Web;

/// <summary>The command line with a web site in it (网站程序): <c>mz</c> starts it for the verb serve, so that other verbs do without a web server.</summary>
internal static class WebProgram
{
    public static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var session = new Session(Language.Of(args), Home.Find(), Console.Out, Console.Error, !Console.IsErrorRedirected)
        {
            Serve = (s, request) => SiteRunner.RunAsync(s, request).GetAwaiter().GetResult(),
        };
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
