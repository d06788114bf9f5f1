using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage;
using Mingzhang.Storage.Office;

namespace Mingzhang.Demonstration;

/// <summary>A person of the made-up bureau and how they sign in (示范账号).</summary>
/// <param name="Account">账号.</param>
/// <param name="Role">岗位.</param>
/// <param name="Password">For one use.</param>
public sealed record DemonstrationPerson(string Account, string Role, string Password);

/// <summary>Makes a bureau with everything recorded, all of it made up (造示范区). Its name bears a mark, so that it never becomes public.</summary>
/// <param name="store">An open database.</param>
/// <param name="data">Policies, catalogues and definitions.</param>
/// <param name="clock">What time it is.</param>
public sealed class DemonstrationMaker(Store store, DataFolder data, TimeProvider clock)
{
    private static readonly (string Account, Role Role)[] People = [("demo-clerk", Role.Clerk), ("demo-review", Role.Reviewer), ("demo-head", Role.Head), ("demo-clerk2", Role.Clerk)];

    /// <summary>Makes it.</summary>
    /// <param name="share">From 1 (a whole district) to 1000 (a thousandth).</param>
    /// <param name="told">Is told what was made, part after part.</param>
    /// <param name="cancellation">Stops the work; what was made by then stays.</param>
    /// <returns>The people who can sign in, or in Chinese why it was not made.</returns>
    public async Task<(IReadOnlyList<DemonstrationPerson> People, string? Problem)> MakeAsync(int share, Action<string> told, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(told);
        var desk = new OfficeDesk(store, clock);
        var actors = new List<Actor>();
        var people = new List<DemonstrationPerson>();
        foreach (var (account, role) in People)
        {
            var (id, password, taken) = await desk.Register.AddAccountAsync(account, $"示范{role.ChineseName()}", cancellation).ConfigureAwait(false);
            if (taken is not null)
                return ([], taken);
            people.Add(new DemonstrationPerson(account, role.ChineseName(), password));
            actors.Add((await desk.Register.ActorAsync(id, cancellation).ConfigureAwait(false))!);
        }

        var department = new Department(0, Practice.DemonstrationName, "示范区医保局", IsDepartment: true, "示范路 1 号", "");
        var (number, refusal) = await desk.Register.SaveAsync(actors[0], department, cancellation).ConfigureAwait(false);
        if (refusal is not null)
            return ([], refusal);
        department = department with { Id = number };
        await desk.Register.SaveUnitsAsync(actors[0], number, [new BudgetUnit("999001", "示范区医疗保障局本级", null, "行政")], cancellation).ConfigureAwait(false);
        for (var i = 0; i < People.Length; i++)
        {
            await desk.Register.AssignAsync(null, actors[i].Id, new Assignment(People[i].Role, number, null), cancellation).ConfigureAwait(false);
            actors[i] = (await desk.Register.ActorAsync(actors[i].Id, cancellation).ConfigureAwait(false))!;
        }

        var district = new DemonstrationDistrict(store, desk, data, department, actors[0], actors[1], actors[2], clock.GetUtcNow().Year - 1, clock, share);
        foreach (var part in DemonstrationParts.All)
            told($"{part.Name}：{await part.MakeAsync(district, cancellation).ConfigureAwait(false)}");
        return (people, null);
    }
}
