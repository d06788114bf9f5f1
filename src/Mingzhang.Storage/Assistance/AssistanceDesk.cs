using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Calendar;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Privacy;

namespace Mingzhang.Storage.Assistance;

/// <summary>Medical assistance in the database (医疗救助).</summary>
public sealed class AssistanceDesk
{
    private const string Clerk = "经办人", Reviewer = "审核人", Head = "单位负责人";

    private readonly OfficeWriter _writer;

    internal AssistanceDesk(OfficeWriter writer, PrivacyDesk privacy)
    {
        _writer = writer;
        Persons = new PersonDesk(writer, privacy);
        Settlements = new SettlementDesk(writer);
        Decisions = new DecisionDesk(writer);
        Reviews = new ReviewDesk(writer);
        Payments = new PaymentDesk(writer, privacy);
        Applications = new ApplicationDesk(writer);
    }

    /// <summary>救助对象与身份.</summary>
    public PersonDesk Persons { get; }

    /// <summary>结算.</summary>
    public SettlementDesk Settlements { get; }

    /// <summary>核定.</summary>
    public DecisionDesk Decisions { get; }

    /// <summary>复核.</summary>
    public ReviewDesk Reviews { get; }

    /// <summary>付款.</summary>
    public PaymentDesk Payments { get; }

    /// <summary>医后申请.</summary>
    public ApplicationDesk Applications { get; }

