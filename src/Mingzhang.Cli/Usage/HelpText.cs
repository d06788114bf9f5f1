using System.CommandLine;
using System.CommandLine.Invocation;
using Mingzhang.Cli.Terminal;

namespace Mingzhang.Cli.Usage;

/// <summary>Help (帮助) of a command in the person's language, aligned for Chinese characters.</summary>
internal sealed class HelpText(Session session) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, parseResult.RootCommandResult.Command);
        return ExitStatus.Fine;
    }

    /// <summary>How the command is called, e.g. <c>./mz read --help</c> without the last word.</summary>
    public static string Call(Command command)
    {
        var parent = command.Parents.OfType<Command>().FirstOrDefault();
        return parent is null ? "./mz" : Call(parent) + " " + command.Name;
    }

    private void Write(Command command, Command root)
    {
        var output = session.Output;
        output.WriteLine(command.Description);
        output.WriteLine();
        output.WriteLine($"{session.Say("用法", "Usage")}: {Usage(command)}");
        Section(session.Say("命令", "Commands"), command.Subcommands.Where(c => !c.Hidden).Select(c => (c.Name, c.Description)));
        Section(session.Say("参数", "Arguments"), command.Arguments.Where(a => !a.Hidden).Select(a => (Label(a), a.Description)));
        Section(session.Say("选项", "Options"), Options(command, root).Select(o => (Label(o), o.Description)));
    }

    private string Usage(Command command)
    {
        var words = new List<string> { Call(command) };
        if (command.Subcommands.Count > 0)
            words.Add(session.Say("<命令>", "<command>"));
        words.AddRange(command.Arguments.Where(a => !a.Hidden).Select(a => a.Arity.MinimumNumberOfValues == 0 ? $"[{Label(a)}]" : Label(a)));
        words.Add(session.Say("[选项]", "[options]"));
        return string.Join(' ', words);
    }

    private static IEnumerable<Option> Options(Command command, Command root) =>
        command.Options.Concat(command == root ? [] : root.Options.Where(o => o.Recursive)).Where(o => !o.Hidden);

    private static string Label(Argument argument) =>
        (argument.HelpName ?? argument.Name) + (argument.Arity.MaximumNumberOfValues > 1 ? "..." : "");

    private static string Label(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(a => a.StartsWith('-') && !a.Contains('?', StringComparison.Ordinal)).Append(option.Name));
        return option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? names : $"{names} <{option.HelpName ?? "…"}>";
    }

    private void Section(string title, IEnumerable<(string Label, string? Meaning)> entries)
    {
        var rows = entries.ToList();
        if (rows.Count == 0)
            return;
        session.Output.WriteLine();
        session.Output.WriteLine(title + ":");
        var width = rows.Max(r => TextWidth.Of(r.Label));
        foreach (var (label, meaning) in rows)
            session.Output.WriteLine($"  {TextWidth.Pad(label, width)}  {meaning}".TrimEnd());
    }
}
