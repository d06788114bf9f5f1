using System.Globalization;
using Mingzhang.Core.Assistance.Persons;
using Mingzhang.Core.Fund;
using Mingzhang.Storage.Assistance;

namespace Mingzhang.Demonstration;

/// <summary>Two years of the assistance fund, and who of the subjects is enrolled (医疗救助基金账、资助参保), all made up.</summary>
internal sealed class FundPart : IDemonstrationPart
{
    private const int Subjects = 6_000, MissingOf = 40;

    /// <inheritdoc/>
    public string Name => "医疗救助基金账和资助参保";

    /// <inheritdoc/>
    public async Task<string> MakeAsync(DemonstrationDistrict district, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(district);
        var entries = await FundAsync(district, cancellation).ConfigureAwait(false);
        var persons = await EnrolmentAsync(district, cancellation).ConfigureAwait(false);
        return string.Create(CultureInfo.InvariantCulture, $"基金账 {entries} 笔，参保核对 {persons} 人（全部虚构）");
    }

    private static async Task<int> FundAsync(DemonstrationDistrict district, CancellationToken cancellation)
    {
        var random = DemonstrationDistrict.Random("基金账");
        var count = 0;
        async Task Book(DateOnly on, FundKind kind, FundLevel? level, bool byBudget, long yuan, string voucher, string summary)
        {
            var fen = Math.Max(1, yuan * 100 / district.Share);
            if (await district.Desk.Fund.AddAsync(district.Clerk, district.Department.Id, new FundEntry(on, kind, level, byBudget, fen, voucher, summary + "（虚构）"), cancellation).ConfigureAwait(false) is { } refusal)
                throw new InvalidOperationException(refusal);
            count++;
        }

        await Book(new DateOnly(district.Year - 1, 1, 1), FundKind.Opening, null, false, 1_860_000, "建账", "上年结余").ConfigureAwait(false);
        foreach (var year in new[] { district.Year - 1, district.Year })
        {
            await Book(new DateOnly(year, 1, 22), FundKind.Received, FundLevel.Central, false, 5_400_000, Text($"示收{year}-1"), "中央补助").ConfigureAwait(false);
            await Book(new DateOnly(year, 3, 18), FundKind.Received, FundLevel.Province, false, 1_700_000, Text($"示收{year}-2"), "省级补助").ConfigureAwait(false);
            await Book(new DateOnly(year, 4, 9), FundKind.Received, FundLevel.City, false, 1_200_000, Text($"示收{year}-3"), "市级补助").ConfigureAwait(false);
            await Book(new DateOnly(year, 6, 5), FundKind.Received, FundLevel.District, true, 2_600_000, Text($"示收{year}-4"), "区级预算拨入").ConfigureAwait(false);
            await Book(new DateOnly(year, 9, 12), FundKind.Received, FundLevel.Other, false, 80_000, Text($"示收{year}-5"), "慈善捐赠").ConfigureAwait(false);
            for (var month = 1; month <= 12; month++)
                await Book(new DateOnly(year, month, 25), FundKind.Paid, null, false, 700_000 + random.Next(300_000), Text($"示付{year}-{month}"), "医疗救助支出").ConfigureAwait(false);
            await Book(new DateOnly(year, 7, 3), FundKind.Returned, null, false, 3_200, Text($"示退{year}"), "银行退票").ConfigureAwait(false);
            foreach (var quarter in (int[])[3, 6, 9, 12])
                await Book(new DateOnly(year, quarter, 21), FundKind.Interest, null, false, 4_000 + random.Next(3_000), Text($"示息{year}-{quarter}"), "季度利息").ConfigureAwait(false);
        }

        return count;
    }

    private static async Task<int> EnrolmentAsync(DemonstrationDistrict district, CancellationToken cancellation)
    {
        var persons = district.Desk.Assistance.Persons;
        var policies = district.Data.Enrolment;
        if (policies.Count == 0)
            return 0;
        // Where the district has its subjects already they are checked; otherwise some are made up.
        if (await persons.CountAsync(district.Department.Id, cancellation).ConfigureAwait(false) == 0)
        {
            var subjects = policies[0].Subsidies;
            var from = new DateOnly(policies.Min(p => p.Year) - 1, 1, 1);
            ListedIdentity[] list = [.. Enumerable.Range(1, district.Scale(Subjects)).Select(i => new ListedIdentity(Text($"示范{i:00000}"), new Identity(subjects[i % subjects.Count].Subject, from, null, from)))];
            var (_, refusal) = await persons.StoreAsync(district.Clerk, district.Department.Id, "示范名单（虚构）", list, [], from, isWhole: false, cancellation).ConfigureAwait(false);
            if (refusal is not null)
                throw new InvalidOperationException(refusal);
        }

        var count = 0;
        foreach (var policy in policies)
        {
            var (listed, _) = await persons.SearchAsync(district.Department.Id, null, policy.ListDay, int.MaxValue, cancellation).ConfigureAwait(false);
            var enrolled = listed.Where((_, i) => i % MissingOf != 0).Select(p => p.Code).ToHashSet(StringComparer.Ordinal);
            if (enrolled.Count == 0)
                continue;
            var (_, _, refusal) = await district.Desk.Enrolment.StoreAsync(district.Clerk, district.Department.Id, policy.Year, "示范参保名单（虚构）", enrolled, cancellation).ConfigureAwait(false);
            if (refusal is not null)
                throw new InvalidOperationException(refusal);
            count += listed.Count;
        }

        return count;
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
