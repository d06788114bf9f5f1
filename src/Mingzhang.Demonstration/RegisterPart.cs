using System.Globalization;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Registers;

namespace Mingzhang.Demonstration;

/// <summary>Two years and the months since of every ready-made register, all made up (台账).</summary>
internal sealed class RegisterPart : IDemonstrationPart
{
    private const int AMonth = 6, Months = 12, LastSafeDay = 28, MostCounted = 180;

    private static readonly string[] Words = ["示范一", "示范二", "示范三", "示范四", "示范五"];

    /// <inheritdoc/>
    public string Name => "台账";

    /// <inheritdoc/>
    public async Task<string> MakeAsync(DemonstrationDistrict district, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(district);
        var random = DemonstrationDistrict.Random(Name);
        var (registers, records) = (0, 0);
        foreach (var ready in district.Data.Registers)
        {
            var (id, problems) = await district.Desk.Registers.DefineAsync(district.Clerk, district.Department.Id, 0, ready with { Purpose = ready.Purpose + "（示范，记录是编造的）" }, 0, [], cancellation).ConfigureAwait(false);
            if (problems.Count > 0)
                throw new InvalidOperationException(problems[0]);
            var register = (await district.Desk.Registers.FindAsync(district.Department.Id, id, cancellation).ConfigureAwait(false))!;
            var entries = Entries(district, register.Definition, random).DistinctBy(e => e.KeyOf(register.Definition)).ToList();
            var import = await district.Desk.Registers.ImportAsync(district.Clerk, register, "示范.xlsx", entries, updates: false, cancellation).ConfigureAwait(false);
            if (import.Mistakes.Count > 0)
                throw new InvalidOperationException(import.Mistakes[0].Message);
            registers++;
            records += import.Added;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{registers} 个，{records} 条记录");
    }

    private static IEnumerable<RegisterEntry> Entries(DemonstrationDistrict district, RegisterDefinition definition, DeterministicRandom random)
    {
        // Months that are over: nothing lies after today.
        for (var month = 0; month < (district.Today.Year - district.Year + 1) * Months + district.Today.Month - 1; month++)
        {
            for (var i = 0; i < district.Scale(AMonth); i++)
            {
                var day = new DateOnly(district.Year - 1, 1, 1).AddMonths(month).AddDays(random.Next(LastSafeDay));
                var mistakes = new List<RegisterMistake>();
                var entry = RegisterEntry.Read(definition, null, name => Value(definition.Active.First(f => f.Name == name), day, random), mistakes);
                if (mistakes.Count > 0)
                    throw new InvalidOperationException($"{definition.Name} {mistakes[0].Field}：{mistakes[0].Message}");
                yield return entry;
            }
        }
    }

    private static string Value(RegisterField field, DateOnly day, DeterministicRandom random) => field.Kind switch
    {
        RegisterKind.Choice => field.Choices[random.Next(field.Choices.Count)],
        // Where marks are given from a small scale, good ones are more frequent.
        RegisterKind.Number when int.TryParse(field.Max, NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most < MostCounted => (most - (random.Next(most) * random.Next(most) / most)).ToString(CultureInfo.InvariantCulture),
        RegisterKind.Number => (random.Next(MostCounted) + 1).ToString(CultureInfo.InvariantCulture),
        RegisterKind.Amount => (random.Next(50_000) + 100).ToString(CultureInfo.InvariantCulture) + ".00",
        // Deadlines and ends lie after the day by which periods are judged.
        RegisterKind.Date => day.AddDays(field.Name.Contains("期限", StringComparison.Ordinal) || field.Name.Contains("截止", StringComparison.Ordinal) ? 60 : 0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        RegisterKind.YesNo => random.Next(5) == 0 ? "否" : "是",
        RegisterKind.Attachment => "",
        _ => Words[random.Next(Words.Length)] + (random.Next(900) + 100).ToString(CultureInfo.InvariantCulture),
    };
}
