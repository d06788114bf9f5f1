using Mingzhang.Core.Execution;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Workbench;

namespace Mingzhang.Data.Intake;

/// <summary>What rows of an execution export are read against.</summary>
/// <param name="Year">年度.</param>
/// <param name="Units">The units of the department.</param>
/// <param name="Lines">The lines as they stand; project names are told by <paramref name="Projects"/>.</param>
/// <param name="Projects">Names of the projects by their codes.</param>
/// <param name="Exports">How exports head their columns.</param>
/// <param name="Remembered">What the department said its own headers mean: header to column.</param>
/// <param name="Known">Names of all fund sources and codes of all 项 and 款 of the year.</param>
public sealed record EntryContext(
    int Year, IReadOnlyList<BudgetUnit> Units, ExecutionBook Lines, IReadOnlyDictionary<string, string> Projects, ExportColumns Exports, IReadOnlyDictionary<string, string> Remembered, EntryCodes Known);

/// <summary>The codes that a line may have.</summary>
/// <param name="Functions">功能分类 项.</param>
/// <param name="Economics">经济分类 款.</param>
/// <param name="Funds">资金来源.</param>
/// <param name="Categories">支出类别.</param>
public sealed record EntryCodes(IReadOnlySet<string> Functions, IReadOnlySet<string> Economics, IReadOnlySet<string> Funds, IReadOnlySet<string> Categories);

/// <summary>What reading an export gave: its rows, or what stands in the way.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Open">Columns to be named first; null when none are.</param>
/// <param name="Learned">Headers and what they were taken for, to be remembered.</param>
/// <param name="Problem">Why it is no export of entries, in Chinese; null when it is one.</param>
public sealed record EntryTake(IReadOnlyList<IncomingRow> Rows, OpenColumns? Open, IReadOnlyDictionary<string, string> Learned, string? Problem);

/// <summary>
/// Reads exports of accounting and treasury systems (执行导入): finds the header, knows the columns by the words that systems use or that the
/// department explained before, and makes an entry of each row. Whether the books allow it is decided there.
/// </summary>
public sealed class EntryIntake
{
    // Titles and remarks may stand above the header, and fewer recognised headers are chance.
    private const int DeepestHeader = 10, Enough = 4;

    // Progress is told after so many rows.
    private const int Step = 20_000;

    private readonly Dictionary<string, int> _index;
    private readonly EntryReader _reader;

    private EntryIntake(EntryContext context, RawRow header, IReadOnlyDictionary<string, string> known)
    {
        (Header, Known) = (header, known);
        _index = known.ToDictionary(k => k.Key, k => header.Cells.ToList().IndexOf(k.Value), StringComparer.Ordinal);
        _reader = new EntryReader(context);
        Missing = [.. ExportColumns.NeededOfEntries.Where(n => !known.ContainsKey(n) && !(n == EntryCells.Amount && (known.ContainsKey(EntryCells.Debit) || known.ContainsKey(EntryCells.Credit))))];
    }

    // The row with the headers.
    private RawRow Header { get; }

    // Which of our columns were recognised, with their headers.
    private IReadOnlyDictionary<string, string> Known { get; }

    // Which columns are still to be named; while there are any nothing is read.
    private IReadOnlyList<string> Missing { get; }

    // The columns that a person has to be asked about.
    private OpenColumns Open => new([.. Header.Cells.Where(c => c.Length > 0).Distinct(StringComparer.Ordinal)], Known, Missing);

    // The header, if it is among these rows.
    private static EntryIntake? Find(IEnumerable<RawRow> first, EntryContext context)
    {
        foreach (var row in first)
        {
            var known = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var header in row.Cells.Where(c => c.Length > 0))
            {
                if ((context.Remembered.GetValueOrDefault(header) is { } column && context.Exports.Headers.ContainsKey(column) ? column : context.Exports.ColumnOf(header)) is { } found)
                    known.TryAdd(found, header);
            }

            if (known.Count >= Enough)
                return new EntryIntake(context, row, known);
        }

        return null;
    }

    /// <summary>Reads a whole sheet.</summary>
    /// <param name="name">Its name, for messages.</param>
    /// <param name="rows">Its rows, read once.</param>
    /// <param name="malformed">Numbers of rows whose quotes do not pair, known when the row was read.</param>
    /// <param name="context">What it is read against.</param>
    /// <param name="progress">Is told how many rows were read; null for nobody.</param>
    public static EntryTake TakeAll(string name, IEnumerable<RawRow> rows, ICollection<int> malformed, EntryContext context, Action<int>? progress)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(malformed);
        var taken = new List<IncomingRow>();
        var first = new List<RawRow>();
        EntryIntake? intake = null;
        foreach (var row in rows)
        {
            if (intake is null)
            {
                first.Add(row);
                intake = Find([row], context);
                if (intake is null && first.Count == DeepestHeader)
                    break;
                if (intake?.Missing.Count > 0)
                    return new EntryTake([], intake.Open, intake.Learned, null);
            }
            else if (malformed.Count > 0 && malformed.Contains(row.Number))
                taken.Add(new IncomingRow(row.Number, () => intake.Cells(row), null, "引号不成对，或单元格里有换行：这一行的各栏分不清。"));
            else if (intake.Take(row) is { } incoming)
                taken.Add(incoming);
            if (taken.Count % Step == 0)
                progress?.Invoke(taken.Count);
        }

        return intake is not null
            ? new EntryTake(taken, null, intake.Learned, taken.Count > 0 ? null : $"{name}：表头下面没有数据。")
            : new EntryTake([], null, new Dictionary<string, string>(), $"{name}：前 {DeepestHeader} 行里没有认出表头：要有日期、凭证号、功能科目、资金来源、金额。");
    }

    // Headers and what they mean.
    private Dictionary<string, string> Learned => Known.ToDictionary(k => k.Value, k => k.Key, StringComparer.Ordinal);

    // A row below the header; null for a sum, which is no entry.
    private IncomingRow? Take(RawRow row)
    {
        string Cell(string column) => _index.TryGetValue(column, out var i) ? row[i] : "";
        if (Cell(EntryCells.Voucher).Length == 0 && Cell(EntryCells.Function).Length == 0 && row.Cells.Any(c => c.Contains('计', StringComparison.Ordinal)))
            return null;
        var (entry, problem) = _reader.Read(Cell);
        // A row that is understood need not be kept as it came.
        return entry is null ? new IncomingRow(row.Number, () => Cells(row), null, problem) : new IncomingRow(row.Number, () => EntryCells.Of(entry), entry, null);
    }

    // The row by our columns, as it waits for correction.
    private Dictionary<string, string> Cells(RawRow row) => _index.Where(i => row[i.Value].Length > 0).ToDictionary(i => i.Key, i => row[i.Value], StringComparer.Ordinal);

    /// <summary>Reads cells that a person filled in.</summary>
    public static (ExecutionEntry? Entry, string? Problem) Read(IReadOnlyDictionary<string, string> cells, EntryContext context)
    {
        ArgumentNullException.ThrowIfNull(cells);
        return new EntryReader(context).Read(c => cells.GetValueOrDefault(c, ""));
    }
}
