using Mingzhang.Core.Assistance.Persons;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Settlements;

namespace Mingzhang.Core.Assistance.Calculation;

/// <summary>
/// The one calculation of medical assistance (救助金额核定): settlement, identities, where the person stands in the year and the
/// policy of the day give the amount. What is given is cut to whole 分, while cap and burden go on with what was not cut: so a bill in
/// two parts leaves the person where the whole leaves them, and is never given more.
/// </summary>
public static class AssistanceCalculator
{
    /// <summary>Assesses one settlement.</summary>
    /// <param name="settlement">The settlement; not a reversal.</param>
    /// <param name="identities">The person's identities that are known.</param>
    /// <param name="policies">The place's policies.</param>
    /// <param name="before">Where the person stands.</param>
    public static Assessment Assess(Settlement settlement, IReadOnlyList<Identity> identities, PolicyBook policies, YearToDate before)
    {
        if (policies.Of(settlement.To) is not { } policy)
            return None(settlement, Outcome.NoPolicy, null, null, before);
        var first = policy.IdentityThroughoutStay ? settlement.From : settlement.To;
        Assessment? best = null;
        var (known, tilts) = (false, false);
        // Of several identities the most favourable counts; of equal ones the first of the policy.
        foreach (var subject in policy.Subjects)
        {
            if (!Holds(identities, subject, first, settlement.To))
                continue;
            known = true;
            tilts |= policy.Tilted?.Subjects.Contains(subject) == true;
            if (policy.BenefitFor(subject, settlement.Care) is { } benefit && Ordinary(settlement, policy, benefit, before) is var found && (best is null || found.Entitled > best.Entitled))
                best = found;
        }

        if (best is null)
            return None(settlement, known ? Outcome.NoBenefit : Outcome.NoIdentity, policy, null, before);
        // Whoever is a subject of tilted assistance by any identity has it, whichever identity the ordinary benefit was given by.
        return tilts && policy.Tilted is { } rule && (settlement.Referred || !rule.NeedsReferral) ? Tilted(best, rule) : best;
    }

    private static bool Holds(IReadOnlyList<Identity> identities, string subject, DateOnly first, DateOnly last)
    {
        foreach (var identity in identities)
        {
            if (identity.Subject == subject && identity.HoldsBetween(first, last))
                return true;
        }

        return false;
    }

    private static Assessment Ordinary(Settlement settlement, AssistancePolicy policy, Benefit benefit, YearToDate before)
    {
        var eligible = settlement.Eligible;
        if (eligible == 0m)
            return None(settlement, Outcome.NothingLeft, policy, benefit, before);
        var use = before.Of(benefit.Pool);
        var deductible = Math.Min(eligible, Math.Max(0m, benefit.Deductible - use.Deductible));
        var room = Math.Max(0m, benefit.Cap - use.Entitled);
        var entitled = Math.Min(room, (eligible - deductible) * benefit.Share);
        var outcome = Cents.Cut(entitled) > 0m ? Outcome.Assisted
            : eligible == deductible ? Outcome.BelowDeductible
            : room == 0m ? Outcome.CapReached : Outcome.BelowCent;
        return new Assessment(settlement, outcome, policy, benefit, before, deductible, entitled, 0m, 0m);
    }

    // Reckoned on the sum of the year, so that the parts of a bill together give what the whole gives.
    private static Assessment Tilted(Assessment ordinary, TiltedBenefit rule)
    {
        var burden = ordinary.Settlement.Eligible - ordinary.Entitled;
        var amount = Math.Clamp(TiltedOf(rule, ordinary.Before.Burden + burden) - ordinary.Before.Tilted, 0m, Cents.Cut(burden));
        return ordinary with { BurdenAdded = burden, Tilted = amount, Outcome = amount > 0m ? Outcome.Assisted : ordinary.Outcome };
    }

    private static decimal TiltedOf(TiltedBenefit rule, decimal burden) => Math.Min(rule.Cap, Cents.Cut(Math.Max(0m, burden - rule.Threshold) * rule.Share));

    private static Assessment None(Settlement settlement, Outcome outcome, AssistancePolicy? policy, Benefit? benefit, YearToDate before) =>
        new(settlement, outcome, policy, benefit, before, 0m, 0m, 0m, 0m);
}
