using System.Globalization;
using Mingzhang.Core.Calendar;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Complaints;

/// <summary>Days that something may take.</summary>
/// <param name="Days">天数.</param>
/// <param name="IsWorkdays">Whether working days are counted, and not all days.</param>
/// <param name="FromReceipt">Whether it runs from the receipt; otherwise from the acceptance.</param>
/// <param name="Extension">可延长: days by which it may be extended once; 0 for none.</param>
public sealed record ComplaintTerm(int Days, bool IsWorkdays, bool FromReceipt, int Extension)
{
    /// <summary>For people: 15 个工作日.</summary>
    public string Words => string.Create(CultureInfo.InvariantCulture, $"{Days} {(IsWorkdays ? "个工作日" : "日")}");

    /// <summary>The last day, so many days after a day.</summary>
    public WorkDeadline After(WorkCalendar calendar, DateOnly from, int extended)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return IsWorkdays ? calendar.After(from, Days + extended) : new WorkDeadline(from.AddDays(Days + extended), null);
    }
}

/// <summary>A channel by which complaints come (渠道).</summary>
/// <param name="Name">信访, 举报, 12345热线, 投诉.</param>
/// <param name="Accept">受理期限, from the receipt.</param>
/// <param name="Finish">办结期限.</param>
/// <param name="Basis">依据.</param>
public sealed record ComplaintChannel(string Name, ComplaintTerm Accept, ComplaintTerm Finish, string Basis);

/// <summary>A level of rewards (奖励等级).</summary>
/// <param name="Name">等级.</param>
/// <param name="Percent">比例 of the amount, in percent.</param>
/// <param name="Meaning">说明.</param>
public sealed record RewardLevel(string Name, decimal Percent, string Meaning);

/// <summary>How whoever reports is rewarded (举报奖励).</summary>
/// <param name="Basis">依据.</param>
/// <param name="From">自: first day on which a report may have come.</param>
/// <param name="LeastFen">最低, in 分.</param>
/// <param name="MostFen">最高, in 分.</param>
/// <param name="Months">领取月数 after the notice.</param>
/// <param name="Levels">等级.</param>
public sealed record RewardRules(string Basis, DateOnly From, long LeastFen, long MostFen, int Months, IReadOnlyList<RewardLevel> Levels)
{
    /// <summary>Computes a reward.</summary>
    /// <param name="level">等级.</param>
    /// <param name="caseFen">案值: what was found, in 分.</param>
    /// <returns>The reward in 分 and how it was computed.</returns>
    public (long Fen, string Explanation) Reckon(RewardLevel level, long caseFen)
    {
        ArgumentNullException.ThrowIfNull(level);
        var share = (long)Precision.Round(caseFen * level.Percent / 100m, 0);
        var fen = Math.Clamp(share, LeastFen, MostFen);
        var text = string.Create(CultureInfo.InvariantCulture, $"案值 {FenText.Format(caseFen)} 元 × {level.Percent:0.##}%（{level.Name}）= {FenText.Format(share)} 元");
        text += share < LeastFen ? $"，不足最低 {FenText.Format(LeastFen)} 元，按最低" : share > MostFen ? $"，超过最高 {FenText.Format(MostFen)} 元，按最高" : "";
        return (fen, $"{text}，奖励 {FenText.Format(fen)} 元。依据：{Basis}。");
    }
}

/// <summary>What is set for complaints of a place (投诉举报规则).</summary>
/// <param name="Channels">渠道.</param>
/// <param name="Topics">类别.</param>
/// <param name="Results">结果.</param>
/// <param name="Satisfactions">满意度, the best first; the last is 未评价.</param>
/// <param name="Reward">举报奖励.</param>
public sealed record ComplaintRules(IReadOnlyList<ComplaintChannel> Channels, IReadOnlyList<string> Topics, IReadOnlyList<string> Results, IReadOnlyList<string> Satisfactions, RewardRules Reward)
{
    /// <summary>The channel of a name; null when there is none.</summary>
    public ComplaintChannel? Channel(string? name) => Channels.FirstOrDefault(c => c.Name == name);
}
