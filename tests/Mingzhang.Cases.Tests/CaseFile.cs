using System.Text;
using System.Text.RegularExpressions;

namespace Mingzhang.Cases.Tests;

/// <summary>What a case expects of one formula.</summary>
/// <param name="Rule">Id of the formula.</param>
/// <param name="Outcome">相符, 四舍五入差异, 末位差一, 不符, 无法判断 or 不适用.</param>
internal sealed record ExpectedOutcome(string Rule, string Outcome);

/// <summary>
/// An audit case that a person can read (审核案例): what is expected, a line of equals signs, then the document as text.
/// docs/formula-language.md describes the form.
/// </summary>
internal sealed partial class CaseFile
{
    private CaseFile(string name, string text)
    {
        Name = name;
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var cut = Array.FindIndex(lines, l => l.StartsWith("====", StringComparison.Ordinal));
        Document = Encoding.UTF8.GetBytes(string.Join('\n', lines[(cut + 1)..]));
        foreach (var line in lines[..Math.Max(cut, 0)].Where(l => l.Length > 0))
            Take(line);
        Assert.True(cut > 0 && Edition.Length > 0 && Outcomes.Count > 0, $"{name}：案例要有“表样”“期望”和一行等号。");
    }

    /// <summary>The folder that holds a folder for each rule.</summary>
    public static string Folder { get; } = Path.Combine(Product.Root, "tests", "Cases");

    /// <summary>Rule id and what is wrong.</summary>
    public string Name { get; }

    public string Edition { get; private set; } = "";

    public int? Year { get; private set; }

    public List<ExpectedOutcome> Outcomes { get; } = [];

    /// <summary>Findings that must come, and no other errors or warnings; null when the case is silent about them.</summary>
    public List<string>? Findings { get; private set; }

    public byte[] Document { get; }

    /// <summary>Every case, as rule id/what is wrong.</summary>
    public static IReadOnlyList<string> Names() =>
    [
        .. Directory.GetFiles(Folder, "案例.txt", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Folder, Path.GetDirectoryName(f)!).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    public static CaseFile Read(string name) => new(name, File.ReadAllText(Path.Combine(Folder, name, "案例.txt")));

    /// <summary>A case that stands elsewhere.</summary>
    public static CaseFile Parse(string name, string text) => new(name, text);

    private void Take(string line)
    {
        var match = Setting().Match(line);
        Assert.True(match.Success, $"{Name}：不认识这一行“{line}”。");
        var value = match.Groups["value"].Value;
        switch (match.Groups["key"].Value)
        {
            case "表样":
                Edition = value;
                break;
            case "年度":
                Year = int.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
                break;
            case "期望":
                var words = value.Split(' ');
                Outcomes.Add(new ExpectedOutcome(words[0], words[1]));
                break;
            case "发现":
                Findings ??= [];
                if (value != "无")
                    Findings.Add(value);
                break;
        }
    }

    [GeneratedRegex("^(?<key>说明|表样|年度|期望|发现)：(?<value>.+)$")]
    private static partial Regex Setting();
}
