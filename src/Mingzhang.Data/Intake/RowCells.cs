using System.Globalization;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Data.Intake;

/// <summary>Cells of one row, and whether all of them were right.</summary>
internal sealed class RowCells(HeadedRows rows, RawRow row)
{
    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy/M/d", "yyyyMMdd", "yyyy.M.d", "yyyy年M月d日", "yyyy-M-d", "yyyy-MM-dd HH:mm:ss", "yyyy/M/d H:mm:ss", "yyyy-MM-ddTHH:mm:ss"];

    public bool IsSound { get; private set; } = true;

    public void Wrong(string column, string message)
    {
        IsSound = false;
        rows.Mistake(row, column, message);
    }

    public string Text(string column)
    {
        var text = rows.Text(row, column);
        if (text.Length == 0)
            Wrong(column, "未填，此项必填。");
        return text;
    }

    public string? Optional(string column) => rows.Text(row, column) is { Length: > 0 } text ? text : null;

    public DateOnly? Day(string column, bool isNeeded)
    {
        var text = isNeeded ? Text(column) : rows.Text(row, column);
        if (text.Length == 0)
            return null;
        if (DateTime.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            return DateOnly.FromDateTime(moment);
        Wrong(column, "不是日期：写成 2024-03-01。");
        return null;
    }

    public decimal Yuan(string column, bool isNeeded) => Number(column, isNeeded, 2, "小数超过两位：最多精确到分。");

    /// <summary>A number with so many decimals at most; zero for a blank that may be.</summary>
    public decimal Number(string column, bool isNeeded, int decimals, string tooFine)
    {
        var text = isNeeded ? Text(column) : rows.Text(row, column);
        if (text.Length == 0)
            return 0m;
        if (FigureText.Parse(text) is not { } figure)
            Wrong(column, "不是数字：只填阿拉伯数字，单位为元。");
        else if (figure.Decimals > decimals)
            Wrong(column, tooFine);
        else
            return figure.Value;
        return 0m;
    }

    public bool YesNo(string column)
    {
        switch (rows.Text(row, column))
        {
            case "" or "否" or "0":
                return false;
            case "是" or "1":
                return true;
            default:
                Wrong(column, "应填“是”或“否”。");
                return false;
        }
    }
}
