using Mingzhang.Core.Assistance.Policies;

namespace Mingzhang.Core.Assistance.Settlements;

/// <summary>
/// One settlement of a medical bill (医疗费用结算), as the hospital's interface reports it; amounts in 元 with at most two decimals.
/// </summary>
/// <param name="Id">结算编号 (<c>setl_id</c>), one for each settlement.</param>
/// <param name="Care">医疗类别.</param>
/// <param name="Institution">Code of the institution (<c>fixmedins_code</c>).</param>
/// <param name="From">Day the care began (<c>begndate</c>).</param>
/// <param name="To">Day the care ended (<c>enddate</c>); decides year, policy and identity.</param>
/// <param name="SettledOn">Day of the settlement (<c>setl_time</c>); later settlements of one day of discharge come later.</param>
/// <param name="Total">医疗总费用 (<c>medfee_sumamt</c>).</param>
/// <param name="InScope">政策范围内费用 (<c>inscp_scp_amt</c>).</param>
/// <param name="Basic">基本医保统筹支付 (<c>hifp_pay</c>).</param>
/// <param name="MajorIllness">大病保险支付 (<c>hifmi_pay</c>).</param>
/// <param name="LargeSum">大额医疗补助支付 (<c>hifob_pay</c>).</param>
/// <param name="CivilServant">公务员医疗补助支付 (<c>cvlserv_pay</c>).</param>
/// <param name="OtherSubsidies">Other subsidies that the person received for this bill (其他补助).</param>
/// <param name="PaidAtSettlement">医疗救助支付 that the hospital already deducted (<c>maf_pay</c>).</param>
/// <param name="Referred">Whether the care was inside the province by referral (省域内按规定转诊).</param>
/// <param name="Reverses">Id of the settlement that this one takes back (冲正); null for others.</param>
public sealed record Settlement(
    string Id,
    CareKind Care,
    string Institution,
    DateOnly From,
    DateOnly To,
    DateOnly SettledOn,
    decimal Total,
    decimal InScope,
    decimal Basic,
    decimal MajorIllness,
    decimal LargeSum,
    decimal CivilServant,
    decimal OtherSubsidies,
    decimal PaidAtSettlement,
    bool Referred,
    string? Reverses)
{
    /// <summary>What insurances and other subsidies paid.</summary>
    public decimal PaidByOthers => Basic + MajorIllness + LargeSum + CivilServant + OtherSubsidies;

    /// <summary>
    /// Eligible out-of-pocket cost (政策范围内个人自付): in-scope cost less what others paid, never below zero and never more than
    /// what is left of the bill as a whole.
    /// </summary>
    public decimal Eligible => Math.Max(0m, Math.Min(InScope, Total) - PaidByOthers);
}
