using System.CommandLine;
using System.Text.RegularExpressions;

namespace Mingzhang.Cli.Usage;

/// <summary>Says in one line what is wrong with a call (用法错误) and where to look.</summary>
internal static class WrongCall
{
    // The library's English sentences, and what a person here reads instead. A validator of ours speaks for itself.
    private static readonly (string English, string Chinese)[] Sentences =
    [
        ("^Required command was not provided", "缺少命令"),
        ("^Unrecognized command or argument '(.*)'", "不认识“$1”"),
        ("^Required argument '(.*)' missing for command: '(.*)'", "$2 缺少参数 $1"),
        ("^Required argument missing for option: '(.*)'", "选项 $1 后面缺少值"),
        ("^Option '(.*)' is required", "必须给出选项 $1"),
        ("^Option '(.*)' expects a single argument but .*", "选项 $1 只能给一次"),
        ("^Argument '(.*)' not recognized. Must be one of:(.*)", "“$1”不行，可以是$2"),
        ("^Cannot parse argument '(.*)' for option '(.*)' as expected type.*", "选项 $2 的值“$1”不对"),
        ("^Cannot parse argument '(.*)' for command '(.*)' as expected type.*", "$2 的参数“$1”不对"),
        ("^Cannot parse argument '(.*)' as expected type.*", "参数“$1”不对"),
        ("^(?:File|Directory|File or directory) does not exist: '(.*)'", "找不到 $1"),
        ("^Character not allowed in a (?:path|file name): '(.*)'", "文件名中不能有“$1”"),
        ("^Response file not found '(.*)'", "找不到参数文件 $1"),
        ("^Error reading response file '(.*)': .*", "参数文件 $1 读不出"),
        ("^(.*) option cannot be combined with other arguments", "选项 $1 只能单独用"),
    ];

    /// <summary>Writes the line.</summary>
    /// <returns><see cref="ExitStatus.Unusable"/>.</returns>
    public static int Refuse(ParseResult call, Session session)
    {
        var help = HelpText.Call(call.CommandResult.Command) + " --help";
        // A word that is no verb makes the library miss the verb too: one cause, one mistake.
        var messages = call.Errors.Select(e => e.Message).ToList();
        if (call.UnmatchedTokens.Count > 0)
            messages.RemoveAll(m => m.StartsWith("Required command", StringComparison.Ordinal));
        var mistakes = messages.Select(m => session.Say(Chinese(m), m.TrimEnd('.'))).Distinct(StringComparer.Ordinal);
        return session.Refuse(
            $"{string.Join('；', mistakes)}；用法见 {help}",
            $"{string.Join("; ", mistakes)}; see {help}");
    }

    private static string Chinese(string message)
    {
        var line = Regex.Replace(message, @"\s+", " ");
        foreach (var (english, chinese) in Sentences)
        {
            var match = Regex.Match(line, english);
            if (match.Success)
                return match.Result(chinese);
        }

        return line.TrimEnd('.', '。');
    }
}
