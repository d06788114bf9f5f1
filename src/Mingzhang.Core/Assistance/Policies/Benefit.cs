namespace Mingzhang.Core.Assistance.Policies;

/// <summary>What a kind of subject is given for some kinds of care (待遇标准).</summary>
/// <param name="Subject">救助对象 it is for, as the policy names it.</param>
/// <param name="Care">Kinds of care it covers.</param>
/// <param name="Pool">额度: settlements of one pool share the deductible and the cap of the year.</param>
/// <param name="Deductible">年度起付标准, in 元, zero or more: eligible cost of the year that stays with the person first.</param>
/// <param name="Share">救助比例, 0 to 1, of the eligible cost above the deductible.</param>
/// <param name="Cap">年度救助限额, in 元: the most that the pool gives a person in a year.</param>
/// <param name="Provision">Where it is written.</param>
public sealed record Benefit(string Subject, IReadOnlyList<CareKind> Care, string Pool, decimal Deductible, decimal Share, decimal Cap, Provision Provision);

/// <summary>
/// Tilted assistance (倾斜救助): a share of what heavy in-scope cost remains with the person after the three layers of a year
/// (国办发〔2021〕42号).
/// </summary>
/// <param name="Subjects">救助对象 it is for.</param>
/// <param name="Threshold">门槛, in 元: remaining eligible cost of the year above which it begins.</param>
/// <param name="Share">比例, 0 to 1, of what lies above the threshold.</param>
/// <param name="Cap">年度限额, in 元.</param>
/// <param name="NeedsReferral">Whether only care inside the province by referral counts (省域内按规定转诊).</param>
/// <param name="Provision">Where it is written.</param>
public sealed record TiltedBenefit(IReadOnlyList<string> Subjects, decimal Threshold, decimal Share, decimal Cap, bool NeedsReferral, Provision Provision);
