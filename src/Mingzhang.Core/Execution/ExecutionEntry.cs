namespace Mingzhang.Core.Execution;

/// <summary>An entry of the year's execution (执行记录).</summary>
/// <param name="Kind">What it is.</param>
/// <param name="On">日期.</param>
/// <param name="Voucher">凭证号; numbers begin anew for each unit and month.</param>
/// <param name="Line">The line of the budget.</param>
/// <param name="Fen">Amount in 分; negative for 红字 and for budget moved away.</param>
/// <param name="PayeeKind">收款人类别, one of <see cref="PayeeKinds"/>; null where none was said.</param>
/// <param name="Counterpart">Code of the unit of the same department that paid or was paid; null for others.</param>
/// <param name="Summary">摘要.</param>
public sealed record ExecutionEntry(EntryKind Kind, DateOnly On, string Voucher, LineKey Line, long Fen, string? PayeeKind, string? Counterpart, string Summary)
{
    /// <summary>收款人类别.</summary>
    public static IReadOnlyList<string> PayeeKinds { get; } = ["企业", "中小企业", "小微企业", "事业单位", "行政机关", "社会组织", "个人", "本部门单位", "其他"];

    /// <summary>采购品目 of a payment of government procurement, with its code or as 货物, 工程, 服务; null for other payments.</summary>
    public string? Procured { get; init; }

    /// <summary>By what tells nearly all entries apart; a year has millions.</summary>
    public override int GetHashCode() => HashCode.Combine(Voucher, Fen, Line);

    /// <summary>The amount as it changes what was done or the budget, in 分.</summary>
    public long SignedFen => Kind.Sign() * Fen;
}

/// <summary>Which fault an entry has (记账差错).</summary>
public enum EntryFaultKind
{
    /// <summary>The year is closed, or the date lies outside it.</summary>
    ClosedYear,

    /// <summary>There is no such line.</summary>
    UnknownLine,

    /// <summary>More than the line has left; a decision may allow it.</summary>
    OverBalance,

    /// <summary>Taken back more than was paid.</summary>
    NothingToTakeBack,

    /// <summary>The voucher is in the books with another content.</summary>
    VoucherDiffers,

    /// <summary>The amounts of a 调剂 do not make zero.</summary>
    TransferUnbalanced,

    /// <summary>Anything else that is filled in wrongly.</summary>
    Wrong,
}

/// <summary>Why an entry is refused.</summary>
/// <param name="Kind">Which fault.</param>
/// <param name="Message">What is wrong and what to do, in Chinese.</param>
/// <param name="OverFen">By how much the line would be overdrawn, in 分; 0 for other faults.</param>
public sealed record EntryFault(EntryFaultKind Kind, string Message, long OverFen = 0);
