namespace Mingzhang.Core.Ledgers;

/// <summary>What a ledger line records (收支性质).</summary>
public enum Flow
{
    /// <summary>收入.</summary>
    Income,

    /// <summary>支出.</summary>
    Expenditure,

    /// <summary>年初结转和结余.</summary>
    Opening,

    /// <summary>年末结转和结余.</summary>
    Closing,

    /// <summary>使用非财政拨款结余（含专用结余）.</summary>
    ReserveUsed,

    /// <summary>结余分配.</summary>
    SurplusDistributed,
}
