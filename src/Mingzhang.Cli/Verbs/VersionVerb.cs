using System.CommandLine;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz version</c>: which Mingzhang this is, and on what it runs (版本).</summary>
internal static class VersionVerb
{
    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var command = new Command("version", session.Say("显示版本和运行环境", "show the version and what it runs on"));
        command.SetAction(_ => Run(session));
        return command;
    }

    private static int Run(Session session)
    {
        var version = typeof(VersionVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion;
        session.Output.WriteLine(
            $"{session.Say("明账", "Mingzhang")} {version} ({RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier})");
        return ExitStatus.Fine;
    }
}
