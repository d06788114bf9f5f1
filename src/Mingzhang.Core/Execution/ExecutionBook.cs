using System.Globalization;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Execution;

/// <summary>
/// The balances of a year (执行账) while entries are posted to them: an entry that the year, the line or its balance does not allow is refused
/// with the reason and changes nothing.
/// </summary>
public sealed class ExecutionBook
{
    private readonly Dictionary<LineKey, LineBalance> _lines;

    // By everything but the category; null where several lines share it.
    private readonly Dictionary<LineKey, LineBalance?> _plain = [];
    private readonly HashSet<string> _units;

    /// <summary>Opens it.</summary>
    /// <param name="year">年度.</param>
    /// <param name="isClosed">Whether the year is closed.</param>
    /// <param name="units">Codes of the units that keep accounts.</param>
    /// <param name="lines">Its lines as they stand.</param>
    public ExecutionBook(int year, bool isClosed, IEnumerable<string> units, IEnumerable<LineBalance> lines)
    {
        (Year, IsClosed) = (year, isClosed);
        _units = [.. units];
        _lines = lines.ToDictionary(l => l.Key);
        foreach (var line in _lines.Values)
            AddPlain(line);
    }

    /// <summary>年度.</summary>
    public int Year { get; }

    /// <summary>Whether the year is closed: nothing is posted any more.</summary>
    public bool IsClosed { get; }

    /// <summary>All lines.</summary>
    public IReadOnlyCollection<LineBalance> Lines => _lines.Values;

    /// <summary>The line of a key; null when there is none.</summary>
    public LineBalance? Find(LineKey key) => _lines.GetValueOrDefault(key);

    /// <summary>The line with everything but the category, where only one has it: exports seldom name the category. Null otherwise.</summary>
    public LineBalance? FindWithoutCategory(LineKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _plain.GetValueOrDefault(key with { Category = "" });
    }

    /// <summary>Posts an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="isDecided">Whether someone decided that the line may be overdrawn by it.</param>
    /// <param name="line">The line it was posted to.</param>
    /// <returns>Why it was refused; null when it was posted.</returns>
    public EntryFault? Post(ExecutionEntry entry, bool isDecided, out LineBalance? line)
    {
        ArgumentNullException.ThrowIfNull(entry);
        line = Find(entry.Line);
        if (Refusal(entry, line, isDecided) is { } fault)
            return fault;
        if (line is null)
        {
            _lines[entry.Line] = line = new LineBalance(entry.Line);
            AddPlain(line);
        }

        Add(line, entry, 1);
        return null;
    }

    /// <summary>Takes back an entry that was just posted, where it cannot stand without another one.</summary>
    public void TakeBack(ExecutionEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        Add(_lines[entry.Line], entry, -1);
    }

    private static void Add(LineBalance line, ExecutionEntry entry, int times)
    {
        line.Entries += times;
        if (entry.Kind.ChangesBudget())
        {
            line.AdjustedFen += times * entry.SignedFen;
            return;
        }

        line.DoneFen += times * entry.SignedFen;
        line.Months[entry.On.Month - 1] += times * entry.SignedFen;
    }

    private void AddPlain(LineBalance line)
    {
        var plain = line.Key with { Category = "" };
        _plain[plain] = _plain.ContainsKey(plain) ? null : line;
    }

    private EntryFault? Refusal(ExecutionEntry entry, LineBalance? line, bool isDecided)
    {
        if (IsClosed)
            return new(EntryFaultKind.ClosedYear, $"{Text(Year)} 年已经关账，不能再记：请记到下一年度，或由负责人重新开账。");
        if (entry.On.Year != Year)
            return new(EntryFaultKind.ClosedYear, $"日期 {Text(entry.On)} 不在 {Text(Year)} 年：请改正日期，或记到那一年的账上。");
        if (!_units.Contains(entry.Line.UnitCode))
            return new(EntryFaultKind.UnknownLine, $"没有记账单位 {entry.Line.UnitCode}：请填本部门末级单位的代码。");
        if (entry.Fen == 0)
            return new(EntryFaultKind.Wrong, "金额是 0：请填金额，或删去这一行。");
        if (entry.Fen < 0 && !entry.Kind.MayBeNegative())
            return new(EntryFaultKind.Wrong, $"“{entry.Kind.ChineseName()}”的金额不能是负数：方向由事项决定，请填正数。");
        return entry.Kind.ChangesBudget() ? BudgetRefusal(entry, line) : MoneyRefusal(entry, line, isDecided);
    }

    // Budget comes from a document of the finance bureau, so it may make a line, but never take away what is spent.
    private static EntryFault? BudgetRefusal(ExecutionEntry entry, LineBalance? line)
    {
        if (entry.Kind == EntryKind.CarriedIn && entry.Line.Year != MoneyYear.Carried)
            return new(EntryFaultKind.Wrong, "“上年结转”的资金年度应填“上年结转”。");
        if (entry.SignedFen >= 0)
            return null;
        if (line is null)
            return new(EntryFaultKind.UnknownLine, $"没有这条指标（{entry.Line.Words}），不能从中调出：请核对单位、项目、功能科目、经济科目、资金来源和资金年度。");
        return line.AvailableFen + entry.SignedFen < 0
            ? new(EntryFaultKind.OverBalance, $"指标（{entry.Line.Words}）可用余额只有 {FenText.Format(line.AvailableFen)} 元，调减 {FenText.Format(-entry.SignedFen)} 元就不够已支付的：请减少金额，或先退回支付。")
            : null;
    }

    private static EntryFault? MoneyRefusal(ExecutionEntry entry, LineBalance? line, bool isDecided)
    {
        // What comes in need not have been foreseen.
        if (line is null && entry.SignedFen > 0 && entry.Kind.Flow() != Flow.Expenditure)
            return null;
        if (line is null)
            return new(EntryFaultKind.UnknownLine, $"没有这条指标（{entry.Line.Words}）：请核对单位、项目、功能科目、经济科目、资金来源和资金年度；要新增，先记“追加”或“调剂”。");
        if (entry.SignedFen < 0)
        {
            return line.DoneFen + entry.SignedFen >= 0 ? null : new(
                EntryFaultKind.NothingToTakeBack,
                $"{(entry.Kind == EntryKind.Refund ? "退回" : "冲减")} {FenText.Format(-entry.SignedFen)} 元，可是这条指标（{entry.Line.Words}）只发生过 {FenText.Format(line.DoneFen)} 元：请核对金额，或先记原来那一笔。");
        }

        var over = entry.SignedFen - line.AvailableFen;
        return entry.Kind.Flow() != Flow.Expenditure || over <= 0 || isDecided ? null : new(
            EntryFaultKind.OverBalance,
            $"支付 {FenText.Format(entry.SignedFen)} 元，可用余额只有 {FenText.Format(line.AvailableFen)} 元，超出 {FenText.Format(over)} 元（{entry.Line.Words}）：请先记追加或调剂，或由单位负责人作出超支决定。",
            over);
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
