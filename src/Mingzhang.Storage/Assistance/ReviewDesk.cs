using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Assistance;

/// <summary>Review by a second person before anything is paid (复核): nobody reviews what they entered or computed.</summary>
public sealed class ReviewDesk
{
    internal const string Reviewed = "已复核";

    private static readonly BulkInsert Payables = new("AssistancePayables", "DepartmentId", "PersonId", "DecisionId", "Institution", "Fen", "State", "At");

    private readonly OfficeWriter _writer;

    internal ReviewDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>Passes decisions, or sends them back.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="decisions">Numbers of the decisions; null for all without a doubt.</param>
    /// <param name="passes">Whether they pass.</param>
    /// <param name="note">What the reviewer says; must be said to send back, and to pass what is doubtful.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>How many were done, and in Chinese why others were not.</returns>
    public Task<(int Done, IReadOnlyList<string> Refused)> ReviewAsync(Actor actor, int department, IReadOnlyCollection<int>? decisions, bool passes, string? note, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (!Access.May(actor.Assignments, Act.Review, department))
            return (0, (IReadOnlyList<string>)["您没有复核的权限。"]);
        if (!passes && string.IsNullOrWhiteSpace(note))
            return (0, ["退回要写明原因。"]);
        var rows = await (from d in db.Set<AssistanceDecisionRow>()
                          join s in db.Set<AssistanceSettlementRow>() on d.SettlementId equals s.Id
                          join b in db.Set<AssistanceBatchRow>() on s.AddedIn equals b.Id
                          where d.DepartmentId == department && d.State == DecisionDesk.ToReview && s.Channel == "医中" && (decisions == null ? d.Concern == null : decisions.Contains(d.Id))
                          orderby d.Id
                          select new { d, s.Institution, b.Account, s.Number }).ToListAsync(cancellation).ConfigureAwait(false);
        var (done, refused) = (new List<(AssistanceDecisionRow Row, string Institution)>(), new List<string>());
        foreach (var row in rows)
        {
            if (row.Account == trail.Account || row.d.MadeBy == trail.Account)
                refused.Add($"结算 {row.Number} 是您自己登记或核定的，要由别人复核。");
            else if (passes && row.d.Concern is not null && string.IsNullOrWhiteSpace(note))
                refused.Add($"结算 {row.Number} 有疑点，通过要写明核对了什么。");
            else
                done.Add((row.d, row.Institution));
        }

        if (done.Count == 0)
            return (0, refused.Count > 0 ? [.. refused.Distinct().Take(20)] : ["没有可以复核的，或已经复核过。"]);
        foreach (var (row, _) in done)
            (row.State, row.ReviewedBy, row.ReviewedAt, row.Note) = (passes ? Reviewed : PersonFiles.SentBack, trail.Account, trail.At, Filled(note));
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        if (passes)
            await AddAsync(db, trail, done, cancellation).ConfigureAwait(false);
        trail.Note(
            department, (int?)null, passes ? "复核通过" : "复核退回", $"{done.Count} 笔核定", new TrailChange(null, "金额", null, FenText.Format(done.Sum(d => d.Row.AmountFen))),
            new TrailChange(null, "核定", null, Numbers(done.ConvertAll(d => d.Row.Id))), new TrailChange(null, "说明", null, Filled(note)));
        return (done.Count, [.. refused.Distinct().Take(20)]);
    }, cancellation);

    /// <summary>What is to be paid for reviewed decisions, the hospital's part apart.</summary>
    internal static Task AddAsync(OfficeContext db, TrailBook trail, IEnumerable<(AssistanceDecisionRow Row, string Institution)> decisions, CancellationToken cancellation) => Payables.AddAsync(
        db, [.. decisions.SelectMany(d => new[] { (Institution: (string?)d.Institution, Fen: d.Row.HospitalFen), (null, d.Row.AmountFen - d.Row.HospitalFen) }.Where(p => p.Fen != 0)
            .Select(p => new object?[] { d.Row.DepartmentId, d.Row.PersonId, d.Row.Id, p.Institution, p.Fen, p.Fen > 0 ? PaymentDesk.ToPay : PaymentDesk.ToRecover, trail.At }))], cancellation);

    // Ranges: a review may be of tens of thousands.
    private static string Numbers(List<int> ids)
    {
        var parts = new List<string>();
        for (var i = 0; i < ids.Count;)
        {
            var end = i;
            while (end + 1 < ids.Count && ids[end + 1] == ids[end] + 1)
                end++;
            parts.Add(end == i ? $"{ids[i]}" : $"{ids[i]}–{ids[end]}");
            i = end + 1;
        }

        return string.Join('，', parts);
    }

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
