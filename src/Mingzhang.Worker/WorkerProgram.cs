using Mingzhang.Cli;

namespace Mingzhang.Worker;

/// <summary>The command line with a scheduler in it (审核工作程序): <c>mz</c> starts it for the verb worker.</summary>
internal static class WorkerProgram
{
    public static int Main(string[] args) => Entry.Run(args, serve: null, (session, request) => WorkerRunner.RunAsync(session, request).GetAwaiter().GetResult());
}
