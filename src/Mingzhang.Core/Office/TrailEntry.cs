using System.Security.Cryptography;
using System.Text;

namespace Mingzhang.Core.Office;

/// <summary>
/// An entry of the audit trail (审计日志): who changed what, from what to what, when. Each holds the digest of the one before, so that
/// nothing can be changed, dropped or put in later without breaking the chain.
/// </summary>
/// <param name="Sequence">Its number, from 1 without gaps.</param>
/// <param name="At">When: UTC as yyyy-MM-ddTHH:mm:ss.fffZ.</param>
/// <param name="Account">Who, by account name; “系统” for the program itself.</param>
/// <param name="Department">Number of the department; null for what belongs to none.</param>
/// <param name="Draft">Number of the draft; null for none.</param>
/// <param name="Act">What was done, e.g. 修改.</param>
/// <param name="Subject">To what, e.g. 预算支出.</param>
/// <param name="Changes">The changes as JSON: row, column, old, new.</param>
/// <param name="Previous">Digest of the entry before; empty for the first.</param>
/// <param name="Hash">Digest of this entry.</param>
public sealed record TrailEntry(
    long Sequence, string At, string Account, int? Department, int? Draft, string Act, string Subject, string Changes, string Previous, string Hash)
{
    /// <summary>Makes the entry that follows another.</summary>
    public static TrailEntry After(TrailEntry? last, string at, string account, int? department, int? draft, string act, string subject, string changes)
    {
        var entry = new TrailEntry((last?.Sequence ?? 0) + 1, at, account, department, draft, act, subject, changes, last?.Hash ?? "", "");
        return entry with { Hash = entry.Digest() };
    }

    /// <summary>What the digest of this entry must be.</summary>
    public string Digest()
    {
        // Every part with its length before it: no two entries read alike.
        var text = new StringBuilder();
        foreach (var part in (string[])[Text(Sequence), At, Account, Text(Department), Text(Draft), Act, Subject, Changes, Previous])
            text.Append(part.Length).Append(':').Append(part);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The first fault of a chain in Chinese; null when it is whole.</summary>
    /// <param name="entries">All entries in their order.</param>
    public static string? Fault(IEnumerable<TrailEntry> entries)
    {
        TrailEntry? last = null;
        foreach (var entry in entries)
        {
            if (entry.Sequence != (last?.Sequence ?? 0) + 1)
                return $"第 {(last?.Sequence ?? 0) + 1} 条缺失：其后是第 {entry.Sequence} 条。";
            if (entry.Previous != (last?.Hash ?? ""))
                return $"第 {entry.Sequence} 条接不上前一条：其间有记录被删改或插入。";
            if (entry.Hash != entry.Digest())
                return $"第 {entry.Sequence} 条的内容被改过：与它的校验值不符。";
            last = entry;
        }

        return null;
    }

    private static string Text(long? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
