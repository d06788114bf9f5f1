using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Complaints;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Execution;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Complaints;

/// <summary>Rewards of reports (举报奖励): proposed by one, approved by another, paid and booked on a line of the budget.</summary>
public sealed class RewardDesk
{
    private const string Changed = "这笔奖励刚才有人办过：请看现在的情况。";

    private static readonly string[] Proven = ["查实", "部分查实"];

    private readonly OfficeWriter _writer;

    internal RewardDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>Proposes a reward (申请奖励).</summary>
    /// <returns>In Chinese why it was not proposed; null when it was.</returns>
    public Task<string?> ProposeAsync(Actor actor, int department, int complaint, string? level, RewardRules rules, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(rules);
        if (await db.Complaints.AsNoTracking().FirstOrDefaultAsync(c => c.Id == complaint && c.DepartmentId == department, cancellation).ConfigureAwait(false) is not { } row)
            return "没有这一件。";
        if (rules.Levels.FirstOrDefault(l => l.Name == level) is not { } found)
            return $"请选奖励等级：{string.Join('、', rules.Levels.Select(l => l.Name))}。";
        if (row.Channel != "举报")
            return "只有举报可以奖励。";
        if (ComplaintRow.Day(row.ReceivedOn) < rules.From)
            return $"收件日期早于 {rules.From:yyyy-MM-dd}，不适用{rules.Basis}。";
        if (row.State is not ("待答复" or "已答复") || !Proven.Contains(row.Result) || row.FoundFen <= 0)
            return "审核同意、结果是查实或部分查实、有查实金额的举报，才能申请奖励。";
        if (row.SealedName is null)
            return "没有举报人姓名：匿名举报要先能辨明举报人。";
        if (await db.Rewards.AnyAsync(r => r.ComplaintId == complaint && r.State != RewardStates.Returned, cancellation).ConfigureAwait(false))
            return "这一件已经申请过奖励。";
        var (fen, explanation) = rules.Reckon(found, row.FoundFen);
        db.Rewards.Add(new RewardRow { ComplaintId = complaint, Level = found.Name, CaseFen = row.FoundFen, Fen = fen, Explanation = explanation, State = RewardStates.Proposed, ProposedBy = actor.UserName });
        trail.Note(department, (int?)null, "申请举报奖励", row.Number, new TrailChange(complaint, "奖励", null, explanation));
        return null;
    }, cancellation);

    /// <summary>Approves it or sends it back (批准); nobody approves what they handled or proposed.</summary>
    public Task<string?> DecideAsync(Actor actor, int department, int reward, bool isAgreed, DateOnly on, string? text, CancellationToken cancellation) =>
        ChangeAsync(actor, department, reward, RewardStates.Proposed, isAgreed ? "批准举报奖励" : "退回举报奖励", text, (row, complaint) =>
        {
            if (row.ProposedBy == actor.UserName || complaint.Handler == actor.UserName)
                return "自己经办、自己申请的，由别人批准。";
            if (!isAgreed && string.IsNullOrWhiteSpace(text))
                return "退回要写明原因。";
            (row.State, row.DecidedBy, row.DecidedOn) = (isAgreed ? RewardStates.Approved : RewardStates.Returned, actor.UserName, ComplaintRow.Text(on));
            return null;
        }, cancellation);

    /// <summary>Records that the reporter gave it up (放弃).</summary>
    /// <returns>In Chinese why it was not recorded; null when it was.</returns>
    public Task<string?> WaiveAsync(Actor actor, int department, int reward, string? text, CancellationToken cancellation) =>
        ChangeAsync(actor, department, reward, RewardStates.Approved, "放弃举报奖励", text, (row, _) =>
        {
            if (string.IsNullOrWhiteSpace(text))
                return "放弃要写明原因。";
            row.State = RewardStates.Waived;
            return null;
        }, cancellation);

    /// <summary>Pays it and books the payment on a line of the budget (支付), or books what was paid before. Both are stored or neither.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="reward">The reward, approved or paid and not booked.</param>
    /// <param name="on">支付日期; that of a reward that was paid before stays.</param>
    /// <param name="voucher">凭证号; that of a reward that was paid before stays.</param>
    /// <param name="line">Number of the budget line; null when the books are kept elsewhere and the voucher comes with an import.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>In Chinese why it was not paid; null when it was.</returns>
    public Task<string?> PayAsync(Actor actor, int department, int reward, DateOnly on, string? voucher, int? line, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        ArgumentNullException.ThrowIfNull(actor);
        var row = await db.Rewards.FirstOrDefaultAsync(r => r.Id == reward, cancellation).ConfigureAwait(false);
        var complaint = row is null ? null : await db.Complaints.AsNoTracking().FirstOrDefaultAsync(c => c.Id == row.ComplaintId && c.DepartmentId == department, cancellation).ConfigureAwait(false);
        if (row is null || complaint is null || row.State is not (RewardStates.Approved or RewardStates.Paid))
            return Changed;
        if (row.State == RewardStates.Paid && (row.EntryId is not null || line is null))
            return "这笔奖励已经支付，不能再付。";
        var (day, number) = row.State == RewardStates.Paid ? (ComplaintRow.Day(row.PaidOn!), row.Voucher!) : (on, (voucher ?? "").Trim());
        if (number.Length == 0)
            return "支付要填凭证号。";
        if (day < ComplaintRow.Day(row.DecidedOn!))
            return "支付日期早于批准日期。";
        var same = await (from r in db.Rewards.AsNoTracking() join c in db.Complaints.AsNoTracking() on r.ComplaintId equals c.Id where c.DepartmentId == department && r.Id != reward && r.Voucher == number select new { c.Number, r.PaidOn })
            .ToListAsync(cancellation).ConfigureAwait(false);
        // Vouchers begin anew every month.
        if (same.Find(s => s.PaidOn is { } paid && ComplaintRow.Day(paid) is var at && (at.Year, at.Month) == (day.Year, day.Month)) is { } other)
            return $"凭证号“{number}”本月已经用来支付 {other.Number} 的奖励。";
        int? entry = null;
        if (line is { } chosen)
        {
            var (id, refusal) = await PostingDesk.PayAsync(db, trail, actor, department, chosen, new BusinessPayment(day, number, row.Fen, "个人", $"举报奖励 {complaint.Number}", "举报奖励"), cancellation).ConfigureAwait(false);
            if (refusal is not null)
                return refusal;
            entry = id;
            // Booking forgets what was read before it.
            row = await db.Rewards.FirstAsync(r => r.Id == reward, cancellation).ConfigureAwait(false);
        }

        var before = row.State;
        (row.State, row.PaidOn, row.Voucher, row.EntryId) = (RewardStates.Paid, ComplaintRow.Text(day), number, entry);
        trail.Note(
            department, (int?)null, "支付举报奖励", complaint.Number, new TrailChange(row.Id, "状态", before, row.State), new TrailChange(row.Id, "金额", null, FenText.Format(row.Fen)),
            new TrailChange(row.Id, "凭证", null, $"{row.PaidOn} {number}{(entry is null ? "，账由导入" : "，已记账")}"));
        return null;
    }, cancellation);

    /// <summary>Whether the books have a payment of the voucher and the amount (已入账).</summary>
    public async Task<bool> IsBookedAsync(int department, ReportReward reward, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(reward);
        if (reward.EntryId is not null)
            return true;
        if (reward.Voucher is not { } voucher || reward.PaidOn is not { } paid)
            return false;
        await using var db = _writer.Context();
        var (payment, fen, year) = (EntryKind.Payment.ChineseName(), reward.Fen, paid.Year);
        return await db.ExecutionEntries.AnyAsync(e => e.Voucher == voucher && e.Kind == payment && e.Fen == fen && db.Executions.Any(x => x.Id == e.ExecutionId && x.DepartmentId == department && x.Year == year), cancellation).ConfigureAwait(false);
    }

    /// <summary>All rewards of a department with the numbers of their complaints.</summary>
    public async Task<IReadOnlyList<(string Number, ReportReward Reward)>> ListAsync(int department, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await (from r in db.Rewards.AsNoTracking() join c in db.Complaints.AsNoTracking() on r.ComplaintId equals c.Id where c.DepartmentId == department orderby r.Id select new { r, c.Number })
            .ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(x => (x.Number, Reward(x.r)))];
    }

    internal static ReportReward Reward(RewardRow r) => new(
        r.Id, r.ComplaintId, r.Level, r.CaseFen, r.Fen, r.Explanation, r.State, r.ProposedBy, r.DecidedBy, r.DecidedOn is null ? null : ComplaintRow.Day(r.DecidedOn), r.PaidOn is null ? null : ComplaintRow.Day(r.PaidOn), r.Voucher, r.EntryId);

    private Task<string?> ChangeAsync(Actor actor, int department, int reward, string state, string act, string? text, Func<RewardRow, ComplaintRow, string?> change, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        var row = await db.Rewards.FirstOrDefaultAsync(r => r.Id == reward, cancellation).ConfigureAwait(false);
        var complaint = row is null ? null : await db.Complaints.AsNoTracking().FirstOrDefaultAsync(c => c.Id == row.ComplaintId && c.DepartmentId == department, cancellation).ConfigureAwait(false);
        if (row is null || complaint is null || row.State != state)
            return Changed;
        if (change(row, complaint) is { } refusal)
        {
            db.ChangeTracker.Clear();
            return refusal;
        }

        trail.Note(department, (int?)null, act, complaint.Number, new TrailChange(row.Id, "状态", state, row.State), new TrailChange(row.Id, "金额", null, FenText.Format(row.Fen)), new TrailChange(row.Id, "说明", null, (text ?? "").Trim()));
        return null;
    }, cancellation);
}
