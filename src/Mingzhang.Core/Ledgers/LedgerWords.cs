namespace Mingzhang.Core.Ledgers;

/// <summary>The official words for what a ledger line is (台账用语), as its files and forms print them.</summary>
public static class LedgerWords
{
    /// <summary>预算 or 决算.</summary>
    public static string ChineseName(this Stage stage) => stage == Stage.Budget ? "预算" : "决算";

    /// <summary>本年 or 上年结转.</summary>
    public static string ChineseName(this MoneyYear year) => year == MoneyYear.Current ? "本年" : "上年结转";

    /// <summary>收入, 支出, 年初结转和结余 and so on.</summary>
    public static string ChineseName(this Flow flow) => flow switch
    {
        Flow.Income => "收入",
        Flow.Expenditure => "支出",
        Flow.Opening => "年初结转和结余",
        Flow.Closing => "年末结转和结余",
        Flow.ReserveUsed => "使用非财政拨款结余",
        Flow.SurplusDistributed => "结余分配",
        _ => throw new ArgumentOutOfRangeException(nameof(flow), flow, "No such flow."),
    };
}
