using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Mingzhang.Cli.Usage;
using Mingzhang.Cli.Verbs;
using Mingzhang.Data;

namespace Mingzhang.Cli;

/// <summary>The command line (命令行): its verbs and what every one of them shares.</summary>
internal static class CommandLine
{
    /// <summary>Runs one call. Input at fault never throws; what is thrown is a defect of Mingzhang.</summary>
    /// <param name="args">The words after <c>./mz</c>.</param>
    /// <param name="session">Language, folders and writers.</param>
    /// <returns>One of <see cref="ExitStatus"/>.</returns>
    public static int Run(IReadOnlyList<string> args, Session session)
    {
        var call = Describe(session).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (call.Action is ParseErrorAction)
            return WrongCall.Refuse(call, session);
        try
        {
            return call.Invoke(new InvocationConfiguration
            {
                Output = session.Output,
                Error = session.Error,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (DataFolderException broken)
        {
            return Defects.Report(broken, session);
        }
    }

    private static RootCommand Describe(Session session)
    {
        var root = new RootCommand(session.Say(
            "明账：编制、读取、审核预决算公开文件",
            "Mingzhang: compile, read and audit published budgets and final accounts"));
        root.Directives.Clear();
        root.Options.Clear();
        root.Options.Add(new HelpOption("--help", "-h")
        {
            Description = session.Say("显示帮助", "show help"),
            Action = new HelpText(session),
        });
        var language = new Option<string>(Language.Option)
        {
            Description = session.Say("界面语言：zh（默认）或 en", "language of the texts: zh (default) or en"),
            HelpName = "zh|en",
            Recursive = true,
        };
        root.Options.Add(language.AcceptOnlyFromAmong("zh", "en"));
        foreach (var create in Catalogue.All)
            root.Subcommands.Add(create(session));
        return root;
    }
}
