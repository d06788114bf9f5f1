namespace Mingzhang.Core.Assistance.Policies;

/// <summary>The versions of one place's policy, each day held by at most one (政策沿革).</summary>
public sealed class PolicyBook
{
    private readonly AssistancePolicy[] _versions;

    /// <summary>Puts versions in the order of their days.</summary>
    /// <param name="versions">The versions of one place.</param>
    /// <exception cref="ArgumentException">Two versions hold on one day; whoever reads them must have said so before.</exception>
    public PolicyBook(IEnumerable<AssistancePolicy> versions)
    {
        _versions = [.. versions.OrderBy(v => v.From)];
        if (Overlap(_versions) is { } twice)
            throw new ArgumentException($"“{twice.First.Id}”和“{twice.Second.Id}”的施行日期重叠。", nameof(versions));
    }

    /// <summary>The versions, oldest first.</summary>
    public IReadOnlyList<AssistancePolicy> Versions => _versions;

    /// <summary>Two versions that hold on one day; null when there are none.</summary>
    /// <param name="versions">Versions of one place.</param>
    public static (AssistancePolicy First, AssistancePolicy Second)? Overlap(IEnumerable<AssistancePolicy> versions)
    {
        AssistancePolicy? last = null;
        foreach (var version in versions.OrderBy(v => v.From))
        {
            if (last is not null && last.Holds(version.From))
                return (last, version);
            last = version;
        }

        return null;
    }

    /// <summary>The version that holds on the day; null when none does.</summary>
    public AssistancePolicy? Of(DateOnly day)
    {
        for (var i = _versions.Length - 1; i >= 0; i--)
        {
            if (_versions[i].Holds(day))
                return _versions[i];
        }

        return null;
    }
}