    /// <summary>What the department set.</summary>
    public async Task<AssistanceSettings> SettingsAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return AssistanceSettings.Of(await db.Set<AssistanceSettingRow>().AsNoTracking().Where(s => s.DepartmentId == department).ToDictionaryAsync(s => s.Name, s => s.Value, StringComparer.Ordinal, cancellation).ConfigureAwait(false));
    }

    /// <summary>Stores settings.</summary>
    public Task<bool> SaveAsync(Actor actor, int department, AssistanceSettings settings, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        var rows = await db.Set<AssistanceSettingRow>().Where(s => s.DepartmentId == department).ToDictionaryAsync(s => s.Name, StringComparer.Ordinal, cancellation).ConfigureAwait(false);
        var changes = new List<TrailChange>();
        foreach (var (name, value) in settings.Texts)
        {
            var row = rows.GetValueOrDefault(name);
            if (row?.Value == value)
                continue;
            changes.Add(new TrailChange(null, name, row?.Value, value));
            if (row is null)
                db.Add(new AssistanceSettingRow { DepartmentId = department, Name = name, Value = value });
            else
                row.Value = value;
        }

        if (changes.Count > 0)
            trail.Note(department, (int?)null, "修改救助设置", "救助设置", changes);
        return changes.Count > 0;
    }, cancellation);

    /// <summary>A person's file with what was decided; null when there is none of the code.</summary>
    public async Task<PersonOverview?> PersonAsync(int department, string code, DateOnly day, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        if (await db.Set<AssistancePersonRow>().AsNoTracking().FirstOrDefaultAsync(p => p.DepartmentId == department && p.Code == code, cancellation).ConfigureAwait(false) is not { } row)
            return null;
        var subjects = await PersonDesk.SubjectsAsync(db, [row.Id], day, cancellation).ConfigureAwait(false);
        var identities = await db.Set<AssistanceIdentityRow>().AsNoTracking().Where(i => i.PersonId == row.Id && i.RemovedIn == null).OrderBy(i => i.FromDay).ToListAsync(cancellation).ConfigureAwait(false);
        // Without a settlement there is no file to compute, but still identities to show.
        var file = PersonFiles.One(db, department, row.Id, null)?.File ?? new(code, [.. identities.Select(AssistanceWords.Identity)], [], []);
        var decisions = await DecisionDesk.StoredAsync(db, db.Set<AssistanceDecisionRow>().AsNoTracking().Where(d => d.DepartmentId == department && d.PersonId == row.Id), cancellation).ConfigureAwait(false);
        var payables = await PaymentDesk.StoredAsync(db, db.Set<AssistancePayableRow>().AsNoTracking().Where(p => p.DepartmentId == department && p.PersonId == row.Id), cancellation).ConfigureAwait(false);
        return new PersonOverview(PersonDesk.Shown(row, subjects), file, [.. decisions.OrderBy(d => d.Id)], payables);
    }

    /// <summary>The newest year that has settlements; null when there are none.</summary>
    public async Task<int?> NewestYearAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var day = await db.Set<AssistanceSettlementRow>().AsNoTracking().Where(s => s.DepartmentId == department).MaxAsync(s => (string?)s.ToDay, cancellation).ConfigureAwait(false);
        return day is null ? null : AssistanceWords.Day(day).Year;
    }

    /// <summary>What waits for somebody and until when (待办和期限), the next due first.</summary>
    public async Task<IReadOnlyList<AssistanceTask>> TasksAsync(int department, WorkCalendar calendar, CancellationToken cancellation)
    {
        var settings = await SettingsAsync(department, cancellation).ConfigureAwait(false);
        if (settings.Place is null)
            return [];
        var tasks = (await Applications.ListAsync(department, settings, calendar, cancellation).ConfigureAwait(false)).Where(a => a.Due is not null).Select(Waiting).ToList();
        await using var db = _writer.Context();
        async Task Add(string what, IQueryable<string> since, int days, string path, Act act, string who)
        {
            var count = await since.CountAsync(cancellation).ConfigureAwait(false);
            if (count > 0)
                tasks.Add(new AssistanceTask($"{what} {count} 笔", settings.After(calendar, RowTime.Day(await since.MinAsync(cancellation).ConfigureAwait(false)), days), path, act, who));
        }

        var payables = db.Set<AssistancePayableRow>().AsNoTracking().Where(p => p.DepartmentId == department);
        var payments = db.Set<AssistancePaymentRow>().AsNoTracking().Where(p => p.DepartmentId == department);
        // Those of applications have deadlines of their own.
        await Add("核定待复核", from d in db.Set<AssistanceDecisionRow>() join s in db.Set<AssistanceSettlementRow>() on d.SettlementId equals s.Id where d.DepartmentId == department && d.State == DecisionDesk.ToReview && s.Channel != ApplicationDesk.Channel select d.MadeAt, settings.ReviewDays, "/review", Act.Review, Reviewer).ConfigureAwait(false);
        await Add("退票待更正账号", payables.Where(p => p.State == PaymentDesk.ToCorrect).Select(p => p.At), settings.PayDays, "/payments", Act.Work, Clerk).ConfigureAwait(false);
        await Add("应付未编批次", payables.Where(p => p.State == PaymentDesk.ToPay && p.PaymentId == null).Select(p => p.At), settings.PayDays, "/payments", Act.Work, Clerk).ConfigureAwait(false);
        foreach (var each in await payments.Where(p => p.State != PaymentDesk.Paid).OrderBy(p => p.Id).ToListAsync(cancellation).ConfigureAwait(false))
        {
            var waits = each.State == PaymentDesk.ToApprove;
            tasks.Add(new AssistanceTask(
                $"付款批次 {each.Id} {(waits ? "待批准" : "已批准，未登记银行付款")}", settings.After(calendar, RowTime.Day(each.ApprovedAt ?? each.MadeAt), waits ? settings.ApproveDays : settings.PayDays),
                $"/payments/{each.Id}", waits ? Act.Approve : Act.Work, waits ? Head : Clerk));
        }

        return [.. tasks.OrderBy(t => t.Due)];
    }

    /// <summary>Numbers of the first page for a year.</summary>
    public async Task<AssistanceSummary> SummaryAsync(int department, int year, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var (first, last) = ($"{year:D4}-01-01", $"{year:D4}-12-31");
        var settlements = db.Set<AssistanceSettlementRow>().AsNoTracking().Where(s => s.DepartmentId == department && s.ToDay.CompareTo(first) >= 0 && s.ToDay.CompareTo(last) <= 0);
        var decisions = db.Set<AssistanceDecisionRow>().AsNoTracking().Where(d => d.DepartmentId == department);
        var payables = db.Set<AssistancePayableRow>().AsNoTracking().Where(p => p.DepartmentId == department);
        var bySubject = await (from d in decisions
                               join s in settlements on d.SettlementId equals s.Id
                               where d.State == ReviewDesk.Reviewed && d.Subject != null
                               group d by d.Subject into g
                               select new { g.Key, Count = g.Select(d => d.SettlementId).Distinct().Count(), Eligible = g.Sum(d => d.Kind == "首次" ? d.EligibleFen : 0L), Fen = g.Sum(d => d.AmountFen) }).ToListAsync(cancellation).ConfigureAwait(false);
        return new AssistanceSummary(
            await db.Set<AssistancePersonRow>().CountAsync(p => p.DepartmentId == department, cancellation).ConfigureAwait(false),
            await settlements.CountAsync(cancellation).ConfigureAwait(false),
            await decisions.CountAsync(d => d.State == DecisionDesk.ToReview, cancellation).ConfigureAwait(false),
            await db.Set<AssistanceConcernRow>().CountAsync(c => c.DepartmentId == department && c.Stops, cancellation).ConfigureAwait(false),
            await db.Set<AssistanceDifferenceRow>().CountAsync(c => c.DepartmentId == department, cancellation).ConfigureAwait(false),
            await payables.CountAsync(p => p.State == PaymentDesk.ToPay && p.PaymentId == null, cancellation).ConfigureAwait(false),
            await payables.Where(p => p.State == PaymentDesk.ToPay && p.PaymentId == null).SumAsync(p => p.Fen, cancellation).ConfigureAwait(false),
            await payables.CountAsync(p => p.State == PaymentDesk.ToCorrect, cancellation).ConfigureAwait(false),
            await payables.CountAsync(p => p.State == PaymentDesk.ToRecover, cancellation).ConfigureAwait(false),
            [.. bySubject.OrderByDescending(b => b.Fen).Select(b => (b.Key!, b.Count, b.Eligible, b.Fen))]);
    }

    private static AssistanceTask Waiting(StoredApplication a)
    {
        var (act, who, next) = a.State switch
        {
            ApplicationDesk.Accepted => (Act.Review, Reviewer, "待复核"),
            ApplicationDesk.Reviewed => (Act.Work, Clerk, "待公示"),
            ApplicationDesk.Published => (Act.Approve, Head, "公示中，期满待批准"),
            _ => (Act.Work, Clerk, "已批准，待付款"),
        };
        return new AssistanceTask($"申请 {a.Id}（{(a.Person.Length > 0 ? a.Person : a.PersonCode)}）{next}", a.Due!.Value, $"/applications/{a.Id}", act, who);
    }
}
