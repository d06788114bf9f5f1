using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Execution;

/// <summary>What an entry of the year's execution is (执行事项).</summary>
public enum EntryKind
{
    /// <summary>支付: money paid out; a negative amount takes back an earlier payment (红字).</summary>
    Payment,

    /// <summary>退回: money paid out that came back in the same year.</summary>
    Refund,

    /// <summary>收入: money received.</summary>
    Receipt,

    /// <summary>收入退付: money received that was given back.</summary>
    ReceiptReturned,

    /// <summary>追加: budget added in the year.</summary>
    Increase,

    /// <summary>追减: budget taken away in the year, what the treasury recovers too.</summary>
    Decrease,

    /// <summary>调剂: budget moved between lines; the amounts of one voucher make zero.</summary>
    Transfer,

    /// <summary>上年结转: budget of last year that may be spent on.</summary>
    CarriedIn,

    /// <summary>使用非财政拨款结余: reserves used for the year.</summary>
    ReserveUsed,

    /// <summary>结余分配: surplus distributed.</summary>
    SurplusDistributed,
}

/// <summary>What kinds of entries do, and the official words for them.</summary>
public static class EntryKinds
{
    /// <summary>All kinds in the order in which they are shown.</summary>
    public static IReadOnlyList<EntryKind> All { get; } = Enum.GetValues<EntryKind>();

    /// <summary>支付, 退回 and so on.</summary>
    public static string ChineseName(this EntryKind kind) => kind switch
    {
        EntryKind.Payment => "支付",
        EntryKind.Refund => "退回",
        EntryKind.Receipt => "收入",
        EntryKind.ReceiptReturned => "收入退付",
        EntryKind.Increase => "追加",
        EntryKind.Decrease => "追减",
        EntryKind.Transfer => "调剂",
        EntryKind.CarriedIn => "上年结转",
        EntryKind.ReserveUsed => "使用非财政拨款结余",
        EntryKind.SurplusDistributed => "结余分配",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    /// <summary>The kind of a word; null when there is none.</summary>
    public static EntryKind? Parse(string? word) => All.Where(k => k.ChineseName() == word).Select(k => (EntryKind?)k).FirstOrDefault();

    /// <summary>To which side of the ledger its line belongs.</summary>
    public static Flow Flow(this EntryKind kind) => kind switch
    {
        EntryKind.Receipt or EntryKind.ReceiptReturned => Ledgers.Flow.Income,
        EntryKind.ReserveUsed => Ledgers.Flow.ReserveUsed,
        EntryKind.SurplusDistributed => Ledgers.Flow.SurplusDistributed,
        _ => Ledgers.Flow.Expenditure,
    };

    /// <summary>Whether it changes the budget rather than spending it.</summary>
    public static bool ChangesBudget(this EntryKind kind) => kind is EntryKind.Increase or EntryKind.Decrease or EntryKind.Transfer or EntryKind.CarriedIn;

    /// <summary>Whether its amount is written negative: only moving budget away and taking back a payment are.</summary>
    public static bool MayBeNegative(this EntryKind kind) => kind is EntryKind.Transfer or EntryKind.Payment or EntryKind.Receipt;

    /// <summary>+1 where the amount is added to what was done or to the budget, −1 where it is taken off.</summary>
    public static int Sign(this EntryKind kind) => kind is EntryKind.Refund or EntryKind.Decrease or EntryKind.ReceiptReturned ? -1 : 1;
}
