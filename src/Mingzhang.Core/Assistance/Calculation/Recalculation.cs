namespace Mingzhang.Core.Assistance.Calculation;

/// <summary>Why a settlement is entitled to something else than it was granted (重算原因).</summary>
public enum ChangeReason
{
    /// <summary>It was never granted anything: a new settlement.</summary>
    New,

    /// <summary>It was taken back by the hospital (冲正).</summary>
    Reversed,

    /// <summary>An identity was recognised, ended or corrected later.</summary>
    Identity,

    /// <summary>The policy was corrected.</summary>
    Policy,

    /// <summary>The bill or what others paid for it was corrected.</summary>
    Bill,

    /// <summary>An earlier settlement of the year changed, and with it the deductible or cap that was left.</summary>
    Order,
}

/// <summary>One difference between what is right now and what was granted (重算差异).</summary>
/// <param name="SettlementId">结算编号.</param>
/// <param name="Granted">已核定, in 元.</param>
/// <param name="Due">应核定, in 元.</param>
/// <param name="Reason">Why they differ.</param>
/// <param name="Assessment">How the amount due follows; null for a settlement that was taken back.</param>
public sealed record Difference(string SettlementId, decimal Granted, decimal Due, ChangeReason Reason, Assessment? Assessment)
{
    /// <summary>What is paid in addition (补付), or back (追回) when negative.</summary>
    public decimal Amount => Due - Granted;
}

/// <summary>Compares a person's year with what was granted (重算): the differences are proposed to a person, never booked silently.</summary>
public static class Recalculation
{
    /// <summary>The differences, in the order of the settlements, those taken back at the end.</summary>
    /// <param name="assessments">The year as it is right now (<see cref="PersonYear.Assess"/>).</param>
    /// <param name="bookings">What was granted, one for each settlement at most.</param>
    public static IReadOnlyList<Difference> Differences(IReadOnlyList<Assessment> assessments, IReadOnlyList<Booking> bookings)
    {
        var granted = bookings.ToDictionary(b => b.SettlementId, StringComparer.Ordinal);
        var differences = new List<Difference>();
        foreach (var assessment in assessments)
        {
            var id = assessment.Settlement.Id;
            var booking = granted.GetValueOrDefault(id);
            granted.Remove(id);
            if (assessment.Amount != (booking?.Amount ?? 0m))
                differences.Add(new Difference(id, booking?.Amount ?? 0m, assessment.Amount, Reason(assessment, booking), assessment));
        }

        differences.AddRange(bookings
            .Where(b => granted.ContainsKey(b.SettlementId) && b.Amount != 0m)
            .Select(b => new Difference(b.SettlementId, b.Amount, 0m, ChangeReason.Reversed, null)));
        return differences;
    }

    private static ChangeReason Reason(Assessment now, Booking? then) => then switch
    {
        null => ChangeReason.New,
        _ when then.Subject != now.Benefit?.Subject => ChangeReason.Identity,
        _ when then.Policy != now.Policy?.Id => ChangeReason.Policy,
        _ when then.Eligible != now.Settlement.Eligible => ChangeReason.Bill,
        _ => ChangeReason.Order,
    };
}
