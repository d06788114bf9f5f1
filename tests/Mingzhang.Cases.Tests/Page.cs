using System.Text.RegularExpressions;

namespace Mingzhang.Cases.Tests;

/// <summary>A page of docs/ and the examples in it.</summary>
internal sealed partial class Page(string name)
{
    public string Text { get; } = File.ReadAllText(Path.Combine(Product.Root, "docs", name)).ReplaceLineEndings("\n");

    /// <summary>The content of the example under a line that names a file.</summary>
    public string Example(string file) => Named().Matches(Text).Single(m => m.Groups["file"].Value == file).Groups["text"].Value;

    /// <summary>The examples of a kind, e.g. 公式.</summary>
    public IEnumerable<string> Blocks(string kind) => Block().Matches(Text).Where(m => m.Groups["kind"].Value == kind).Select(m => m.Groups["text"].Value);

    [GeneratedRegex("`(?<file>[^`\n]+)`\n\n```(yaml|text)\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex("^```(?<kind>[^\n`]+)\n(?<text>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
