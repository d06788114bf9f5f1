using System.Globalization;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Performance.Measuring;

/// <summary>What a query gave, with the records it was computed from (取数结果).</summary>
/// <param name="Query">The query.</param>
/// <param name="Number">The value; null for a day, or when there is none.</param>
/// <param name="Date">The day; null for a number, or when there is none.</param>
/// <param name="Rows">The records that count.</param>
/// <param name="Step">The arithmetic in a sentence, or why there is no value.</param>
public sealed record MeasureResult(MeasureQuery Query, decimal? Number, DateOnly? Date, IReadOnlyList<IReadOnlyList<MeasureCell>> Rows, string Step)
{
    private const decimal TenThousand = 10_000m;

    /// <summary>Computes a query over a ledger.</summary>
    /// <param name="query">The query, of a source of ledgers.</param>
    /// <param name="ledger">The records.</param>
    /// <param name="project">Code of the project that is measured; null for the whole department.</param>
    public static MeasureResult Of(MeasureQuery query, Ledger ledger, string? project)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.Source is IMeasureSource source
            ? Of(query, source.Rows(ledger), project)
            : throw new ArgumentException($"{query.Source.Name} is no source of ledgers.", nameof(query));
    }

    /// <summary>Computes a query over records that were read.</summary>
    /// <param name="query">The query.</param>
    /// <param name="records">Records of its source, the cells in the order of its fields.</param>
    /// <param name="project">Code of the project that is measured; null for the whole department.</param>
    public static MeasureResult Of(MeasureQuery query, IEnumerable<IReadOnlyList<MeasureCell>> records, string? project)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(records);
        var source = query.Source;
        var day = source.Fields.ToList().FindIndex(f => f.Kind == MeasureKind.Date);
        var all = records.Where(r => day < 0 || IsWithin(r[day].Date, query)).ToList();
        var tests = query.Tests.Select(t => (At: Index(source, t.Field), Test: t, Other: Index(source, t.Value))).ToList();
        var rows = all.Where(r => tests.TrueForAll(t => Holds(r[t.At], t.Test, t.Other < 0 ? null : r[t.Other], project))).ToList();
        var what = $"{source.Name}中{(query.Tests.Count == 0 ? "全部" : "符合条件的")} {rows.Count} 条记录";
        var field = query.Field is { } f ? Index(source, f.Name) : -1;
        switch (query.Act)
        {
            case MeasureAct.Count:
                return new MeasureResult(query, rows.Count, null, rows, $"{what}，计数 {rows.Count}。");
            case MeasureAct.Sum:
                var sum = Sum(rows, field);
                return new MeasureResult(query, sum, null, rows, $"{what}，{query.Field!.Name}合计 {Text(sum)}{Unit(query)}。");
            case MeasureAct.Average:
                var known = rows.Where(r => r[field].Number is not null).ToList();
                return known.Count == 0
                    ? new MeasureResult(query, null, null, rows, $"{what}，没有一条填了{query.Field!.Name}，不能平均。")
                    : new MeasureResult(query, Sum(known, field) / known.Count, null, rows, $"{what}，{query.Field!.Name}合计 {Text(Sum(known, field))} ÷ {known.Count} = {Text(Sum(known, field) / known.Count)}{Unit(query)}。");
            case MeasureAct.Share:
                var (part, whole) = query.Whole is { } w ? (Sum(rows, field), Sum(rows, Index(source, w.Name))) : field < 0 ? ((decimal)rows.Count, all.Count) : (Sum(rows, field), Sum(all, field));
                return whole == 0m
                    ? new MeasureResult(query, null, null, rows, $"{what}，占比的分母是零，算不出。")
                    : new MeasureResult(query, Precision.Round(100m * part / whole, 2), null, rows, $"{what}，{Text(part)} ÷ {Text(whole)} = {Text(100m * part / whole)}%。");
            default:
                var days = rows.Select(r => r[field].Date).OfType<DateOnly>().ToList();
                DateOnly? found = days.Count == 0 ? null : query.Act == MeasureAct.Earliest ? days.Min() : days.Max();
                return new MeasureResult(query, null, found, rows, found is null ? $"{what}，没有日期。" : $"{what}，{(query.Act == MeasureAct.Earliest ? "最早" : "最晚")} {found:yyyy-MM-dd}。");
        }
    }

    /// <summary>The value as an indicator of this unit prints it; null when there is none.</summary>
    /// <param name="unit">计量单位 of the indicator; null for none.</param>
    public string? Printed(string? unit)
    {
        if (Date is { } day)
            return day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Number is not { } number)
            return null;
        if (Query.Act == MeasureAct.Share)
            return Text(number) + "%";
        // Records hold 元; an indicator may count in 万元.
        if (Query.Field?.Kind == MeasureKind.Amount && unit is "万元" or "亿元")
            number /= unit == "亿元" ? TenThousand * TenThousand : TenThousand;
        return Text(number) + unit;
    }

    private static bool IsWithin(DateOnly? date, MeasureQuery query) =>
        (query.From is null && query.To is null) || (date is { } day && day >= (query.From ?? DateOnly.MinValue) && day <= (query.To ?? DateOnly.MaxValue));

    private static bool Holds(MeasureCell cell, MeasureTest test, MeasureCell? other, string? project)
    {
        // Against a field that is empty, only being different holds.
        if (other is { Text: null })
            return test.Comparison == '≠' && cell.Text is not null;
        var value = other?.Text ?? (test.Value == MeasureQuery.ThisProject ? project ?? "" : test.Value);
        if (test.Comparison is '=' or '≠')
            return (cell.Text ?? "") == value == (test.Comparison == '=');
        if (cell.Text is null)
            return false;
        var order = cell.Number is { } number && FigureText.Parse(value) is { } figure ? number.CompareTo(figure.Value) : string.CompareOrdinal(cell.Text, value);
        return test.Comparison switch { '≥' => order >= 0, '≤' => order <= 0, '>' => order > 0, _ => order < 0 };
    }

    private static int Index(IRecordSource source, string field) => source.Fields.ToList().FindIndex(f => f.Name == field);

    private static decimal Sum(IEnumerable<IReadOnlyList<MeasureCell>> rows, int field) => rows.Sum(r => r[field].Number ?? 0m);

    private static string Unit(MeasureQuery query) => query.Field?.Kind == MeasureKind.Amount ? " 元" : "";

    private static string Text(decimal number) => Precision.Round(number, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
