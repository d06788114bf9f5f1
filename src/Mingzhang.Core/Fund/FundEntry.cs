namespace Mingzhang.Core.Fund;

/// <summary>What an entry of the assistance fund is (基金账事项).</summary>
public enum FundKind
{
    /// <summary>期初结余: what lay in the special account when the books were begun.</summary>
    Opening,

    /// <summary>拨入: money received from a level of government, or given by others.</summary>
    Received,

    /// <summary>利息.</summary>
    Interest,

    /// <summary>退票退回: payments that came back.</summary>
    Returned,

    /// <summary>支出: assistance paid out.</summary>
    Paid,
}

/// <summary>From where money was received (资金级次).</summary>
public enum FundLevel
{
    /// <summary>中央.</summary>
    Central,

    /// <summary>省.</summary>
    Province,

    /// <summary>市.</summary>
    City,

    /// <summary>区.</summary>
    District,

    /// <summary>其他: donations and the like.</summary>
    Other,
}

/// <summary>The official words.</summary>
public static class FundWords
{
    /// <summary>All kinds with their words.</summary>
    public static IReadOnlyDictionary<string, FundKind> Kinds { get; } = new Dictionary<string, FundKind>(StringComparer.Ordinal)
    {
        ["期初结余"] = FundKind.Opening,
        ["拨入"] = FundKind.Received,
        ["利息"] = FundKind.Interest,
        ["退票退回"] = FundKind.Returned,
        ["支出"] = FundKind.Paid,
    };

    /// <summary>All levels with their words.</summary>
    public static IReadOnlyDictionary<string, FundLevel> Levels { get; } = new Dictionary<string, FundLevel>(StringComparer.Ordinal)
    {
        ["中央"] = FundLevel.Central,
        ["省"] = FundLevel.Province,
        ["市"] = FundLevel.City,
        ["区"] = FundLevel.District,
        ["其他"] = FundLevel.Other,
    };

    /// <summary>The word of a kind.</summary>
    public static string ChineseName(this FundKind kind) => Kinds.First(k => k.Value == kind).Key;

    /// <summary>The word of a level.</summary>
    public static string ChineseName(this FundLevel level) => Levels.First(l => l.Value == level).Key;
}

/// <summary>An entry of the assistance fund in its special account (医疗救助基金账的一笔). It is only added; what was wrong is booked back.</summary>
/// <param name="On">Day of the bank.</param>
/// <param name="Kind">事项.</param>
/// <param name="Level">级次 of money received; null for other kinds.</param>
/// <param name="IsByBudget">Whether money received came by the department's budget (经部门预算拨入), and so stands in its execution too.</param>
/// <param name="Fen">Amount in 分; below zero for what books an entry back.</param>
/// <param name="Voucher">凭证号.</param>
/// <param name="Summary">摘要.</param>
public sealed record FundEntry(DateOnly On, FundKind Kind, FundLevel? Level, bool IsByBudget, long Fen, string Voucher, string Summary)
{
    private const int LongestVoucher = 40, LongestSummary = 200;

    /// <summary>What it does to the balance, in 分.</summary>
    public long EffectFen => Kind == FundKind.Paid ? -Fen : Fen;

    /// <summary>In Chinese why it cannot be booked as a new entry; null when it can.</summary>
    public string? Refusal()
    {
        if (Fen <= 0)
            return "金额要大于 0；记错的请用“冲回”，不写负数。";
        if (Fen > Ledgers.FenText.Largest)
            return "金额太大，请检查位数（单位是元）。";
        if (Kind == FundKind.Received && Level is null)
            return "拨入的资金要选级次：中央、省、市、区或其他。";
        if (Kind != FundKind.Received && (Level is not null || IsByBudget))
            return $"“{Kind.ChineseName()}”没有级次，也不经部门预算；只有拨入才有。";
        if (string.IsNullOrWhiteSpace(Voucher) || Voucher.Length > LongestVoucher)
            return $"凭证号必填，最多 {LongestVoucher} 字。";
        return Summary.Length > LongestSummary ? $"摘要最多 {LongestSummary} 字。" : null;
    }

    /// <summary>The entry that books this one back.</summary>
    /// <param name="on">Day of the correction.</param>
    /// <param name="reason">Why.</param>
    public FundEntry Back(DateOnly on, string reason) => this with { On = on, Fen = -Fen, Summary = $"冲回：{reason}" };
}
