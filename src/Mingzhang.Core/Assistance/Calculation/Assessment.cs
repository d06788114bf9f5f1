using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Settlements;

namespace Mingzhang.Core.Assistance.Calculation;

/// <summary>Why a settlement is given what it is given (核定结果).</summary>
public enum Outcome
{
    /// <summary>Assistance is given.</summary>
    Assisted,

    /// <summary>No policy held on the day.</summary>
    NoPolicy,

    /// <summary>The person was no subject of assistance on the day.</summary>
    NoIdentity,

    /// <summary>The policy gives this subject nothing for this kind of care.</summary>
    NoBenefit,

    /// <summary>Nothing eligible is left with the person.</summary>
    NothingLeft,

    /// <summary>All of it lies below the deductible.</summary>
    BelowDeductible,

    /// <summary>The cap of the year is used up.</summary>
    CapReached,

    /// <summary>What would be given is less than one 分.</summary>
    BelowCent,
}

/// <summary>
/// What a settlement is entitled to, with every quantity the result follows from (救助核定); amounts in 元. The written statement is
/// made from it when somebody asks.
/// </summary>
/// <param name="Settlement">The settlement.</param>
/// <param name="Outcome">Why.</param>
/// <param name="Policy">The version that held; null when none.</param>
/// <param name="Benefit">待遇标准 that was applied; null when none.</param>
/// <param name="Before">Where the person stood.</param>
/// <param name="DeductibleTaken">Eligible cost of this settlement that counted towards the deductible.</param>
/// <param name="Entitled">Assistance by the benefit, after the cap, before parts of a 分 are cut off.</param>
/// <param name="BurdenAdded">Remaining eligible cost that counts for tilted assistance.</param>
/// <param name="Tilted">倾斜救助.</param>
public sealed record Assessment(
    Settlement Settlement,
    Outcome Outcome,
    AssistancePolicy? Policy,
    Benefit? Benefit,
    YearToDate Before,
    decimal DeductibleTaken,
    decimal Entitled,
    decimal BurdenAdded,
    decimal Tilted)
{
    /// <summary>Assistance by the benefit, in whole 分.</summary>
    public decimal Ordinary => Cents.Cut(Entitled);

    /// <summary>All assistance the settlement is entitled to.</summary>
    public decimal Amount => Ordinary + Tilted;

    /// <summary>Eligible cost above the deductible (救助基数).</summary>
    public decimal Base => Settlement.Eligible - DeductibleTaken;

    /// <summary>What of the bill stays with the person.</summary>
    public decimal Remaining => Settlement.Total - Settlement.PaidByOthers - Amount;
}
