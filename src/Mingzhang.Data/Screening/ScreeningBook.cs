using Mingzhang.Core.Screening;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Screening;

/// <summary>A case of a rule (例): lines that it must hit, or must not.</summary>
/// <param name="Name">What is special about them, as the file says.</param>
/// <param name="IsHit">Whether the rule must hit.</param>
/// <param name="Claims">The lines.</param>
public sealed record ScreeningCase(string Name, bool IsHit, IReadOnlyList<Claim> Claims);

/// <summary>A rule with its cases.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="File">File it stands in.</param>
/// <param name="Cases">Its cases: at least one that hits and one that does not.</param>
public sealed record CasedRule(ScreeningRule Rule, string File, IReadOnlyList<ScreeningCase> Cases);

/// <summary>The rules of data/screening with their cases (智能审核规则).</summary>
/// <param name="Entries">The rules in the order of files and lines.</param>
public sealed record ScreeningBook(IReadOnlyList<CasedRule> Entries)
{
    /// <summary>The rules.</summary>
    public IReadOnlyList<ScreeningRule> Rules { get; } = [.. Entries.Select(e => e.Rule)];

    /// <summary>Reads the folder; nothing that has a mistake is used.</summary>
    /// <param name="folder">The folder data/screening.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static ScreeningBook Load(string folder, ICollection<DataMistake> mistakes)
    {
        var reader = new ScreeningRuleReader(mistakes);
        var entries = new List<CasedRule>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            if (YamlFile.Parse(File.ReadAllText(path), Path.GetFileName(path), mistakes) is { } map)
                entries.AddRange(reader.File(map));
        }

        foreach (var twice in entries.GroupBy(e => e.Rule.Head.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
            mistakes.Add(new DataMistake(twice.Last().File, 1, 1, $"编号 {twice.Key} 用了 {twice.Count()} 次，每条规则要有自己的编号。"));
        return new ScreeningBook(entries);
    }

    /// <summary>Runs all cases; tells each that does not come out as the file says.</summary>
    public IReadOnlyList<string> Failures() =>
    [
        .. from entry in Entries
           from each in entry.Cases
           let isHit = Screener.All([entry.Rule], each.Claims).Count > 0
           where isHit != each.IsHit
           select $"{entry.File} 的 {entry.Rule.Head.Id}“{entry.Rule.Head.Name}”：例“{each.Name}”应当{(each.IsHit ? "命中" : "不命中")}，实际{(isHit ? "命中" : "不命中")}。",
    ];
}
