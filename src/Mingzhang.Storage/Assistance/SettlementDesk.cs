using Microsoft.EntityFrameworkCore;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Settlements;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Assistance;

/// <summary>Settlements (结算): stored once by their number, never changed.</summary>
public sealed class SettlementDesk
{
    private const int Step = 500, Part = 20_000;

    private const string Word = "结算";

    private static readonly BulkInsert Rows = new(
        "AssistanceSettlements", "DepartmentId", "PersonId", "AddedIn", "Number", "Channel", "Care", "Institution", "FromDay", "ToDay", "SettledOn", "TotalFen", "InScopeFen", "BasicFen", "MajorFen", "LargeFen",
        "CivilFen", "OtherFen", "DeductedFen", "Referred", "Reverses");

    private readonly OfficeWriter _writer;

    internal SettlementDesk(OfficeWriter writer) => _writer = writer;

    /// <summary>Stores settlements of a file: what is there already is passed over, what differs from it is refused, the rest is added.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="source">Name of the file.</param>
    /// <param name="settlements">Its settlements.</param>
    /// <param name="cancellation">Stops the work; nothing of it is stored then.</param>
    public Task<SettlementOutcome> StoreAsync(Actor actor, int department, string source, IReadOnlyList<IncomingSettlement> settlements, CancellationToken cancellation) => _writer.WriteAsync(actor, async (db, trail) =>
    {
        var (known, refused, batch, added) = (0, new List<RefusedSettlement>(), 0, 0);
        foreach (var part in settlements.Chunk(Part))
        {
            var there = await ThereAsync(db, department, part, cancellation).ConfigureAwait(false);
            var fresh = new List<IncomingSettlement>();
            foreach (var each in part)
            {
                if (!there.TryGetValue(each.Settlement.Id, out var old))
                {
                    fresh.Add(each);
                    there[each.Settlement.Id] = (each.Person, each.Settlement);
                }
                else if (Differing(old, each) is { } field)
                    refused.Add(new RefusedSettlement(each.Row, each.Settlement.Id, field, "这笔结算已经登记，内容却不同：没有改动原来的；更正请先冲正再重报。"));
                else
                    known++;
            }

            if (fresh.Count == 0)
                continue;
            if (batch == 0)
                batch = await PersonDesk.BatchAsync(db, trail, department, Word, source, settlements.Count, cancellation).ConfigureAwait(false);
            added += fresh.Count;
            var ids = await PersonDesk.EnsureAsync(db, department, fresh.Select(f => f.Person), cancellation).ConfigureAwait(false);
            await Rows.AddAsync(db, [.. fresh.Select(f => Row(department, ids[f.Person], batch, "医中", f.Settlement))], cancellation).ConfigureAwait(false);
        }

        if (added > 0)
            trail.Note(department, (int?)null, "导入结算", source, new TrailChange(batch, "新增", null, $"{added}"), new TrailChange(batch, "已有", null, $"{known}"), new TrailChange(batch, "退回", null, $"{refused.Count}"));
        return new SettlementOutcome(added, known, refused);
    }, cancellation);

    /// <summary>The newest imports.</summary>
    public async Task<IReadOnlyList<(int Id, string Source, int Count, string At, string Account)>> BatchesAsync(int department, int most, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var rows = await db.Set<AssistanceBatchRow>().AsNoTracking().Where(b => b.DepartmentId == department && b.Kind == Word).OrderByDescending(b => b.Id).Take(most).ToListAsync(cancellation).ConfigureAwait(false);
        return [.. rows.Select(r => (r.Id, r.Source, r.Count, r.At, r.Account))];
    }

    internal static async Task AddOneAsync(OfficeContext db, int department, int person, int batch, string channel, Settlement settlement, CancellationToken cancellation) =>
        await Rows.AddAsync(db, [Row(department, person, batch, channel, settlement)], cancellation).ConfigureAwait(false);

    private static async Task<Dictionary<string, (string Person, Settlement Settlement)>> ThereAsync(OfficeContext db, int department, IncomingSettlement[] part, CancellationToken cancellation)
    {
        var there = new Dictionary<string, (string, Settlement)>(StringComparer.Ordinal);
        foreach (var some in part.Select(p => p.Settlement.Id).Chunk(Step))
        {
            var rows = await (from s in db.Set<AssistanceSettlementRow>().AsNoTracking()
                              join p in db.Set<AssistancePersonRow>().AsNoTracking() on s.PersonId equals p.Id
                              where s.DepartmentId == department && some.Contains(s.Number)
                              select new { s, p.Code }).ToListAsync(cancellation).ConfigureAwait(false);
            foreach (var row in rows)
                there[row.s.Number] = (row.Code, AssistanceWords.Settlement(row.s));
        }

        return there;
    }

    // The first field in which two records of one settlement differ; null when they are the same.
    private static string? Differing((string Person, Settlement Settlement) old, IncomingSettlement now)
    {
        var (a, b) = (old.Settlement, now.Settlement);
        (string Name, bool Same)[] fields =
        [
            ("人员编号", old.Person == now.Person), ("医疗类别", a.Care == b.Care), ("机构代码", a.Institution == b.Institution), ("开始日期", a.From == b.From), ("结束日期", a.To == b.To),
            ("结算日期", a.SettledOn == b.SettledOn), ("医疗总费用", a.Total == b.Total), ("政策范围内费用", a.InScope == b.InScope), ("基本医保支付", a.Basic == b.Basic),
            ("大病保险支付", a.MajorIllness == b.MajorIllness), ("大额医疗补助", a.LargeSum == b.LargeSum), ("公务员医疗补助", a.CivilServant == b.CivilServant), ("其他补助", a.OtherSubsidies == b.OtherSubsidies),
            ("医疗救助支付", a.PaidAtSettlement == b.PaidAtSettlement), ("按规定转诊", a.Referred == b.Referred), ("冲正结算编号", a.Reverses == b.Reverses),
        ];
        return fields.FirstOrDefault(f => !f.Same).Name;
    }

    private static object?[] Row(int department, int person, int batch, string channel, Settlement s) =>
    [
        department, person, batch, s.Id, channel, s.Care.ChineseName(), s.Institution, AssistanceWords.Day(s.From), AssistanceWords.Day(s.To), AssistanceWords.Day(s.SettledOn), AssistanceWords.Fen(s.Total),
        AssistanceWords.Fen(s.InScope), AssistanceWords.Fen(s.Basic), AssistanceWords.Fen(s.MajorIllness), AssistanceWords.Fen(s.LargeSum), AssistanceWords.Fen(s.CivilServant), AssistanceWords.Fen(s.OtherSubsidies),
        AssistanceWords.Fen(s.PaidAtSettlement), s.Referred, s.Reverses,
    ];
}
