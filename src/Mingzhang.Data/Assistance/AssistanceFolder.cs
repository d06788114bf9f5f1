using System.Globalization;
using Mingzhang.Core.Assistance.Calculation;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Workbench;

namespace Mingzhang.Data.Assistance;

/// <summary>What the sheets of a folder say of its persons (救助资料).</summary>
/// <param name="Persons">个人档案, by 人员编号.</param>
/// <param name="Enrolled">人员编号 of who is enrolled in the basic insurance, by year; years without a sheet are not there.</param>
/// <param name="Mistakes">Wrong rows: they gave no record.</param>
public sealed record AssistanceFolder(IReadOnlyList<PersonFile> Persons, IReadOnlyDictionary<int, IReadOnlySet<string>> Enrolled, IReadOnlyList<IntakeMistake> Mistakes)
{
    private const string Person = "人员编号";

    /// <summary>Name of the sheet of identities.</summary>
    public const string Identities = "身份";

    /// <summary>Name of the sheet of settlements.</summary>
    public const string Settlements = "结算";

    /// <summary>Name of the sheet of what was granted before; it need not be there.</summary>
    public const string Bookings = "已核定";

    /// <summary>How the name of a sheet of enrolment begins; the year follows: 参保2024.</summary>
    public const string Enrolment = "参保";

    /// <summary>Puts the sheets together by person. A booking belongs to the person of its settlement.</summary>
    /// <param name="sheets">All sheets of the folder; others are passed over.</param>
    /// <param name="policies">The place's policies.</param>
    /// <param name="data">How lists head their columns.</param>
    public static AssistanceFolder Read(IReadOnlyList<RawSheet> sheets, PolicyBook policies, DataFolder data)
    {
        var mistakes = new List<IntakeMistake>();
        string[] subjects = [.. policies.Versions.SelectMany(v => v.Subjects).Distinct(StringComparer.Ordinal)];
        var identities = Named(sheets, Identities).SelectMany(s => AssistanceIntake.Identities(s, data.IdentityLists, subjects, mistakes)).ToLookup(i => i.Person, i => i.Value, StringComparer.Ordinal);
        var settlements = Named(sheets, Settlements).SelectMany(s => AssistanceIntake.Settlements(s, data.SettlementExports, mistakes)).ToLookup(s => s.Person, s => s.Value, StringComparer.Ordinal);
        var bookings = Named(sheets, Bookings).SelectMany(s => GrantSheets.Read(s, mistakes)).ToLookup(b => b.SettlementId, StringComparer.Ordinal);
        foreach (var twice in bookings.Where(b => b.Count() > 1))
            mistakes.Add(new IntakeMistake(Bookings, Bookings, null, "结算编号", twice.Key, "这笔结算有几行：合成一行，金额写合计。"));
        string[] persons = [.. identities.Select(i => i.Key).Concat(settlements.Select(s => s.Key)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var enrolled = new Dictionary<int, IReadOnlySet<string>>();
        foreach (var sheet in Named(sheets, Enrolment))
        {
            if (int.TryParse(sheet.Name.AsSpan(Enrolment.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var year))
                enrolled[year] = EnrolledPersons(sheet, data.IdentityLists, mistakes);
            else
                mistakes.Add(new IntakeMistake(sheet.File, sheet.Name, null, null, null, "表名要带年度，例如“参保2024”。"));
        }

        return new AssistanceFolder([.. persons.Select(p => new PersonFile(p, [.. identities[p]], [.. settlements[p]], [.. settlements[p].SelectMany(s => bookings[s.Id].Take(1))]))], enrolled, mistakes);
    }

    /// <summary>Reads a list of who is enrolled: 人员编号, each once.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="columns">How lists head their columns.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static IReadOnlySet<string> EnrolledPersons(RawSheet sheet, ExportColumns columns, List<IntakeMistake> mistakes) =>
        HeadedRows.Find(sheet, columns, [Person], mistakes) is { } rows ? rows.Rows.Select(r => rows.Text(r, Person)).Where(p => p.Length > 0).ToHashSet(StringComparer.Ordinal) : [];

    private static IEnumerable<RawSheet> Named(IEnumerable<RawSheet> sheets, string name) => sheets.Where(s => s.Name.StartsWith(name, StringComparison.Ordinal));
}
