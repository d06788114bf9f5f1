namespace Mingzhang.Storage.Tests;

/// <summary>A version that databases may still have, and data as it stood there: the ledger 某局 2020 with one line. A new migration gets a line here.</summary>
/// <param name="Migration">The last migration of that version.</param>
/// <param name="Fill">Data in its tables.</param>
internal sealed record OlderVersion(string Migration, string Fill)
{
    private const string Initial = """
        insert into "Ledgers" ("Id", "Agency", "ShortName", "Year", "BudgetEdition", "FinalEdition", "Digest") values (1, '某局', '某局', 2020, 'national-budget', null, 'x');
        insert into "Others" values (1, 'Settings', 0, '{{"Agency":"某局","ShortName":"某局","Year":2020,"BudgetEdition":"national-budget","IsDepartment":true}}');
        insert into "Units" values (1, 0, '202', '某局', null, null);
        insert into "Lines" values (1, 0, '预算', '收入', '202', null, null, null, null, '一般公共预算', '本年', 123456789012);
        """;

    public static IReadOnlyList<OlderVersion> All { get; } =
    [
        new("20261122100000_Initial", Initial),
        new("20261122110000_Revision", Initial),
        new("20261122120000_Office", Initial),
        new("20261122130000_Audits", Initial),
        new("20261122160000_Execution", Initial),
        new("20261122190000_Privacy", Initial),
        new("20261122191000_Assistance", Initial),
        new("20261122200000_Attachments", Initial),
        new("20261122201000_Supervision", Initial),
        new("20261122210000_Registers", Initial),
        new("20261122213000_Complaints", Initial),
        new("20261122214000_Credit", Initial),
        new("20261122220000_Reviews", Initial),
        new("20261122230000_Fund", Initial),
        new("20261122231000_Screening", Initial),
        new("20261122232000_Links", Initial),
        new("20261122233000_AssistancePapers", Initial),
        new("20261122234000_FinalYear", Initial),
        new("20261122235000_ReviewCompanions", Initial),
    ];
}
