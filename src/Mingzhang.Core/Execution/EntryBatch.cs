using System.Globalization;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Execution;

/// <summary>An entry as a row of a file or of a form has it.</summary>
/// <param name="Row">Number of the row.</param>
/// <param name="Entry">The entry.</param>
public sealed record NumberedEntry(int Row, ExecutionEntry Entry);

/// <summary>A row that was refused.</summary>
/// <param name="Row">The row.</param>
/// <param name="Fault">Why.</param>
public sealed record RefusedEntry(NumberedEntry Row, EntryFault Fault);

/// <summary>What posting many entries gave.</summary>
/// <param name="Posted">What was posted, in the order of posting, with its line.</param>
/// <param name="Refused">What was refused.</param>
/// <param name="Known">Rows that the books have already, in their order: a later export repeats an earlier one.</param>
public sealed record BatchOutcome(IReadOnlyList<PostedEntry> Posted, IReadOnlyList<RefusedEntry> Refused, IReadOnlyList<NumberedEntry> Known);

/// <summary>An entry and the line it was posted to.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Line">The line.</param>
public sealed record PostedEntry(ExecutionEntry Entry, LineBalance Line);

/// <summary>A voucher (凭证): numbers begin anew for each unit and month.</summary>
/// <param name="UnitCode">单位.</param>
/// <param name="Month">Month of the date.</param>
/// <param name="Number">凭证号.</param>
public sealed record VoucherKey(string UnitCode, int Month, string Number);

/// <summary>What one line of a voucher says, as far as it tells whether it is the same.</summary>
/// <param name="Line">Its line.</param>
/// <param name="Kind">事项.</param>
/// <param name="Fen">Amount in 分.</param>
public sealed record VoucherPart(LineKey Line, EntryKind Kind, long Fen);

/// <summary>Posts many entries (成批记账), recognising what the books have already by its voucher.</summary>
public static class EntryBatch
{
    /// <summary>Posts them in the order of their dates, budget before payments before what is taken back.</summary>
    /// <param name="book">The books.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="known">What vouchers of these numbers the books hold.</param>
    /// <param name="isDecided">Whether lines may be overdrawn by decision.</param>
    public static BatchOutcome Post(ExecutionBook book, IReadOnlyList<NumberedEntry> rows, IReadOnlyDictionary<VoucherKey, List<VoucherPart>> known, bool isDecided)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(rows);
        var posted = new List<PostedEntry>(rows.Count);
        var refused = new List<RefusedEntry>();
        var repeated = new List<NumberedEntry>();
        var fresh = Fresh(rows, known, refused, repeated);
        InOrder(fresh);
        var moves = fresh.Where(r => r.Entry.Kind == EntryKind.Transfer).GroupBy(r => (r.Entry.On.Month, r.Entry.Voucher)).ToDictionary(g => g.Key, g => g.ToList());
        foreach (var row in fresh)
        {
            if (row.Entry.Kind == EntryKind.Transfer)
            {
                // The first part of it stands for all.
                if (moves.Remove((row.Entry.On.Month, row.Entry.Voucher), out var parts))
                    PostTogether(book, parts, posted, refused);
            }
            else if (book.Post(row.Entry, isDecided, out var line) is { } fault)
                refused.Add(new RefusedEntry(row, fault));
            else
                posted.Add(new PostedEntry(row.Entry, line!));
        }

        refused.Sort((a, b) => a.Row.Row.CompareTo(b.Row.Row));
        return new BatchOutcome(posted, refused, repeated);
    }

    private static List<NumberedEntry> Fresh(
        IReadOnlyList<NumberedEntry> rows, IReadOnlyDictionary<VoucherKey, List<VoucherPart>> known, List<RefusedEntry> refused, List<NumberedEntry> repeated)
    {
        var fresh = new List<NumberedEntry>(rows.Count);
        var left = new Dictionary<VoucherKey, List<VoucherPart>>();
        var seen = new Dictionary<ExecutionEntry, int>(rows.Count);
        foreach (var row in rows)
        {
            var entry = row.Entry;
            if (!seen.TryAdd(entry, row.Row))
            {
                refused.Add(new(row, new(EntryFaultKind.Wrong, $"与第 {seen[entry].ToString(CultureInfo.InvariantCulture)} 行完全相同：同一凭证里确有两笔的，请用摘要分开；重复的请删去。")));
                continue;
            }

            var voucher = new VoucherKey(entry.Line.UnitCode, entry.On.Month, entry.Voucher);
            if (known.Count == 0 || !known.TryGetValue(voucher, out var parts))
            {
                fresh.Add(row);
                continue;
            }

            if (!left.TryGetValue(voucher, out var open))
                left[voucher] = open = [.. parts];
            if (open.Remove(new VoucherPart(entry.Line, entry.Kind, entry.Fen)))
                repeated.Add(row);
            else
                refused.Add(new(row, new(EntryFaultKind.VoucherDiffers, $"凭证 {entry.Voucher} 本月已经入账，科目或金额与账上不同：没有动原来的。是另一笔的，请改凭证号；要改原来的，请先记退回或红字。")));
        }

        return fresh;
    }

    // Budget moved out of one line must arrive in another, or nowhere at all.
    private static void PostTogether(ExecutionBook book, List<NumberedEntry> parts, List<PostedEntry> posted, List<RefusedEntry> refused)
    {
        if (parts.Sum(p => p.Entry.Fen) is not 0 and var rest)
        {
            refused.AddRange(parts.Select(p => new RefusedEntry(p, new(EntryFaultKind.TransferUnbalanced, $"调剂 {p.Entry.Voucher} 调入调出相差 {FenText.Format(rest)} 元：同一凭证号的各行合计应为 0。"))));
            return;
        }

        var done = new List<PostedEntry>();
        EntryFault? fault = null;
        foreach (var part in parts.OrderBy(p => p.Entry.Fen))
        {
            fault = book.Post(part.Entry, isDecided: false, out var line);
            if (fault is not null)
                break;
            done.Add(new PostedEntry(part.Entry, line!));
        }

        if (fault is null)
        {
            posted.AddRange(done);
            return;
        }

        foreach (var each in done)
            book.TakeBack(each.Entry);
        refused.AddRange(parts.Select(p => new RefusedEntry(p, fault)));
    }

    // By day, then by rank, then as they came: one number for each, so that a million rows are sorted at once.
    private static void InOrder(List<NumberedEntry> rows)
    {
        var items = rows.ToArray();
        Array.Sort(Array.ConvertAll(items, r => ((long)r.Entry.On.DayNumber << 36) | ((long)Rank(r.Entry) << 32) | (uint)r.Row), items);
        rows.Clear();
        rows.AddRange(items);
    }

    private static int Rank(ExecutionEntry entry) => entry.Kind.ChangesBudget() ? (entry.SignedFen >= 0 ? 0 : 1) : entry.SignedFen >= 0 ? 2 : 3;
}
