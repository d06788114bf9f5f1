namespace Mingzhang.Core.Assistance.Persons;

/// <summary>
/// One recognition of a person as a subject of assistance (救助对象身份), from the list of the civil-affairs department. A person may
/// hold several at once, and one may be recognised later than it takes effect.
/// </summary>
/// <param name="Subject">救助对象 as the policy names it.</param>
/// <param name="From">First day it takes effect, inclusive.</param>
/// <param name="To">Last day, inclusive; null while it lasts.</param>
/// <param name="RecognisedOn">Day from which it is known here: what was settled before could not know it.</param>
public sealed record Identity(string Subject, DateOnly From, DateOnly? To, DateOnly RecognisedOn)
{
    /// <summary>Whether it holds on a day between two days, both inclusive.</summary>
    public bool HoldsBetween(DateOnly first, DateOnly last) => From <= last && (To is not { } end || end >= first);
}
