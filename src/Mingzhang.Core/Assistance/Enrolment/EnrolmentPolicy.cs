using Mingzhang.Core.Assistance.Policies;

namespace Mingzhang.Core.Assistance.Enrolment;

/// <summary>What a place pays of the enrolment fee of a kind of subject (资助标准).</summary>
/// <param name="Subject">救助对象.</param>
/// <param name="Share">资助比例, 0 to 1, of the fee a person owes.</param>
/// <param name="Provision">Where it is written.</param>
public sealed record EnrolmentSubsidy(string Subject, decimal Share, Provision Provision);

/// <summary>How a place subsidises enrolment in a year (资助参保政策).</summary>
/// <param name="Place">Place.</param>
/// <param name="Year">年度 of the insurance.</param>
/// <param name="CheckedOn">Day its values were last compared with the documents.</param>
/// <param name="ListDay">Day by whose list of subjects enrolment is checked.</param>
/// <param name="Fee">个人缴费标准, in 元 a person.</param>
/// <param name="Subsidies">资助标准, the more favourable first.</param>
public sealed record EnrolmentPolicy(string Place, int Year, DateOnly CheckedOn, DateOnly ListDay, decimal Fee, IReadOnlyList<EnrolmentSubsidy> Subsidies)
{
    /// <summary>What is paid for a person of this kind, in 元, cut to whole 分.</summary>
    public decimal AmountFor(EnrolmentSubsidy subsidy) => decimal.Truncate(Fee * subsidy.Share * 100m) / 100m;
}
