using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Calendar;
using Mingzhang.Core.Complaints;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Privacy;
using Mingzhang.Storage.Supervision;

namespace Mingzhang.Storage.Complaints;

/// <summary>
/// Complaints and reports from receipt to answer (信访、12345、举报、投诉). Whoever handles one does not review it; who reported is sealed
/// and seen in full by <see cref="PrivacyDesk"/> only.
/// </summary>
public sealed class ComplaintDesk
{
    private const string NameField = "投诉举报.举报人", PhoneField = "投诉举报.联系电话";

    private const string Changed = "这一件刚才有人办过：请看现在的情况，再办一次。";

    // Steps of those who handle it, and of those who judge what they did.
    private static readonly string[] Handling = ["受理", "送审"], Judging = ["审核同意", "退回", "延长"];

    private readonly OfficeWriter _writer;
    private readonly PrivacyDesk _privacy;

    internal ComplaintDesk(OfficeWriter writer, PrivacyDesk privacy)
    {
        (_writer, _privacy) = (writer, privacy);
        Rewards = new RewardDesk(writer);
    }

    /// <summary>举报奖励.</summary>
    public RewardDesk Rewards { get; }

    /// <summary>The complaints of a department that came in a period, the newest first.</summary>
    public async Task<IReadOnlyList<StoredComplaint>> ListAsync(int department, DateOnly from, DateOnly to, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var (first, last) = (ComplaintRow.Text(from), ComplaintRow.Text(to));
        var rows = await db.Complaints.AsNoTracking().Where(c => c.DepartmentId == department && string.Compare(c.ReceivedOn, first) >= 0 && string.Compare(c.ReceivedOn, last) <= 0)
            .OrderByDescending(c => c.ReceivedOn).ThenByDescending(c => c.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return await StoredAsync(db, department, rows, cancellation).ConfigureAwait(false);
    }

    /// <summary>The complaints that are still open, whenever they came; the next due first.</summary>
    public async Task<IReadOnlyList<StoredComplaint>> OpenAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var closed = new[] { ComplaintState.Declined.ChineseName(), ComplaintState.Answered.ChineseName() };
        var rows = await db.Complaints.AsNoTracking().Where(c => c.DepartmentId == department && !closed.Contains(c.State)).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. (await StoredAsync(db, department, rows, cancellation).ConfigureAwait(false)).OrderBy(c => c.Complaint.DueOn).ThenBy(c => c.Id)];
    }

    /// <summary>The complaints that led to an inspection or are about it.</summary>
    public async Task<IReadOnlyList<StoredComplaint>> OfInspectionAsync(int department, int inspection, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.Complaints.AsNoTracking().Where(c => c.DepartmentId == department && c.InspectionId == inspection).OrderBy(c => c.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return await StoredAsync(db, department, rows, cancellation).ConfigureAwait(false);
    }

    /// <summary>A complaint with all about it; null when the department has none of the number.</summary>
    public async Task<ComplaintFile?> FindAsync(int department, int id, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        if (await db.Complaints.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.DepartmentId == department, cancellation).ConfigureAwait(false) is not { } row)
            return null;
        var steps = await db.ComplaintSteps.AsNoTracking().Where(s => s.ComplaintId == id).OrderBy(s => s.Id).ToListAsync(cancellation).ConfigureAwait(false);
        var rewards = await db.Rewards.AsNoTracking().Where(r => r.ComplaintId == id).OrderBy(r => r.Id).ToListAsync(cancellation).ConfigureAwait(false);
        return new ComplaintFile((await StoredAsync(db, department, [row], cancellation).ConfigureAwait(false))[0], [.. steps.Select(s => new ComplaintStep(s.Act, ComplaintRow.Day(s.On), s.Text, s.At, s.Account))], [.. rewards.Select(RewardDesk.Reward)]);
    }

    /// <summary>Receives a complaint (登记).</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="complaint">What it says; its number is given here.</param>
    /// <param name="name">姓名 of the reporter; blank where anonymous.</param>
    /// <param name="phone">联系电话; blank for none.</param>
    /// <param name="rules">The rules.</param>
    /// <param name="calendar">The working days.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Its number in the database, and in Chinese why it was not received.</returns>
    public async Task<(int Id, string? Problem)> ReceiveAsync(
        Actor actor, int department, Complaint complaint, string? name, string? phone, ComplaintRules rules, WorkCalendar calendar, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(complaint);
        ArgumentNullException.ThrowIfNull(rules);
        var (who, call) = ((name ?? "").Trim(), (phone ?? "").Trim());
        if (rules.Channel(complaint.Channel) is not { } channel)
            return (0, $"没有“{complaint.Channel}”这个渠道；有：{string.Join('、', rules.Channels.Select(c => c.Name))}。");
        if (!rules.Topics.Contains(complaint.Topic))
            return (0, $"没有“{complaint.Topic}”这个类别；有：{string.Join('、', rules.Topics)}。");
        if (complaint.Content.Length == 0)
            return (0, "请写反映的内容。");
        if ((who.Length > 1 && (complaint.Content + complaint.Subject).Contains(who, StringComparison.Ordinal)) || (call.Length > 0 && complaint.Content.Contains(call, StringComparison.Ordinal)))
            return (0, "反映内容里有举报人的姓名或电话：请去掉，它们只填在举报人、联系电话两栏，加密保存。");
        string? sealedName = null, sealedPhone = null;
        if (who.Length + call.Length > 0)
        {
            var (vault, problem) = await _privacy.OpenAsync(cancellation).ConfigureAwait(false);
            if (vault is null)
                return (0, problem);
            sealedName = who.Length > 0 ? vault.Seal(NameField, who) : null;
            sealedPhone = call.Length > 0 ? vault.Seal(PhoneField, call) : null;
        }

        var dated = complaint.WithDeadlines(channel, calendar);
        return await _writer.WriteAsync(actor, async (db, trail) =>
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"TS{complaint.ReceivedOn.Year}-");
            var last = await db.Complaints.Where(c => c.DepartmentId == department && c.Number.StartsWith(prefix)).MaxAsync(c => (string?)c.Number, cancellation).ConfigureAwait(false);
            var row = new ComplaintRow
            {
                DepartmentId = department,
                Number = prefix + ((last is null ? 0 : int.Parse(last.AsSpan(prefix.Length), CultureInfo.InvariantCulture)) + 1).ToString("00000", CultureInfo.InvariantCulture),
                Channel = channel.Name,
                ReceivedOn = ComplaintRow.Text(complaint.ReceivedOn),
                Topic = complaint.Topic,
                Subject = complaint.Subject,
                Content = complaint.Content,
                State = ComplaintState.Received.ChineseName(),
                Reporter = string.Join(' ', new[] { Masks.Name(who), Masks.Telephone(call) }.Where(t => t.Length > 0)),
                SealedName = sealedName,
                SealedPhone = sealedPhone,
                AcceptBy = ComplaintRow.Text(dated.AcceptBy),
                FinishBy = ComplaintRow.Text(dated.FinishBy),
                Result = "",
                Inspection = "",
                Satisfaction = "",
                Revision = 1,
                At = trail.At,
                Account = trail.Account,
            };
            db.Complaints.Add(row);
            await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
            Step(db, trail, row, "登记", complaint.ReceivedOn, $"{channel.Name}，受理期限 {row.AcceptBy}");
            return (row.Id, (string?)null);
        }, cancellation).ConfigureAwait(false);
    }

    /// <summary>Accepts it or declines it (受理、不予受理).</summary>
    public Task<string?> AcceptAsync(Actor actor, int department, int id, int seen, bool isAccepted, DateOnly on, string? text, ComplaintRules rules, WorkCalendar calendar, CancellationToken cancellation) =>
        ChangeAsync(actor, department, id, seen, ComplaintState.Received, isAccepted ? "受理" : "不予受理", on, text, row =>
        {
            if (on < ComplaintRow.Day(row.ReceivedOn))
                return "受理日期早于收件日期。";
            if (!isAccepted && string.IsNullOrWhiteSpace(text))
                return "不予受理要写明理由，并告知来件人。";
            (row.State, row.Handler) = ((isAccepted ? ComplaintState.Handling : ComplaintState.Declined).ChineseName(), actor.UserName);
            if (isAccepted && rules.Channel(row.Channel) is { } channel)
            {
                row.AcceptedOn = ComplaintRow.Text(on);
                row.FinishBy = ComplaintRow.Text(row.Complaint().WithDeadlines(channel, calendar).FinishBy);
            }

            return null;
        }, cancellation);

    /// <summary>Extends the time once (延长); whoever handles it does not decide it.</summary>
    public Task<string?> ExtendAsync(Actor actor, int department, int id, int seen, DateOnly on, string? text, ComplaintRules rules, WorkCalendar calendar, CancellationToken cancellation) =>
        ChangeAsync(actor, department, id, seen, ComplaintState.Handling, "延长", on, text, row =>
        {
            if (rules.Channel(row.Channel) is not { Finish.Extension: > 0 } channel)
                return "这个渠道的办理期限不能延长。";
            if (row.Extended > 0)
                return "已经延长过一次，不能再延长。";
            if (row.Handler == actor.UserName)
                return "自己经办的件，由别人决定延长。";
            if (string.IsNullOrWhiteSpace(text))
                return "延长要写明理由，并告知来件人。";
            row.Extended = channel.Finish.Extension;
            row.FinishBy = ComplaintRow.Text(row.Complaint().WithDeadlines(channel, calendar).FinishBy);
            return null;
        }, cancellation);

    /// <summary>Submits what was found for review (送审).</summary>
    public Task<string?> SubmitAsync(
        Actor actor, int department, int id, int seen, DateOnly on, string? result, string? text, long foundFen, ComplaintRules rules, CancellationToken cancellation) =>
        ChangeAsync(actor, department, id, seen, ComplaintState.Handling, "送审", on, text, row =>
        {
            if (result is null || !rules.Results.Contains(result))
                return $"请选结果：{string.Join('、', rules.Results)}。";
            if (string.IsNullOrWhiteSpace(text))
                return "请写办理情况和拟答复的内容。";
            if (foundFen < 0)
                return "查实金额不能是负数。";
            (row.State, row.Handler, row.Result, row.FoundFen) = (ComplaintState.InReview.ChineseName(), actor.UserName, result, foundFen);
            return null;
        }, cancellation);

    /// <summary>Links it to an inspection (关联检查), or takes the link away.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="id">Number of the complaint.</param>
    /// <param name="seen">Its revision as it was seen.</param>
    /// <param name="inspection">Number of the inspection; null to take the link away.</param>
    /// <param name="on">When.</param>
    /// <param name="text">Why; must be said to take a link away.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>In Chinese why it was not linked; null when it was.</returns>
    public Task<string?> LinkAsync(Actor actor, int department, int id, int seen, int? inspection, DateOnly on, string? text, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        var (row, refusal) = await LinkableAsync(db, department, id, seen, cancellation).ConfigureAwait(false);
        if (row is null)
            return refusal;
        if (row.InspectionId == inspection)
            return inspection is null ? "没有关联检查。" : "已经关联这次检查。";
        if (inspection is null && string.IsNullOrWhiteSpace(text))
            return "取消关联要写明原因。";
        if (inspection is { } number && !await db.Inspections.AnyAsync(i => i.DepartmentId == department && i.Id == number && i.Cancelled == null, cancellation).ConfigureAwait(false))
            return "没有这次检查，或已经取消。";
        await LinkAsync(db, trail, row, inspection, on, text, cancellation).ConfigureAwait(false);
        return null;
    }, cancellation);

    /// <summary>Starts an inspection because of it and links both.</summary>
    /// <returns>Number of the inspection, or in Chinese why it was not started.</returns>
    public Task<(int Inspection, string? Refusal)> InspectAsync(Actor actor, int department, int id, int seen, NewInspection inspection, DateOnly on, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        var (row, refusal) = await LinkableAsync(db, department, id, seen, cancellation).ConfigureAwait(false);
        if (row is null)
            return (0, refusal);
        var (ids, wrong) = await InspectionDesk.AddAsync(db, trail, department, [inspection], cancellation).ConfigureAwait(false);
        if (wrong is not null)
            return (0, wrong);
        await LinkAsync(db, trail, row, ids[0], on, "由这一件发起", cancellation).ConfigureAwait(false);
        return (ids[0], null);
    }, cancellation);

    /// <summary>Hands it over to another handler (移交); who handled it never reviews it.</summary>
    /// <returns>In Chinese why it was not handed over; null when it was.</returns>
    public Task<string?> HandOverAsync(Actor actor, int department, int id, int seen, string? to, DateOnly on, string? text, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await db.Complaints.FirstOrDefaultAsync(c => c.Id == id && c.DepartmentId == department, cancellation).ConfigureAwait(false) is not { Handler: not null } row || row.Revision != seen || row.Complaint().State.IsClosed())
            return Changed;
        if (actor.UserName != row.Handler && !Access.May(actor.Assignments, Act.Approve, department))
            return $"由经办人 {row.Handler} 自己或单位负责人移交。";
        if (string.IsNullOrWhiteSpace(text))
            return "移交要写明原因。";
        if (string.IsNullOrWhiteSpace(to) || to == row.Handler)
            return "请选接手的人，不能是现在的经办人。";
        if (!(await OfficeRegister.HoldersAsync(db, department, Act.Work, cancellation).ConfigureAwait(false)).Any(a => a.UserName == to))
            return $"{to} 在本部门没有经办的岗位，不能接手。";
        if (await db.ComplaintSteps.AnyAsync(s => s.ComplaintId == id && s.Account == to && Judging.Contains(s.Act), cancellation).ConfigureAwait(false))
            return $"{to} 审核过这一件，不能再当经办人。";
        var from = row.Handler;
        row.Handler = to;
        row.Revision++;
        Step(db, trail, row, "移交", on, $"{from} 移交 {to}：{text.Trim()}");
        return null;
    }, cancellation);

    /// <summary>Reviews it (审核): agrees, or sends it back. Nobody reviews what they accepted, handled or submitted.</summary>
    public async Task<string?> ReviewAsync(Actor actor, int department, int id, int seen, DateOnly on, bool isAgreed, string? text, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var read = _writer.Context();
        var handled = await read.ComplaintSteps.AnyAsync(s => s.ComplaintId == id && s.Account == actor.UserName && Handling.Contains(s.Act), cancellation).ConfigureAwait(false);
        return await ChangeAsync(actor, department, id, seen, ComplaintState.InReview, isAgreed ? "审核同意" : "退回", on, text, row =>
        {
            if (handled || row.Handler == actor.UserName)
                return "自己经办的件，由别人审核。";
            if (!isAgreed && string.IsNullOrWhiteSpace(text))
                return "退回要写明原因。";
            row.State = (isAgreed ? ComplaintState.Reviewed : ComplaintState.Handling).ChineseName();
            return null;
        }, cancellation).ConfigureAwait(false);
    }

    /// <summary>Answers it (答复).</summary>
    public Task<string?> AnswerAsync(Actor actor, int department, int id, int seen, DateOnly on, string? text, CancellationToken cancellation) =>
        ChangeAsync(actor, department, id, seen, ComplaintState.Reviewed, "答复", on, text, row =>
        {
            if (on < ComplaintRow.Day(row.AcceptedOn!))
                return "答复日期早于受理日期。";
            (row.State, row.AnsweredOn) = (ComplaintState.Answered.ChineseName(), ComplaintRow.Text(on));
            return null;
        }, cancellation);

    /// <summary>Records how the reporter judges it (回访).</summary>
    public Task<string?> JudgeAsync(Actor actor, int department, int id, int seen, DateOnly on, string? satisfaction, string? text, ComplaintRules rules, CancellationToken cancellation) =>
        ChangeAsync(actor, department, id, seen, ComplaintState.Answered, "回访", on, $"{satisfaction} {text}".Trim(), row =>
        {
            if (satisfaction is null || !rules.Satisfactions.Contains(satisfaction))
                return $"请选满意度：{string.Join('、', rules.Satisfactions)}。";
            row.Satisfaction = satisfaction;
            return null;
        }, cancellation);

    /// <summary>Shows who reported, once and logged (查看举报人).</summary>
    public async Task<Revealed> RevealAsync(Actor actor, int department, int id, string reason, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var row = await db.Complaints.AsNoTracking().FirstOrDefaultAsync(c => c.Id == id && c.DepartmentId == department, cancellation).ConfigureAwait(false);
        var wanted = new List<SealedText>();
        if (row?.SealedName is { } name)
            wanted.Add(new SealedText("举报人", NameField, name));
        if (row?.SealedPhone is { } phone)
            wanted.Add(new SealedText("联系电话", PhoneField, phone));
        return wanted.Count == 0
            ? new Revealed(new Dictionary<string, string>(), "这一件没有留姓名和电话。")
            : await _privacy.RevealAsync(actor, department, $"投诉举报 {row!.Number}", reason, wanted, cancellation).ConfigureAwait(false);
    }

    private Task<string?> ChangeAsync(
        Actor actor, int department, int id, int seen, ComplaintState state, string act, DateOnly on, string? text, Func<ComplaintRow, string?> change, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (await db.Complaints.FirstOrDefaultAsync(c => c.Id == id && c.DepartmentId == department, cancellation).ConfigureAwait(false) is not { } row || row.Revision != seen || row.State != state.ChineseName())
            return Changed;
        if (change(row) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        row.Revision++;
        Step(db, trail, row, act, on, (text ?? "").Trim());
        return null;
    }, cancellation);

    private static void Step(OfficeContext db, TrailBook trail, ComplaintRow row, string act, DateOnly on, string text)
    {
        db.ComplaintSteps.Add(new ComplaintStepRow { ComplaintId = row.Id, Act = act, On = ComplaintRow.Text(on), Text = text, At = trail.At, Account = trail.Account });
        trail.Note(
            row.DepartmentId, (int?)null, "投诉举报" + act, row.Number, new TrailChange(row.Id, "状态", null, row.State), new TrailChange(row.Id, "内容", null, text),
            new TrailChange(row.Id, "期限", null, $"受理 {row.AcceptBy}，办理 {row.FinishBy}"), new TrailChange(row.Id, "查实金额", null, FenText.Format(row.FoundFen)));
    }

    private static async Task<(ComplaintRow? Row, string? Refusal)> LinkableAsync(OfficeContext db, int department, int id, int seen, CancellationToken cancellation) =>
        await db.Complaints.FirstOrDefaultAsync(c => c.Id == id && c.DepartmentId == department, cancellation).ConfigureAwait(false) is not { } row || row.Revision != seen ? (null, Changed)
        : row.State == ComplaintState.Declined.ChineseName() ? (null, "没有受理的件，不能关联检查。") : (row, null);

    private static async Task LinkAsync(OfficeContext db, TrailBook trail, ComplaintRow row, int? inspection, DateOnly on, string? text, CancellationToken cancellation)
    {
        var words = await WordsAsync(db, row.DepartmentId, [.. new[] { row.InspectionId, inspection }.OfType<int>()], cancellation).ConfigureAwait(false);
        var (before, after) = (row.InspectionId, inspection);
        row.InspectionId = after;
        row.Revision++;
        Step(db, trail, row, after is null ? "取消关联" : "关联检查", on, $"{words[(after ?? before)!.Value]} {text}".Trim());
    }

    private static async Task<IReadOnlyList<StoredComplaint>> StoredAsync(OfficeContext db, int department, IReadOnlyList<ComplaintRow> rows, CancellationToken cancellation)
    {
        var words = await WordsAsync(db, department, [.. rows.Select(r => r.InspectionId).OfType<int>().Distinct()], cancellation).ConfigureAwait(false);
        return
        [
            .. rows.Select(row => new StoredComplaint(
                row.Id, row.InspectionId is { } linked ? row.Complaint() with { Inspection = words.GetValueOrDefault(linked, "") } : row.Complaint(), row.SealedName is not null || row.SealedPhone is not null, row.Revision)),
        ];
    }

    // 机构 检查方式 日期 of inspections.
    private static async Task<Dictionary<int, string>> WordsAsync(OfficeContext db, int department, IReadOnlyCollection<int> inspections, CancellationToken cancellation) => inspections.Count == 0 ? [] :
        (await (from i in db.Inspections.AsNoTracking() join x in db.Institutions on i.InstitutionId equals x.Id where i.DepartmentId == department && inspections.Contains(i.Id) select new { i.Id, i.Kind, i.DoneOn, i.PlannedOn, x.Name })
            .ToListAsync(cancellation).ConfigureAwait(false)).ToDictionary(i => i.Id, i => $"{i.Name} {i.Kind} {i.DoneOn ?? (i.PlannedOn is { } planned ? $"计划 {planned}" : "待检查")}");
}
