using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Reading.Performance;

/// <summary>
/// Reads what is whole on its own line in a form whose lines come in no reading order: sources of money, goals, indicators that
/// end in 指标值确定依据, and labels broken over two lines. Rows whose cells stand on several lines are left out.
/// </summary>
internal static partial class ScatteredLines
{
    private static readonly string[] Broken = ["项目前两年预算及当年预算变动情况", "偏差大或目标未完成原因分析", "改进措施及结果应用方案"];

    /// <summary>Reads the lines of one form, each without spaces, with its place.</summary>
    public static void Read(IReadOnlyList<(string Text, Place At)> lines, FormDraft form)
    {
        var sources = lines.Any(l => l.Text == "项目资金来源" || l.Text.StartsWith("来源项目", StringComparison.Ordinal));
        for (var i = 0; i < lines.Count; i++)
        {
            var (text, at) = lines[i];
            if (sources && Source().Match(text) is { Success: true } source)
                form.Add($"项目资金来源/{source.Groups[1].Value}/金额", source.Groups[2].Value);
            else if (Goal().Match(text) is { Success: true } goal)
                form.Add($"项目绩效总目标/{goal.Groups[1].Value}/目标说明", goal.Groups[2].Value);
            else if (Value([.. lines.Take(i + 1).Select(l => l.Text).TakeLast(3)]) is { } value)
                form.Add(value.Label, value.Text);
            else if (Indicator(text, at) is { } indicator)
                form.Indicators.Add(indicator);
        }
    }

    // A label over two lines has its value behind it, on its second line or on the next.
    private static (string Label, string Text)? Value(string[] lines)
    {
        var text = lines[^1];
        foreach (var label in Broken)
        {
            if (lines.Length > 2 && lines[^3] + lines[^2] == label)
                return (label, text);
            if (lines.Length > 1 && lines[^2].Length >= 2 && lines[^2].Length < label.Length && label.StartsWith(lines[^2], StringComparison.Ordinal) && text.StartsWith(label[lines[^2].Length..], StringComparison.Ordinal) && text.Length + lines[^2].Length > label.Length)
                return (label, text[(label.Length - lines[^2].Length)..]);
        }

        return null;
    }

    // 数量指标 整理卷数 300卷 计划标准: the second level tells the first; a merged second level stands elsewhere and stays unknown.
    private static Indicator? Indicator(string text, Place at)
    {
        if (FormWords.Bases.Where(b => text.EndsWith(b, StringComparison.Ordinal)).MaxBy(b => b.Length) is not { } basis)
            return null;
        var rest = text[..^basis.Length];
        if (FormWords.Level1.FirstOrDefault(l => rest.StartsWith(l, StringComparison.Ordinal)) is { } first && Second(rest[first.Length..]) is not null)
            rest = rest[first.Length..];
        var second = Second(rest);
        rest = second is null ? rest : rest[second.Length..];
        if (Row().Match(rest) is { Success: true } row)
            return Made(second, row.Groups["name"].Value, row.Groups["value"].Value);
        // A value that takes up the words of the name: 在预算内完成 预算内完成.
        for (var length = second is null ? 0 : rest.Length / 2; length >= 2; length--)
        {
            if (rest[..^length].EndsWith(rest[^length..], StringComparison.Ordinal))
                return Made(second, rest[..^length], rest[^length..]);
        }

        return null;

        Indicator Made(string? level2, string name, string value) =>
            new(null, First(level2), level2, name, [new("指标值", value), new("指标值确定依据", basis)], null, null, at);
    }

    private static string? Second(string text) => FormWords.Level2.Where(l => text.StartsWith(l, StringComparison.Ordinal)).MaxBy(l => l.Length);

    private static string? First(string? second) => second switch
    {
        null => null,
        "数量指标" or "质量指标" or "时效指标" => "产出指标",
        _ when second.Contains("成本", StringComparison.Ordinal) => "成本指标",
        _ when second.Contains("满意", StringComparison.Ordinal) => "满意度指标",
        _ => "效益指标",
    };

    [GeneratedRegex(@"^(合计|(?:其中[:：])?(?:申请当年预算拨款|申请本级财力年初安排|使用上年度财政拨款结转)|(?:\d[.、．])?(?:一般公共预算财政拨款|政府性基金预算财政拨款|国有资本经营预算财政拨款|财政专户管理资金|单位资金))(\d[\d,]*(?:\.\d+)?)$")]
    private static partial Regex Source();

    [GeneratedRegex(@"^((?:年度|长期|中期)绩效目标\d{1,2})([\u4e00-\u9fff].{3,})$")]
    private static partial Regex Goal();

    [GeneratedRegex(@"^(?<name>[^\d≥≤><＞＜=].{2,}?)(?<value>[≥≤><＞＜=]?\d[\d,]*(?:\.\d+)?(?:[%％]|[\u4e00-\u9fff]{0,3}(?:/年)?)|是|否)$")]
    private static partial Regex Row();
}
