using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Performance.Measuring;

namespace Mingzhang.Core.Registers;

/// <summary>Cells of a register: what a person writes to the one form in which it is kept, or why it cannot be (台账单元格).</summary>
public static partial class RegisterCell
{
    private const int LongestText = 500;

    private const int MostDecimals = 4;

    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];

    /// <summary>Reads a cell.</summary>
    /// <param name="field">The field.</param>
    /// <param name="written">What was written.</param>
    /// <returns>The text that is kept, and in Chinese what is wrong; null when nothing.</returns>
    public static (string Text, string? Fault) Read(RegisterField field, string? written)
    {
        ArgumentNullException.ThrowIfNull(field);
        var text = (written ?? "").Trim();
        if (text.Length == 0)
            return ("", field.Required && field.Kind != RegisterKind.Attachment ? "没有填，这一栏必填。" : null);
        var (kept, fault) = field.Kind switch
        {
            RegisterKind.Choice => field.Choices.Contains(text) ? (text, null) : (text, $"“{text}”不是选项；有：{string.Join('、', field.Choices)}。"),
            RegisterKind.Number => Number(text),
            RegisterKind.Amount => FenText.TryParse(text, out var fen, out var reason) ? (FenText.Format(fen), null) : (text, $"“{text}”{reason}"),
            RegisterKind.Date => Day(text),
            RegisterKind.YesNo => text is "是" or "√" or "1" ? ("是", null) : text is "否" or "×" or "0" ? ("否", (string?)null) : (text, $"“{text}”应填“是”或“否”。"),
            RegisterKind.Attachment => ("", null),
            _ => Words(text),
        };
        return (kept, fault ?? Bound(field, kept));
    }

    /// <summary>Compares two kept texts of a kind.</summary>
    public static int Compare(RegisterKind kind, string one, string other) =>
        kind == RegisterKind.Date ? string.CompareOrdinal(one, other) : decimal.Parse(one, NumberStyles.Number, CultureInfo.InvariantCulture).CompareTo(decimal.Parse(other, NumberStyles.Number, CultureInfo.InvariantCulture));

    /// <summary>A kept text as measures take it; one that an older definition left and this one does not read is words only.</summary>
    public static MeasureCell Measured(RegisterField field, string text)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (text.Length == 0)
            return MeasureCell.Empty;
        return field.Kind switch
        {
            RegisterKind.Number when Number(text).Fault is null => MeasureCell.Of(decimal.Parse(Number(text).Text, NumberStyles.Number, CultureInfo.InvariantCulture)),
            RegisterKind.Amount when FenText.TryParse(text, out var fen, out _) => MeasureCell.OfFen(fen),
            RegisterKind.Date when Day(text).Fault is null => MeasureCell.Of(DateOnly.ParseExact(Day(text).Text, DayForms[0], CultureInfo.InvariantCulture)),
            _ => MeasureCell.Of(text),
        };
    }

    /// <summary>The kind of a field as measures call it.</summary>
    public static MeasureKind Measured(RegisterKind kind) => kind switch
    {
        RegisterKind.Number => MeasureKind.Number,
        RegisterKind.Amount => MeasureKind.Amount,
        RegisterKind.Date => MeasureKind.Date,
        _ => MeasureKind.Text,
    };

    private static (string Text, string? Fault) Number(string text)
    {
        if (FigureText.Parse(text) is not { } figure)
            return (text, $"“{text}”不是数：只填阿拉伯数字。");
        if (figure.Decimals > MostDecimals || Math.Abs(figure.Value) > FenText.Largest)
            return (text, $"“{text}”位数太多：最多 {MostDecimals} 位小数。");
        return (figure.Value.ToString("0.####", CultureInfo.InvariantCulture), null);
    }

    private static (string Text, string? Fault) Day(string text) =>
        DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? (day.ToString(DayForms[0], CultureInfo.InvariantCulture), null)
            : (text, $"“{text}”不是日期：应写成 2024-01-31 的样子。");

    private static (string Text, string? Fault) Words(string text) =>
        text.Length > LongestText ? (text, $"超过 {LongestText} 个字。")
        : IdNumber().IsMatch(text) ? (text, "台账不登记身份证号码：请去掉号码，写批次、人数或内部编号。")
        : (text, null);

    private static string? Bound(RegisterField field, string kept)
    {
        if (field.Min.Length > 0 && Compare(field.Kind, kept, Read(field with { Min = "", Max = "" }, field.Min).Text) < 0)
            return $"“{kept}”小于下限 {field.Min}。";
        return field.Max.Length > 0 && Compare(field.Kind, kept, Read(field with { Min = "", Max = "" }, field.Max).Text) > 0 ? $"“{kept}”大于上限 {field.Max}。" : null;
    }

    [GeneratedRegex(@"(?<!\d)\d{17}[\dXx](?!\d)")]
    private static partial Regex IdNumber();
}
