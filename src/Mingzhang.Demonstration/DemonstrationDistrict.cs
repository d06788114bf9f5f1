using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Data;
using Mingzhang.Storage;
using Mingzhang.Storage.Office;

namespace Mingzhang.Demonstration;

/// <summary>The made-up district into which every part writes (示范区).</summary>
/// <param name="Store">The database.</param>
/// <param name="Desk">Its workbench.</param>
/// <param name="Data">Policies, catalogues and definitions.</param>
/// <param name="Department">The made-up bureau.</param>
/// <param name="Clerk">经办人, who records.</param>
/// <param name="Reviewer">审核人, who reviews what the clerk recorded.</param>
/// <param name="Head">单位负责人, who approves.</param>
/// <param name="Year">The later of the two whole years that have records; what goes on day by day has some of the year after it too.</param>
/// <param name="Clock">What time it is.</param>
/// <param name="Share">How much of a whole district is made, from 1 (all) to 1000 (a thousandth), for a quick look and for tests.</param>
public sealed record DemonstrationDistrict(
    Store Store, OfficeDesk Desk, DataFolder Data, Department Department, Actor Clerk, Actor Reviewer, Actor Head, int Year, TimeProvider Clock, int Share)
{
    /// <summary>Random numbers of a part: the same district every time, whatever the other parts draw.</summary>
    /// <param name="part">A fixed word, e.g. the name of the part.</param>
    public static DeterministicRandom Random(string part)
    {
        ArgumentNullException.ThrowIfNull(part);
        // FNV-1a: string.GetHashCode differs from run to run.
        var hash = 14695981039346656037UL;
        foreach (var letter in part)
            hash = (hash ^ letter) * 1099511628211UL;
        return new DeterministicRandom(hash);
    }

    /// <summary>Today in China; nothing that was done lies after it.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    /// <summary>So many of what a whole district has, at least one.</summary>
    public int Scale(int whole) => Math.Max(1, whole / Share);
}
