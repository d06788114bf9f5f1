namespace Mingzhang.Cli.Tests;

/// <summary>What a call printed and how it ended.</summary>
internal sealed record Outcome(int Status, string Output, string Error);

/// <summary>Calls the command line in this process, as a person would write it.</summary>
internal static class Calls
{
    public static Outcome Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var status = CommandLine.Run(args, new Session(Language.Of(args), Home.Find(), output, error));
        return new Outcome(status, output.ToString(), error.ToString());
    }
}
