using System.Globalization;
using Mingzhang.Core.Complaints;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Letters;
using Mingzhang.Core.Registers;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Workbench.Bulletins;

/// <summary>The figures of a quarter's bulletin (季度简报), from complaints, rewards and registers.</summary>
internal static class QuarterBulletin
{
    private const int MonthsOfQuarter = 3;

    private const decimal FenOfWan = 1_000_000m;

    /// <summary>Fields and tables of the letter.</summary>
    public static async Task<(IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, LetterTable> Tables)> OfAsync(
        OfficeDesk desk, Department department, int year, int quarter, DateOnly today, CancellationToken cancellation)
    {
        var (first, last) = Days(year, quarter);
        var (before, beforeLast) = Days(year - 1, quarter);
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["年度"] = Text(year),
            ["季度"] = "一二三四"[quarter - 1].ToString(),
            ["机关名称"] = department.Name,
            ["成文日期"] = string.Create(CultureInfo.InvariantCulture, $"{today.Year}年{today.Month}月{today.Day}日"),
        };
        var tables = new Dictionary<string, LetterTable>(StringComparer.Ordinal);
        await ComplaintsAsync(desk, department.Id, first, last, (before, beforeLast), today, values, tables, cancellation).ConfigureAwait(false);
        var months = (await desk.Supervision.MonthsAsync(department.Id, year, cancellation).ConfigureAwait(false)).Where(m => ((m.Month - 1) / MonthsOfQuarter) + 1 == quarter).ToList();
        if (months.Exists(m => m.Inspections > 0 || m.RecoveredFen > 0 || m.FinedFen > 0))
        {
            values["检查次数"] = Text(months.Sum(m => m.Inspections));
            (values["发现金额"], values["确认金额"]) = (Wan(months.Sum(m => m.FoundFen)), Wan(months.Sum(m => m.ConfirmedFen)));
            (values["追回金额"], values["罚款金额"]) = (Wan(months.Sum(m => m.RecoveredFen)), Wan(months.Sum(m => m.FinedFen)));
        }
        else
        {
            values["没有检查"] = "是";
        }

        var rows = new List<IReadOnlyList<string>>();
        foreach (var register in (await desk.Registers.ListAsync(department.Id, cancellation).ConfigureAwait(false)).Where(r => r.Definition.Day is not null))
        {
            var definition = register.Definition;
            var records = (await desk.Registers.RecordsAsync(register.Id, cancellation).ConfigureAwait(false)).Select(r => r.Entry).ToList();
            var (now, then) = (Count(definition, records, year, quarter), Count(definition, records, year - 1, quarter));
            if (now.Records + then.Records > 0)
                rows.Add([definition.Name, Text(now.Records), Text(then.Records), definition.Summed is { } summed ? summed.Name + (summed.Kind == RegisterKind.Amount ? "（元）" : "") : "", Sum(now.Sum), Sum(then.Sum)]);
        }

        tables["台账情况表"] = new LetterTable([("台账", 3, false), ("条数", 1, true), ("上年同期", 1, true), ("统计", 2, false), ("本季度", 2, true), ("上年同期", 2, true)], rows, "");
        if (rows.Count == 0)
            values["没有台账"] = "是";
        return (values, tables);
    }

    /// <summary>First and last day of a quarter.</summary>
    public static (DateOnly First, DateOnly Last) Days(int year, int quarter)
    {
        var first = new DateOnly(year, ((quarter - 1) * MonthsOfQuarter) + 1, 1);
        return (first, first.AddMonths(MonthsOfQuarter).AddDays(-1));
    }

    private static async Task ComplaintsAsync(
        OfficeDesk desk, int department, DateOnly first, DateOnly last, (DateOnly First, DateOnly Last) before, DateOnly today, Dictionary<string, string> values, Dictionary<string, LetterTable> tables, CancellationToken cancellation)
    {
        bool Within(DateOnly? day) => day >= first && day <= last;
        var all = (await desk.Complaints.ListAsync(department, first.AddYears(-2), last, cancellation).ConfigureAwait(false)).Select(c => c.Complaint).ToList();
        var received = all.Where(c => Within(c.ReceivedOn)).ToList();
        var answered = all.Where(c => Within(c.AnsweredOn)).ToList();
        // At the quarter's end, or today while it runs.
        var end = last < today ? last : today;
        var open = all.Where(c => c.State != ComplaintState.Declined && (c.AnsweredOn is null || c.AnsweredOn > end)).ToList();
        var found = answered.Where(c => c.FoundFen > 0).ToList();
        values["收件"] = Text(received.Count);
        values["上年收件"] = Text(all.Count(c => c.ReceivedOn >= before.First && c.ReceivedOn <= before.Last));
        values["答复"] = Text(answered.Count);
        values["按期答复"] = Text(answered.Count(c => c.AnsweredOn <= c.FinishBy));
        values["在办"] = Text(open.Count);
        values["超期"] = Text(open.Count(c => c.FinishBy < end));
        if (found.Count > 0)
            (values["查实件数"], values["查实金额"]) = (Text(found.Count), Wan(found.Sum(c => c.FoundFen)));
        var rewards = (await desk.Complaints.Rewards.ListAsync(department, cancellation).ConfigureAwait(false)).Select(r => r.Reward).Where(r => Within(r.DecidedOn) && r.State != RewardStates.Returned).ToList();
        if (rewards.Count > 0)
            (values["奖励件数"], values["奖励金额"], values["已付件数"]) = (Text(rewards.Count), FenText.Format(rewards.Sum(r => r.Fen)), Text(rewards.Count(r => r.State == RewardStates.Paid)));
        var rows = received.Concat(answered).Concat(open).Select(c => c.Channel).Distinct(StringComparer.Ordinal).Select(channel => (IReadOnlyList<string>)
            [channel, Text(received.Count(c => c.Channel == channel)), Text(answered.Count(c => c.Channel == channel)), Text(answered.Count(c => c.Channel == channel && c.AnsweredOn <= c.FinishBy)), Text(open.Count(c => c.Channel == channel))]).ToList();
        tables["投诉举报情况表"] = new LetterTable([("渠道", 2, false), ("收件", 1, true), ("答复", 1, true), ("按期", 1, true), ("在办", 1, true)], rows, "件");
    }

    private static RegisterPeriod Count(RegisterDefinition definition, List<RegisterEntry> entries, int year, int quarter)
    {
        var months = RegisterCounts.ByMonth(definition, entries, year).Skip((quarter - 1) * MonthsOfQuarter).Take(MonthsOfQuarter).ToList();
        return new RegisterPeriod("", months.Sum(m => m.Records), definition.Summed is null ? null : months.Sum(m => m.Sum ?? 0m));
    }

    private static string Wan(long fen) => (fen / FenOfWan).ToString("0.00", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Sum(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";
}
