using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Assistance.Calculation;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Settlements;
using Mingzhang.Core.Assistance.Statements;
using Mingzhang.Core.Ledgers;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Assistance;

/// <summary>Decisions (核定): computed by policy, doubts and differences shown, nothing changed that was decided before.</summary>
public sealed class DecisionDesk
{
    /// <summary>Word of a decision that waits for its review.</summary>
    public const string ToReview = "待复核";

    private const int PersonsAtOnce = 2_000;

    private static readonly BulkInsert Decisions = new(
        "AssistanceDecisions", "DepartmentId", "PersonId", "SettlementId", "MadeIn", "Kind", "Policy", "Subject", "EligibleFen", "AmountFen", "HospitalFen", "Reason", "Concern", "State", "MadeBy", "MadeAt");

    private static readonly BulkInsert Concerns = new("AssistanceConcerns", "DepartmentId", "PersonId", "SettlementId", "Stops", "MayBeReleased", "Message");

    private static readonly BulkInsert Differences = new("AssistanceDifferences", "DepartmentId", "PersonId", "SettlementId", "GrantedFen", "DueFen", "Reason");

    private readonly OfficeWriter _writer;

    internal DecisionDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>Computes every settlement that is not decided (核定), and lists doubts and differences anew.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="policies">The place's policies.</param>
    /// <param name="cancellation">Stops the work; nothing is stored then.</param>
    public Task<RunOutcome> RunAsync(Actor actor, int department, PolicyBook policies, CancellationToken cancellation) =>
        _writer.WriteAsync(actor, (db, trail) => RunAsync(db, trail, department, policies, null, "核定", cancellation), cancellation);

