using Mingzhang.Core.Auditing;

namespace Mingzhang.Documents.Reporting;

/// <summary>Findings in words (审核发现的文字), the same in every report.</summary>
public static class FindingText
{
    /// <summary>错误, 疑点 or 提示.</summary>
    public static string Word(Severity severity) => severity switch
    {
        Severity.Error => "错误",
        Severity.Warning => "疑点",
        Severity.Hint => "提示",
        _ => throw new ArgumentOutOfRangeException(nameof(severity), severity, "Not a severity."),
    };

    /// <summary>Place in words: table or section, row, column, page.</summary>
    public static string Place(Finding finding, Core.Figures.Place at)
    {
        var parts = new[]
        {
            finding.Statement is { } table ? $"《{table}》" : finding.Section ?? "全文",
            finding.Row is { Length: > 0 } row ? $"行“{row}”" : "",
            finding.Column is { } column ? $"栏“{column}”" : "",
            at.Page is { } page ? $"第{page}页" : at.Line is { } line ? $"第{line}行" : "",
        };
        return string.Join(' ', parts.Where(p => p.Length > 0));
    }

    /// <summary>The whole finding in a few lines, as a note beside the place.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="state">What people said of it; null for nothing.</param>
    public static string Note(Finding finding, string? state = null)
    {
        var lines = new List<string> { $"[{Word(finding.Severity)}] {finding.Message}（规则 {finding.Rule}）" };
        if (finding.Arithmetic is { Length: > 0 } sum)
            lines.Add("算式：" + sum);
        if (finding.Expected is { Length: > 0 } expected)
            lines.Add("应为：" + expected);
        if (finding.Basis is { Length: > 0 } basis)
            lines.Add("依据：" + basis);
        if (state is { Length: > 0 })
            lines.Add("处理：" + state);
        return string.Join('\n', lines);
    }
}
