using System.Text.RegularExpressions;

namespace Mingzhang.Architecture.Tests;

/// <summary>The glossary holds each term once, and names only what the code has.</summary>
public class GlossaryTests
{
    private static readonly string Glossary = Checkout.Files.Single(f => f.Path == "docs/glossary.md").Text;

    [Fact]
    public void Each_term_stands_once_in_the_glossary() => Assert.Empty(Repeated(Glossary));

    [Fact]
    public void Each_name_of_the_glossary_exists_in_the_code() =>
        Assert.Empty(Unknown(Glossary, string.Join('\n', Checkout.Sources.Select(f => CSharpText.CodeOf(f.Text)))));

    [Fact]
    public void A_planted_repetition_and_a_planted_stranger_are_found()
    {
        const string planted = "| 术语 | English | code | source |\n| 数 | figure | `Figure` | x |\n| 数 | number | `Figure.Lost` | x |\n";
        Assert.Equal(["数"], Repeated(planted));
        Assert.Equal(["Figure.Lost"], Unknown(planted, "public record Figure(decimal Value);"));
    }

    private static IEnumerable<string[]> Rows(string glossary) => glossary.Split('\n')
        .Where(l => l.StartsWith("| ", StringComparison.Ordinal) && !l.StartsWith("| 术语", StringComparison.Ordinal) && !l.StartsWith("| ---", StringComparison.Ordinal))
        .Select(l => l.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries));

    private static IEnumerable<string> Repeated(string glossary) =>
        Rows(glossary).GroupBy(r => r[0], StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key);

    // A name is there when each of its parts is a word of the code, the type as a declaration.
    private static IEnumerable<string> Unknown(string glossary, string code)
    {
        var words = Regex.Matches(code, @"\w+").Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var types = Regex.Matches(code, @"\b(?:class|record struct|record|struct|enum|interface)\s+(\w+)").Select(m => m.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        return Rows(glossary).Select(r => r[2].Trim('`')).Where(n => n != "–")
            .Where(n => !(types.Contains(n.Split('.')[0]) && n.Split('.').All(words.Contains)));
    }
}
