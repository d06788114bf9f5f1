using System.Globalization;
using Mingzhang.Core.Complaints;
using Mingzhang.Core.Performance.Measuring;
using Mingzhang.Storage.Work;

namespace Mingzhang.Storage.Complaints;

/// <summary>Complaints and rewards as sources of measures; nothing of the reporter.</summary>
internal sealed class ComplaintSources(ComplaintDesk desk, TimeProvider clock) : IWorkModule
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    private static readonly MeasureField[] Complaints =
    [
        new("收件日期", MeasureKind.Date), new("编号", MeasureKind.Text), new("渠道", MeasureKind.Text), new("类别", MeasureKind.Text), new("被反映对象", MeasureKind.Text), new("状态", MeasureKind.Text), new("受理日期", MeasureKind.Date),
        new("受理期限", MeasureKind.Date), new("办理期限", MeasureKind.Date), new("答复日期", MeasureKind.Date), new("是否按期", MeasureKind.Text), new("结果", MeasureKind.Text), new("查实金额", MeasureKind.Amount), new("满意度", MeasureKind.Text), new("关联检查", MeasureKind.Text),
    ];

    private static readonly MeasureField[] Rewards =
    [
        new("批准日期", MeasureKind.Date), new("编号", MeasureKind.Text), new("等级", MeasureKind.Text), new("案值", MeasureKind.Amount), new("奖励金额", MeasureKind.Amount), new("状态", MeasureKind.Text), new("支付日期", MeasureKind.Date), new("凭证号", MeasureKind.Text),
    ];

    public Task<IReadOnlyList<WorkSource>> SourcesAsync(int department, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<WorkSource>>(
        [new("投诉举报", "信访、12345、举报、投诉，按收件日期", Complaints, ComplaintsAsync), new("举报奖励", "举报奖励，按批准日期", Rewards, RewardsAsync)]);

    private async Task<IReadOnlyList<WorkRow>> ComplaintsAsync(WorkAsk ask, CancellationToken cancellation)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().ToOffset(Beijing).DateTime);
        var all = await desk.ListAsync(ask.Department, ask.From ?? DateOnly.MinValue, ask.To ?? DateOnly.MaxValue, cancellation).ConfigureAwait(false);
        return [.. all.Select(s => new WorkRow(Cells(s.Complaint, today), Link(s.Id)))];
    }

    private async Task<IReadOnlyList<WorkRow>> RewardsAsync(WorkAsk ask, CancellationToken cancellation)
    {
        var all = await desk.Rewards.ListAsync(ask.Department, cancellation).ConfigureAwait(false);
        return
        [
            .. all.Where(x => x.Reward.DecidedOn is { } on && x.Reward.State != RewardStates.Returned && on >= (ask.From ?? DateOnly.MinValue) && on <= (ask.To ?? DateOnly.MaxValue)).Select(x => new WorkRow(
                [
                    MeasureCell.Of(x.Reward.DecidedOn), MeasureCell.Of(x.Number), MeasureCell.Of(x.Reward.Level), MeasureCell.OfFen(x.Reward.CaseFen), MeasureCell.OfFen(x.Reward.Fen), MeasureCell.Of(x.Reward.State),
                    MeasureCell.Of(x.Reward.PaidOn), MeasureCell.Of(x.Reward.Voucher),
                ],
                Link(x.Reward.ComplaintId))),
        ];
    }

    private static MeasureCell[] Cells(Complaint c, DateOnly today) =>
    [
        MeasureCell.Of((DateOnly?)c.ReceivedOn), MeasureCell.Of(c.Number), MeasureCell.Of(c.Channel), MeasureCell.Of(c.Topic), Words(c.Subject), MeasureCell.Of(c.State.ChineseName()), MeasureCell.Of(c.AcceptedOn), MeasureCell.Of((DateOnly?)c.AcceptBy),
        MeasureCell.Of((DateOnly?)c.FinishBy), MeasureCell.Of(c.AnsweredOn), MeasureCell.Of(c.IsInTime(today) switch { true => "是", false => "否", null => null }), Words(c.Result), MeasureCell.OfFen(c.FoundFen), Words(c.Satisfaction), Words(c.Inspection),
    ];

    private static MeasureCell Words(string text) => MeasureCell.Of(text.Length == 0 ? null : text);

    private static string Link(int id) => "complaints/" + id.ToString(CultureInfo.InvariantCulture);
}
