using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Settlements;
using Mingzhang.Core.Calendar;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Attachments;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Assistance;

/// <summary>Applications after the event (医后救助申请): accept, review, publicise, approve, pay.</summary>
public sealed class ApplicationDesk
{
    /// <summary>Kind of the record for its files.</summary>
    public const string AttachmentKind = "救助申请";

    /// <summary>Its states before the last.</summary>
    public const string Accepted = "受理", Reviewed = "已复核", Published = "公示中", Approved = "已批准";

    /// <summary>State of an application that is not granted.</summary>
    public const string NotGranted = PersonFiles.NotGranted;

    internal const string Channel = "医后";

    private const int Most = 500;

    // Between the names of documents that lie in one file.
    private const char Between = '、';

    private readonly OfficeWriter _writer;

    internal ApplicationDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>Accepts an application: its bill becomes a settlement, which is computed at once, and its documents become files of it.</summary>
    /// <returns>Its number; or in Chinese why not.</returns>
    public Task<(int? Id, string? Refusal)> AcceptAsync(
        Actor actor, int department, PolicyBook policies, string person, Settlement settlement, BroughtPapers papers, DateOnly receivedOn, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (!Access.May(actor.Assignments, Act.Work, department))
            return ((int?)null, (string?)"您没有经办的权限。");
        if (Refusal(papers) is { } refusal)
            return (null, refusal);
        if (await db.Set<AssistanceSettlementRow>().AnyAsync(s => s.DepartmentId == department && s.Number == settlement.Id, cancellation).ConfigureAwait(false))
            return (null, $"结算 {settlement.Id} 已经登记，不能再申请一次。");
        if (await db.Set<AssistancePersonRow>().AsNoTracking().FirstOrDefaultAsync(p => p.DepartmentId == department && p.Code == person, cancellation).ConfigureAwait(false) is not { } known)
            return (null, $"没有人员编号 {person}：请先导入名单，或核对编号。");
        var batch = await PersonDesk.BatchAsync(db, trail, department, "申请", settlement.Id, 1, cancellation).ConfigureAwait(false);
        await SettlementDesk.AddOneAsync(db, department, known.Id, batch, Channel, settlement, cancellation).ConfigureAwait(false);
        var id = await db.Set<AssistanceSettlementRow>().Where(s => s.DepartmentId == department && s.Number == settlement.Id).Select(s => s.Id).FirstAsync(cancellation).ConfigureAwait(false);
        var row = new AssistanceApplicationRow
        {
            DepartmentId = department,
            PersonId = known.Id,
            SettlementId = id,
            State = Accepted,
            Documents = string.Join(Between, papers.Files.Select(f => f.Paper).Distinct(StringComparer.Ordinal)),
            Exception = papers.Missing.Count > 0 ? $"缺{string.Join(Between, papers.Missing)}：{papers.Exception!.Trim()}" : null,
            ReceivedOn = AssistanceWords.Day(receivedOn),
            AcceptedBy = trail.Account,
        };
        db.Add(row);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        trail.Note(
            department, (int?)null, "受理医后申请", $"申请 {row.Id}", new TrailChange(row.Id, "结算编号", null, settlement.Id), new TrailChange(row.Id, "材料", null, row.Documents),
            new TrailChange(row.Id, "容缺", null, row.Exception));
        // Several documents in one file are stored once.
        foreach (var same in papers.Files.GroupBy(f => AttachmentDesk.Digest(f.Content), StringComparer.Ordinal))
            AttachmentDesk.Put(db, trail, new AttachmentOwner(department, AttachmentKind, row.Id), same.First().FileName, string.Join(Between, same.Select(f => f.Paper).Distinct(StringComparer.Ordinal)), same.First().Content);
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        await DecisionDesk.RunAsync(db, trail, department, policies, known.Id, $"申请 {row.Id}", cancellation).ConfigureAwait(false);
        return (row.Id, null);
    }, cancellation);

    /// <summary>Takes the next step of an application.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="id">Number of the application.</param>
    /// <param name="step">复核通过, 开始公示, 批准 or 不予救助.</param>
    /// <param name="note">What is said to it; must be said to refuse.</param>
    /// <param name="today">The day.</param>
    /// <param name="settings">公示期.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>In Chinese why not; null when it was taken.</returns>
    public Task<string?> StepAsync(Actor actor, int department, int id, string step, string? note, DateOnly today, AssistanceSettings settings, WorkCalendar calendar, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (await db.Set<AssistanceApplicationRow>().FirstOrDefaultAsync(a => a.Id == id && a.DepartmentId == department, cancellation).ConfigureAwait(false) is not { } row)
            return "没有这个申请。";
        var decisions = await db.Set<AssistanceDecisionRow>().Where(d => d.SettlementId == row.SettlementId && d.State != PersonFiles.SentBack).OrderBy(d => d.Id).ToListAsync(cancellation).ConfigureAwait(false);
        var before = row.State;
        var refusal = (step, row.State) switch
        {
            ("复核通过", Accepted) => Review(actor, row, decisions, trail, today),
            ("开始公示", Reviewed) => Publish(actor, row, today, settings.After(calendar, today, settings.PublicityDays)),
            ("批准", Published) => Approve(actor, row, trail, today),
            ("不予救助", Accepted or Reviewed or Published) => Refuse(actor, row, decisions, note, trail, today),
            _ => $"“{row.State}”的申请不能“{step}”。",
        };
        if (refusal is not null)
            return refusal;
        row.Note = string.IsNullOrWhiteSpace(note) ? row.Note : note.Trim();
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        if (row.State == Approved)
        {
            var institution = await db.Set<AssistanceSettlementRow>().Where(s => s.Id == row.SettlementId).Select(s => s.Institution).FirstAsync(cancellation).ConfigureAwait(false);
            await ReviewDesk.AddAsync(db, trail, decisions.Where(d => d.State == ReviewDesk.Reviewed).Select(d => (d, institution)), cancellation).ConfigureAwait(false);
        }

        trail.Note(department, (int?)null, step, $"申请 {id}", new TrailChange(id, "状态", before, row.State), new TrailChange(id, "说明", null, row.Note));
        return (string?)null;
    }, cancellation);

    /// <summary>Applications, those with the nearest deadline first, the finished ones at the end.</summary>
    public Task<IReadOnlyList<StoredApplication>> ListAsync(int department, AssistanceSettings settings, WorkCalendar calendar, CancellationToken cancellation) => ListAsync(department, null, settings, calendar, cancellation);

    /// <summary>One application; null when the department has none of the number.</summary>
    public async Task<StoredApplication?> FindAsync(int department, int id, AssistanceSettings settings, WorkCalendar calendar, CancellationToken cancellation) =>
        await ListAsync(department, id, settings, calendar, cancellation).ConfigureAwait(false) is [var found] ? found : null;

    /// <summary>State of an application; null when the department has none of the number.</summary>
    public async Task<string?> StateAsync(int department, int id, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        return await db.Set<AssistanceApplicationRow>().Where(a => a.DepartmentId == department && a.Id == id).Select(a => a.State).FirstOrDefaultAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Names of the documents whose files an application has, by what was said of each file.</summary>
    public static IReadOnlyList<string> Brought(IEnumerable<Attachment> files) =>
        [.. files.SelectMany(f => (f.Remark ?? "").Split(Between, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Distinct(StringComparer.Ordinal)];

    private async Task<IReadOnlyList<StoredApplication>> ListAsync(int department, int? only, AssistanceSettings settings, WorkCalendar calendar, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(settings);
        await using var db = _writer.Context();
        var rows = await (from a in db.Set<AssistanceApplicationRow>().AsNoTracking()
                          join p in db.Set<AssistancePersonRow>().AsNoTracking() on a.PersonId equals p.Id
                          join s in db.Set<AssistanceSettlementRow>().AsNoTracking() on a.SettlementId equals s.Id
                          where a.DepartmentId == department && (only == null || a.Id == only)
                          orderby a.Id descending
                          select new { a, p.Code, p.NameShown, s }).Take(Most).ToListAsync(cancellation).ConfigureAwait(false);
        var ids = rows.ConvertAll(r => r.a.SettlementId);
        var decided = (await db.Set<AssistanceDecisionRow>().AsNoTracking().Where(d => ids.Contains(d.SettlementId) && d.State != PersonFiles.SentBack).OrderBy(d => d.Id).ToListAsync(cancellation).ConfigureAwait(false)).ToLookup(d => d.SettlementId);
        var open = await (from p in db.Set<AssistancePayableRow>() join d in db.Set<AssistanceDecisionRow>() on p.DecisionId equals d.Id where ids.Contains(d.SettlementId) && (p.State == PaymentDesk.ToPay || p.State == PaymentDesk.ToCorrect) select d.SettlementId).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => new StoredApplication(
            r.a.Id, r.NameShown, r.Code, decided[r.a.SettlementId].LastOrDefault()?.Subject, r.s.Number, r.a.State, r.a.Documents, AssistanceWords.Day(r.a.ReceivedOn), r.a.AcceptedBy,
            Due(r.a, settings, calendar, open.Contains(r.a.SettlementId)), Day(r.a.PublishedOn), Day(r.a.PublishedUntil), decided[r.a.SettlementId].Sum(d => d.AmountFen), r.a.Note)
            {
                Exception = r.a.Exception,
                Bill = AssistanceWords.Settlement(r.s),
                DecisionId = decided[r.a.SettlementId].LastOrDefault()?.Id,
                DecidedOn = Day(r.a.ApprovedOn),
                PolicyId = decided[r.a.SettlementId].LastOrDefault()?.Policy,
            })
            .OrderBy(a => a.Due ?? DateOnly.MaxValue).ThenByDescending(a => a.Id)];
    }

    private static DateOnly? Due(AssistanceApplicationRow row, AssistanceSettings settings, WorkCalendar calendar, bool isUnpaid) => row.State switch
    {
        Accepted => settings.After(calendar, AssistanceWords.Day(row.ReceivedOn), settings.ReviewDays),
        Reviewed => settings.After(calendar, AssistanceWords.Day(row.ReviewedOn!), settings.ReviewDays),
        Published => settings.After(calendar, AssistanceWords.Day(row.PublishedUntil!), settings.ApproveDays),
        Approved when isUnpaid => settings.After(calendar, AssistanceWords.Day(row.ApprovedOn!), settings.PayDays),
        _ => null,
    };

    // What is wrong with the documents that were brought; a missing one needs a reason.
    private static string? Refusal(BroughtPapers papers)
    {
        if (papers.Files.Select(f => AttachmentDesk.Problem(f.FileName, f.Content) is { } problem ? $"{f.Paper}：{problem}" : null).FirstOrDefault(p => p is not null) is { } wrong)
            return wrong;
        return papers.Missing.Count > 0 && string.IsNullOrWhiteSpace(papers.Exception)
            ? $"缺材料：{string.Join(Between, papers.Missing)}。补齐再受理；确需先受理的，在“容缺原因”里写明为什么、什么时候补交。"
            : null;
    }

    private static string? Review(Actor actor, AssistanceApplicationRow row, List<AssistanceDecisionRow> decisions, TrailBook trail, DateOnly today)
    {
        if (!Access.May(actor.Assignments, Act.Review, row.DepartmentId))
            return "您没有复核的权限。";
        if (row.AcceptedBy == trail.Account)
            return "这个申请是您自己受理的，要由别人复核。";
        if (decisions.Sum(d => d.AmountFen) <= 0)
            return "按政策没有可救助的金额，或结算已停付：看计算书和疑点，再“不予救助”并写明原因。";
        foreach (var decision in decisions.Where(d => d.State == DecisionDesk.ToReview))
            (decision.State, decision.ReviewedBy, decision.ReviewedAt) = (ReviewDesk.Reviewed, trail.Account, trail.At);
        (row.State, row.ReviewedBy, row.ReviewedOn) = (Reviewed, trail.Account, AssistanceWords.Day(today));
        return null;
    }

    private static string? Publish(Actor actor, AssistanceApplicationRow row, DateOnly today, DateOnly until)
    {
        if (!Access.May(actor.Assignments, Act.Work, row.DepartmentId))
            return "您没有经办的权限。";
        (row.State, row.PublishedOn, row.PublishedUntil) = (Published, AssistanceWords.Day(today), AssistanceWords.Day(until));
        return null;
    }

    private static string? Approve(Actor actor, AssistanceApplicationRow row, TrailBook trail, DateOnly today)
    {
        if (!Access.May(actor.Assignments, Act.Approve, row.DepartmentId))
            return "您没有批准的权限。";
        if (today <= AssistanceWords.Day(row.PublishedUntil!))
            return $"公示到 {row.PublishedUntil} 为止，期满以后才能批准。";
        if (row.AcceptedBy == trail.Account)
            return "这个申请是您自己受理的，要由别人批准。";
        (row.State, row.ApprovedBy, row.ApprovedOn) = (Approved, trail.Account, AssistanceWords.Day(today));
        return null;
    }

    private static string? Refuse(Actor actor, AssistanceApplicationRow row, List<AssistanceDecisionRow> decisions, string? note, TrailBook trail, DateOnly today)
    {
        if (!Access.May(actor.Assignments, Act.Review, row.DepartmentId))
            return "您没有复核的权限。";
        if (string.IsNullOrWhiteSpace(note))
            return "不予救助要写明原因。";
        (row.State, row.ApprovedBy, row.ApprovedOn) = (PersonFiles.NotGranted, trail.Account, AssistanceWords.Day(today));
        foreach (var decision in decisions)
            (decision.State, decision.Note) = (PersonFiles.SentBack, note.Trim());
        return null;
    }

    private static DateOnly? Day(string? day) => day is null ? null : AssistanceWords.Day(day);
}
