namespace Mingzhang.Core.Assistance.Policies;

/// <summary>
/// One dated version of a place's policy of medical assistance (医疗救助政策版本). It is never changed once settlements were computed
/// by it: what changes is a new version, and old settlements keep theirs.
/// </summary>
/// <param name="Id">Its name among versions, e.g. the name of its file.</param>
/// <param name="Name">Official name.</param>
/// <param name="Place">Place it holds in.</param>
/// <param name="From">First day, inclusive.</param>
/// <param name="To">Last day, inclusive; null while it holds.</param>
/// <param name="CheckedOn">Day its values were last compared with the documents.</param>
/// <param name="IdentityThroughoutStay">Whether an identity on any day of the stay counts (住院期间), or only on the day of discharge (出院当日).</param>
/// <param name="IncomePerHead">上年居民人均可支配收入, in 元; null when not given.</param>
/// <param name="Subjects">救助对象, those that are treated better first.</param>
/// <param name="Benefits">待遇标准.</param>
/// <param name="Tilted">倾斜救助; null where there is none.</param>
/// <param name="AgentShare">Agent's fee (经办代理费) as a share of what is paid, 0 to 1.</param>
/// <param name="AgentProvision">Where the fee is written.</param>
public sealed record AssistancePolicy(
    string Id,
    string Name,
    string Place,
    DateOnly From,
    DateOnly? To,
    DateOnly CheckedOn,
    bool IdentityThroughoutStay,
    decimal? IncomePerHead,
    IReadOnlyList<string> Subjects,
    IReadOnlyList<Benefit> Benefits,
    TiltedBenefit? Tilted,
    decimal AgentShare,
    Provision AgentProvision)
{
    /// <summary>Whether any of its values is an example without a source.</summary>
    public bool HasExamples => AgentProvision.IsExample || Tilted?.Provision.IsExample == true || Benefits.Any(b => b.Provision.IsExample);

    /// <summary>Whether it holds on the day.</summary>
    public bool Holds(DateOnly day) => day >= From && (To is not { } last || day <= last);

    /// <summary>What the subject is given for the care; null when nothing.</summary>
    public Benefit? BenefitFor(string subject, CareKind care)
    {
        foreach (var benefit in Benefits)
        {
            if (benefit.Subject == subject && benefit.Care.Contains(care))
                return benefit;
        }

        return null;
    }
}
