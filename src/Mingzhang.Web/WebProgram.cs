using Mingzhang.Cli;
using Mingzhang.Web.Site;

namespace Mingzhang.Web;

/// <summary>The command line with a web site in it (网站程序): <c>mz</c> starts it for the verb serve, so that other verbs do without a web server.</summary>
internal static class WebProgram
{
    public static int Main(string[] args) => Entry.Run(args, (session, request) => SiteRunner.RunAsync(session, request).GetAwaiter().GetResult());
}