    /// <summary>Decides on differences of the last run (补付、追回): each becomes a decision of its own, to be reviewed.</summary>
    /// <returns>How many became decisions, and in Chinese what did not.</returns>
    public Task<(int Made, IReadOnlyList<string> Refused)> AcceptAsync(Actor actor, int department, PolicyBook policies, IReadOnlyCollection<int> differences, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        var rows = await db.Set<AssistanceDifferenceRow>().Where(d => d.DepartmentId == department && differences.Contains(d.Id)).OrderBy(d => d.Id).ToListAsync(cancellation).ConfigureAwait(false);
        if (rows.Count == 0)
            return (0, (IReadOnlyList<string>)["没有选中差异，或它们已经处理。"]);
        var batch = await PersonDesk.BatchAsync(db, trail, department, "重算", "重算差异", rows.Count, cancellation).ConfigureAwait(false);
        var (made, refused) = (new List<object?[]>(), new List<string>());
        foreach (var theirs in rows.GroupBy(r => r.PersonId))
        {
            var file = PersonFiles.One(db, department, theirs.Key, null)!;
            var now = PersonResult.Of(file.File, policies).Differences.ToDictionary(d => file.Rows[d.SettlementId].Id);
            foreach (var row in theirs)
            {
                // Proposed on what was known at the last run: when something came since, it is proposed again instead.
                if (!now.TryGetValue(row.SettlementId, out var difference) || AssistanceWords.Fen(difference.Granted) != row.GrantedFen || AssistanceWords.Fen(difference.Due) != row.DueFen)
                {
                    refused.Add("核定之后又有新的资料，这笔差异已经不同：请重新核定后再看。");
                    continue;
                }

                db.Remove(row);
                var key = file.Rows[difference.SettlementId];
                var hospital = Math.Min(key.DeductedFen, row.DueFen) - file.HospitalFen.GetValueOrDefault(row.SettlementId);
                made.Add(Row(department, row.PersonId, row.SettlementId, batch, difference.Amount > 0m ? "补付" : "追回", difference.Assessment, AssistanceWords.Fen(difference.Amount), hospital, row.Reason, null, trail));
            }
        }

        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        await Decisions.AddAsync(db, made, cancellation).ConfigureAwait(false);
        trail.Note(department, (int?)null, "处理重算差异", $"{made.Count} 笔", new TrailChange(batch, "金额", null, FenText.Format(made.Sum(m => (long)m[8]!))));
        return (made.Count, refused);
    }, cancellation);

    /// <summary>Lets a settlement pass that looked like another one (放行), and computes the person anew.</summary>
    /// <returns>In Chinese why not; null when it was done.</returns>
    public Task<string?> ReleaseAsync(Actor actor, int department, PolicyBook policies, int settlement, string reason, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        if (string.IsNullOrWhiteSpace(reason))
            return "请写明为什么是两笔，例如票据号不同。";
        if (await db.Set<AssistanceConcernRow>().AsNoTracking().FirstOrDefaultAsync(c => c.DepartmentId == department && c.SettlementId == settlement && c.Stops && c.MayBeReleased, cancellation).ConfigureAwait(false) is not { } concern)
            return "这笔没有可以放行的疑点。";
        if (await EnteredByAsync(db, settlement, cancellation).ConfigureAwait(false) == trail.Account)
            return "这笔结算是您自己登记的，要由别人放行。";
        var batch = await PersonDesk.BatchAsync(db, trail, department, "放行", reason.Trim(), 1, cancellation).ConfigureAwait(false);
        db.Add(new AssistanceReleaseRow { DepartmentId = department, SettlementId = settlement, AddedIn = batch, Reason = reason.Trim() });
        await db.SaveChangesAsync(cancellation).ConfigureAwait(false);
        trail.Note(department, (int?)null, "放行结算", $"结算 {settlement}", new TrailChange(settlement, "原因", concern.Message, reason.Trim()));
        await RunAsync(db, trail, department, policies, concern.PersonId, "放行后核定", cancellation).ConfigureAwait(false);
        return (string?)null;
    }, cancellation);

    /// <summary>Decisions of a state, the oldest first.</summary>
    /// <param name="department">Number of the department.</param>
    /// <param name="state">状态; null for all.</param>
    /// <param name="onlyDoubtful">Only those with a doubt.</param>
    /// <param name="most">At most so many.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<(IReadOnlyList<StoredDecision> Decisions, int Count, long Fen)> ListAsync(int department, string? state, bool onlyDoubtful, int most, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = db.Set<AssistanceDecisionRow>().AsNoTracking().Where(d => d.DepartmentId == department && (state == null || d.State == state) && (!onlyDoubtful || d.Concern != null));
        var (count, fen) = (await rows.CountAsync(cancellation).ConfigureAwait(false), await rows.SumAsync(d => d.AmountFen, cancellation).ConfigureAwait(false));
        // Doubtful ones first: they need a person's eyes.
        return (await StoredAsync(db, rows.OrderBy(d => d.Concern == null).ThenBy(d => d.Id).Take(most), cancellation).ConfigureAwait(false), count, fen);
    }

    /// <summary>Doubts of the last run; those that stop first.</summary>
    public async Task<IReadOnlyList<StoredConcern>> ConcernsAsync(int department, int most, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await (from c in db.Set<AssistanceConcernRow>().AsNoTracking()
                          join p in db.Set<AssistancePersonRow>().AsNoTracking() on c.PersonId equals p.Id
                          join s in db.Set<AssistanceSettlementRow>().AsNoTracking() on c.SettlementId equals s.Id
                          where c.DepartmentId == department
                          orderby c.Stops descending, c.Id
                          select new { c, p.Code, p.NameShown, s.Number }).Take(most).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => new StoredConcern(r.NameShown, r.Code, r.c.SettlementId, new Concern(r.Number, r.c.Stops, r.c.Message, r.c.MayBeReleased)))];
    }

    /// <summary>Differences of the last run.</summary>
    public async Task<IReadOnlyList<StoredDifference>> DifferencesAsync(int department, int most, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await (from d in db.Set<AssistanceDifferenceRow>().AsNoTracking()
                          join p in db.Set<AssistancePersonRow>().AsNoTracking() on d.PersonId equals p.Id
                          join s in db.Set<AssistanceSettlementRow>().AsNoTracking() on d.SettlementId equals s.Id
                          where d.DepartmentId == department
                          orderby d.PersonId, d.Id
                          select new { d, p.Code, p.NameShown, s.Number }).Take(most).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => new StoredDifference(r.d.Id, r.NameShown, r.Code, r.Number, r.d.GrantedFen, r.d.DueFen, r.d.Reason))];
    }

    /// <summary>The statement of a decision from what was known when it was made (当时的计算书).</summary>
    /// <returns>The decision and its statement; null when there is no such decision, no statement when the bill was taken back.</returns>
    public async Task<(StoredDecision Decision, CalculationStatement? Statement)?> StatementAsync(int department, int decision, PolicyBook policies, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        if (await db.Set<AssistanceDecisionRow>().AsNoTracking().FirstOrDefaultAsync(d => d.DepartmentId == department && d.Id == decision, cancellation).ConfigureAwait(false) is not { } row)
            return null;
        var stored = (await StoredAsync(db, db.Set<AssistanceDecisionRow>().AsNoTracking().Where(d => d.Id == decision), cancellation).ConfigureAwait(false))[0];
        var file = PersonFiles.One(db, department, row.PersonId, row.MadeIn);
        var assessment = file is null ? null : PersonResult.Of(file.File, policies).Assessments.FirstOrDefault(a => file.Rows[a.Settlement.Id].Id == row.SettlementId);
        return (stored, assessment is null ? null : StatementWriter.Write(assessment));
    }

    internal static async Task<RunOutcome> RunAsync(OfficeContext db, TrailBook trail, int department, PolicyBook policies, int? person, string source, CancellationToken cancellation)
    {
        var batch = await PersonDesk.BatchAsync(db, trail, department, "核定", source, 0, cancellation).ConfigureAwait(false);
        await db.Set<AssistanceConcernRow>().Where(c => c.DepartmentId == department && (person == null || c.PersonId == person)).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        await db.Set<AssistanceDifferenceRow>().Where(c => c.DepartmentId == department && (person == null || c.PersonId == person)).ExecuteDeleteAsync(cancellation).ConfigureAwait(false);
        var outcome = new RunOutcome(0, 0, 0, 0, 0, 0);
        for (var last = 0; ;)
        {
            var ids = await db.Set<AssistanceSettlementRow>().AsNoTracking().Where(s => s.DepartmentId == department && s.PersonId > last && (person == null || s.PersonId == person))
                .Select(s => s.PersonId).Distinct().OrderBy(i => i).Take(PersonsAtOnce).ToListAsync(cancellation).ConfigureAwait(false);
            if (ids.Count == 0)
                break;
            last = ids[^1];
            outcome = await PartAsync(db, trail, department, policies, PersonFiles.Load(db, department, ids[0], last, null), batch, outcome, cancellation).ConfigureAwait(false);
        }

        trail.Note(
            department, (int?)null, "核定", source,
            new TrailChange(batch, "给付", null, $"{outcome.Decisions} 笔，合计 {FenText.Format(outcome.Fen)} 元"), new TrailChange(batch, "不予给付", null, $"{outcome.Nothing} 笔"),
            new TrailChange(batch, "停付", null, $"{outcome.Stopped} 笔"), new TrailChange(batch, "差异", null, $"{outcome.Differences} 笔"));
        return outcome;
    }

    internal static async Task<string> EnteredByAsync(OfficeContext db, int settlement, CancellationToken cancellation) =>
        await (from s in db.Set<AssistanceSettlementRow>() join b in db.Set<AssistanceBatchRow>() on s.AddedIn equals b.Id where s.Id == settlement select b.Account).FirstAsync(cancellation).ConfigureAwait(false);

    internal static async Task<IReadOnlyList<StoredDecision>> StoredAsync(OfficeContext db, IQueryable<AssistanceDecisionRow> decisions, CancellationToken cancellation)
    {
        var rows = await (from d in decisions
                          join p in db.Set<AssistancePersonRow>().AsNoTracking() on d.PersonId equals p.Id
                          join s in db.Set<AssistanceSettlementRow>().AsNoTracking() on d.SettlementId equals s.Id
                          join b in db.Set<AssistanceBatchRow>().AsNoTracking() on s.AddedIn equals b.Id
                          orderby d.Concern == null, d.Id
                          select new { d, p.Code, p.NameShown, s.Number, s.ToDay, s.Channel, b.Account }).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => new StoredDecision(
            r.d.Id, r.NameShown, r.Code, r.Number, AssistanceWords.Day(r.ToDay), r.Channel, r.d.Kind, r.d.Subject, r.d.Policy, r.d.EligibleFen, r.d.AmountFen, r.d.Reason, r.d.Concern, r.d.State, r.d.MadeBy,
            r.Account, r.d.ReviewedBy, r.d.Note))];
    }

    private static async Task<RunOutcome> PartAsync(
        OfficeContext db, TrailBook trail, int department, PolicyBook policies, IReadOnlyList<StoredFile> files, int batch, RunOutcome sofar, CancellationToken cancellation)
    {
        var (decisions, concerns, differences) = (new List<object?[]>(), new List<object?[]>(), new List<object?[]>());
        var (nothing, fen) = (0, 0L);
        foreach (var file in files)
        {
            var result = PersonResult.Of(file.File, policies);
            var doubts = result.Concerns.Where(c => !c.Stops).ToLookup(c => c.SettlementId, c => c.Message, StringComparer.Ordinal);
            var decided = file.File.Bookings.Select(b => b.SettlementId).ToHashSet(StringComparer.Ordinal);
            foreach (var assessment in result.Assessments.Where(a => !decided.Contains(a.Settlement.Id)))
            {
                var (key, amount) = (file.Rows[assessment.Settlement.Id], AssistanceWords.Fen(assessment.Amount));
                var doubt = doubts[assessment.Settlement.Id].Any() ? string.Join(' ', doubts[assessment.Settlement.Id]) : null;
                decisions.Add(Row(department, file.PersonId, key.Id, batch, "首次", assessment, amount, Math.Min(key.DeductedFen, amount), "新增结算", doubt, trail));
                (nothing, fen) = (nothing + (amount == 0 ? 1 : 0), fen + amount);
            }

            foreach (var concern in result.Concerns)
                concerns.Add([department, file.PersonId, file.Rows[concern.SettlementId].Id, concern.Stops, concern.MayBeReleased, concern.Message]);
            foreach (var difference in result.Differences.Where(d => d.Reason != ChangeReason.New))
                differences.Add([department, file.PersonId, file.Rows[difference.SettlementId].Id, AssistanceWords.Fen(difference.Granted), AssistanceWords.Fen(difference.Due), Word(difference.Reason)]);
        }

        await Decisions.AddAsync(db, decisions, cancellation).ConfigureAwait(false);
        await Concerns.AddAsync(db, concerns, cancellation).ConfigureAwait(false);
        await Differences.AddAsync(db, differences, cancellation).ConfigureAwait(false);
        var stopped = concerns.Count(c => c[3] is true);
        return new RunOutcome(
            sofar.Decisions + decisions.Count - nothing, sofar.Fen + fen, sofar.Nothing + nothing, sofar.Stopped + stopped, sofar.Doubtful + concerns.Count - stopped, sofar.Differences + differences.Count);
    }

    // What gives nothing is paid to nobody and needs no second person.
    private static object?[] Row(int department, int person, int settlement, int batch, string kind, Assessment? assessment, long fen, long hospital, string reason, string? concern, TrailBook trail) =>
    [
        department, person, settlement, batch, kind, assessment?.Policy?.Id, assessment?.Benefit?.Subject, AssistanceWords.Fen(assessment?.Settlement.Eligible ?? 0m), fen, hospital, reason, concern,
        fen == 0 ? "不需支付" : ToReview, trail.Account, trail.At,
    ];

    private static string Word(ChangeReason reason) => reason switch
    {
        ChangeReason.New => "新增结算",
        ChangeReason.Reversed => "原结算已冲正",
        ChangeReason.Identity => "身份变化",
        ChangeReason.Policy => "政策更正",
        ChangeReason.Bill => "费用或其他支付更正",
        ChangeReason.Order => "前面的结算变化，起付或限额余额随之变化",
        _ => throw new InvalidOperationException($"没有“{reason}”的说法。"),
    };
}
