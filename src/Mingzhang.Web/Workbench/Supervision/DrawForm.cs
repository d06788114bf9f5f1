using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Core.Supervision.Plans;
using Mingzhang.Storage.Supervision;

namespace Mingzhang.Web.Workbench.Supervision;

/// <summary>What the form of a draw says (抽取单): lists are written one a line, parts of a line parted by blanks.</summary>
internal sealed class DrawForm
{
    public string? Name { get; set; }

    public string? Seed { get; set; }

    public string? Source { get; set; }

    /// <summary>检查方式.</summary>
    public string? By { get; set; }

    /// <summary>机构类别.</summary>
    public string? Kind { get; set; }

    /// <summary>Only hospitals of this level; empty for all.</summary>
    public string? Level { get; set; }

    public int Count { get; set; } = 1;

    public int Each { get; set; } = 2;

    /// <summary>检查人员, one a line.</summary>
    public string? Inspectors { get; set; }

    /// <summary>机构编码 原因, one a line.</summary>
    public string? Exclusions { get; set; }

    /// <summary>检查人员 机构编码 原因, one a line.</summary>
    public string? Conflicts { get; set; }

    /// <summary>The draw; institutions whose agreement is suspended are excluded by it, those without one are no candidates.</summary>
    /// <param name="register">The register.</param>
    /// <param name="problems">What is wrong with the form, in Chinese.</param>
    public DrawRequest Request(IReadOnlyList<InstitutionInfo> register, List<string> problems)
    {
        var kind = InstitutionWords.Parse(Kind ?? "");
        var pool = register.Where(i => i.State is AgreementState.Valid or AgreementState.Suspended)
            .Where(i => (kind is null || i.Facts.Kind == kind) && (string.IsNullOrEmpty(Level) || i.Facts.Level == Level)).ToList();
        var codes = pool.Select(i => i.Facts.Code).ToHashSet(StringComparer.Ordinal);
        var inspectors = Lines(Inspectors).ToList();
        var excluded = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in Lines(Exclusions))
        {
            var parts = line.Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 2 || !codes.Contains(parts[0]))
                problems.Add($"排除“{line}”：一行写“机构编码 原因”，编码要在抽取范围里。");
            else
                excluded[parts[0]] = parts[1].Trim();
        }

        var conflicts = new List<DrawConflict>();
        foreach (var line in Lines(Conflicts))
        {
            var parts = line.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length < 3 || !inspectors.Contains(parts[0]) || !codes.Contains(parts[1]))
                problems.Add($"回避“{line}”：一行写“检查人员 机构编码 原因”，人员要在检查人员里，编码要在抽取范围里。");
            else
                conflicts.Add(new DrawConflict(parts[0], parts[1], parts[2].Trim()));
        }

        return new DrawRequest(
            Seed ?? "", Count, Each,
            [.. pool.Select(i => new DrawCandidate(i.Facts.Code, i.Facts.Name, excluded.GetValueOrDefault(i.Facts.Code) ?? (i.State == AgreementState.Suspended ? "协议中止" : null)))], inspectors, conflicts);
    }

    private static IEnumerable<string> Lines(string? text) => (text ?? "").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0);
}
