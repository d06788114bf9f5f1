using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>Places findings in performance forms (绩效表的疑点).</summary>
internal static class FormFindings
{
    /// <summary>Says in which form, row and column something was found.</summary>
    public static Finding In(this Finding finding, ProjectForm form, string row, string column, string quote, string? printed, string? expected, Place? at = null) => finding with
    {
        Statement = form.Form.Form,
        Row = form.Name.Length > 0 && row.Length > 0 && row != form.Name ? $"{form.Name}/{row}" : form.Name.Length > 0 ? form.Name : row,
        Column = column.Length > 0 ? new ColumnPath(column) : null,
        Quote = quote,
        Printed = printed,
        Expected = expected,
        At = at ?? form.Form.At,
    };

    /// <summary>How a form is called in a sentence: “project”, or 《title》.</summary>
    public static string Called(this ProjectForm form) => form.Name.Length > 0 ? $"“{form.Name}”" : $"《{form.Form.Form}》";

    /// <summary>An indicator as its row is printed.</summary>
    public static string Row(this Indicator indicator) => string.Join(' ', new[] { indicator.Level2, indicator.Level3 }.Concat(indicator.Values.Select(v => v.Value)).Where(t => t is { Length: > 0 }));

    /// <summary>An indicator in short: name and value of this year.</summary>
    public static string Short(this Indicator indicator) => string.Join(' ', new[] { indicator.Level3, IndicatorWords.Target(indicator) }.Where(t => t is { Length: > 0 }));
}
