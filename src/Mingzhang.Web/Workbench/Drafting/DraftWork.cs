using Mingzhang.Core.Auditing;
using Mingzhang.Core.Compiling.Narrative;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Library;

namespace Mingzhang.Web.Workbench.Drafting;

/// <summary>
/// A revision of a draft (一份编报的编制结果). It is compiled and audited when somebody first asks for what that gives, once; who only wants
/// its records does not wait.
/// </summary>
/// <param name="draft">The draft.</param>
/// <param name="department">Its department.</param>
/// <param name="records">Its records in their order.</param>
/// <param name="compile">Compiles and audits.</param>
internal sealed class DraftWork(DraftInfo draft, Department department, IReadOnlyList<DraftRecord> records, Func<CompiledDraft> compile)
{
    private readonly Lazy<CompiledDraft> _compiled = new(compile);

    /// <summary>The draft.</summary>
    public DraftInfo Draft => draft;

    /// <summary>Its department.</summary>
    public Department Department => department;

    /// <summary>Its records in their order.</summary>
    public IReadOnlyList<DraftRecord> Records => records;

    /// <summary>What is filled in wrongly; while there is anything nothing is compiled.</summary>
    public IReadOnlyList<SheetMistake> Mistakes => _compiled.Value.Mistakes;

    /// <summary>The document with its audit; null while there are mistakes.</summary>
    public Publication? Publication => _compiled.Value.Publication;

    /// <summary>What a person has still to supply (待填).</summary>
    public IReadOnlyList<DraftGap> Gaps => _compiled.Value.Gaps;

    /// <summary>Findings that are no mere rounding.</summary>
    public IReadOnlyList<Finding> Findings => _compiled.Value.Findings;

    /// <summary>Reasons that a person wrote and that no longer fit their figures.</summary>
    public IReadOnlyList<KeptReason> Kept => _compiled.Value.Kept;

    /// <summary>Where each thing is put right.</summary>
    public Jumps Jumps => field ??= new Jumps(this);

    /// <summary>Calculations, reckoned.</summary>
    public IReadOnlyList<ReckonedLine> Calculations => field ??= Reckoning.Lines(records);

    /// <summary>Projects with what is asked and what is reckoned.</summary>
    public IReadOnlyList<ReckonedProject> Projects => field ??= Reckoning.Projects(records);

    /// <summary>Total expenditure in 分, of the lines as they are filled in.</summary>
    public long ExpenditureFen { get; } = records.Where(r => r.Sheet == $"{draft.Stage.ChineseName()}支出").Sum(r => FenText.TryParse(r["金额(元)"], out var fen, out _) ? fen : 0);

    /// <summary>What stands between this draft and the next step, a sentence each; empty when nothing does.</summary>
    public IReadOnlyList<string> Obstacles
    {
        get
        {
            var obstacles = new List<string>();
            if (Mistakes.Count > 0)
                obstacles.Add($"填报错误 {Mistakes.Count} 处，要先改正。");
            if (Findings.Count(f => f.Severity == Severity.Error) is > 0 and var errors)
                obstacles.Add($"勾稽、规范错误 {errors} 处，要先改正。");
            if (Gaps.Count > 0)
                obstacles.Add($"待填 {Gaps.Count} 处，要补上。");
            if (Draft.ControlFen is { } control && ExpenditureFen > control)
                obstacles.Add($"支出合计 {FenText.Format(ExpenditureFen)} 元，超过控制数 {FenText.Format(control)} 元。");
            return obstacles;
        }
    }
}

/// <summary>What compiling a draft gave.</summary>
/// <param name="Mistakes">What is filled in wrongly.</param>
/// <param name="Publication">The document; null while there are mistakes.</param>
/// <param name="Kept">Reasons that no longer fit.</param>
internal sealed record CompiledDraft(IReadOnlyList<SheetMistake> Mistakes, Publication? Publication, IReadOnlyList<KeptReason> Kept)
{
    /// <summary>Gaps of the document.</summary>
    public IReadOnlyList<DraftGap> Gaps { get; } = Publication is null ? [] : Core.Disclosures.Draft.Gaps(Publication.Disclosure);

    /// <summary>Findings that are no mere rounding.</summary>
    public IReadOnlyList<Finding> Findings { get; } = [.. Publication?.Findings ?? []];
}

/// <summary>Reads, compiles and audits drafts (编报的即时编制), each revision once.</summary>
internal sealed class DraftWorks(OfficeDesk desk, DataFolder data)
{
    // A revision takes a few megabytes. The one before the newest is kept to say which sentences a change has changed.
    private const int Most = 48;

    private readonly Lock _lock = new();
    private readonly Dictionary<(int Draft, int Revision), Lazy<Task<DraftWork>>> _made = [];
    private readonly Queue<(int, int)> _order = new();

    /// <summary>Settings of the ledger that a draft is.</summary>
    public static LedgerSettings Settings(Department department, DraftInfo draft) =>
        new(
            department.Name, department.ShortName, draft.Year, draft.Stage == Stage.Budget ? draft.Edition : null, draft.Stage == Stage.Final ? draft.Edition : null, department.IsDepartment,
            draft.DeviationPercent);

    /// <summary>The draft as it is now; null when the department has none of the number.</summary>
    public async Task<DraftWork?> GetAsync(int department, int draft, CancellationToken cancellation)
    {
        if (await desk.Drafts.FindAsync(department, draft, cancellation).ConfigureAwait(false) is not { } info)
            return null;
        return await MadeAsync(info).WaitAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>An earlier revision, where it is still known.</summary>
    public async Task<DraftWork?> EarlierAsync(int draft, int revision)
    {
        Lazy<Task<DraftWork>>? known;
        lock (_lock)
            known = _made.GetValueOrDefault((draft, revision));
        return known is null ? null : await known.Value.ConfigureAwait(false);
    }

    private Task<DraftWork> MadeAsync(DraftInfo info)
    {
        lock (_lock)
        {
            var key = (info.Id, info.Revision);
            // A database that did not answer once is asked again.
            if (_made.TryGetValue(key, out var known) && !(known.IsValueCreated && known.Value.IsFaulted))
                return known.Value;
            // One reader's impatience must not spoil it for the others: what was begun is finished.
            var made = _made[key] = new Lazy<Task<DraftWork>>(() => Task.Run(() => LoadAsync(info)));
            if (known is null)
                _order.Enqueue(key);
            while (_order.Count > Most)
                _made.Remove(_order.Dequeue());
            return made.Value;
        }
    }

    private async Task<DraftWork> LoadAsync(DraftInfo info)
    {
        var (draft, records) = (await desk.Drafts.LoadAsync(info.Id, CancellationToken.None).ConfigureAwait(false))!.Value;
        var department = (await desk.Register.DepartmentAsync(info.Department, CancellationToken.None).ConfigureAwait(false))!;
        return new DraftWork(draft, department, records, () => Compile(draft, department, records));
    }

    private CompiledDraft Compile(DraftInfo draft, Department department, IReadOnlyList<DraftRecord> records)
    {
        var load = LedgerSheets.Load(Settings(department, draft), [.. records.Select(r => new SheetRecord(r.Sheet, r.Cells))], data.Catalogue);
        var edition = data.Editions.Find(draft.Edition);
        if (load.Ledger is null || edition is null)
            return new CompiledDraft(load.Mistakes, null, []);
        var publication = Publication.Make(new PublicationKey(department.Name, draft.Year, draft.Stage == Stage.Budget ? DisclosureKind.Budget : DisclosureKind.Final), load.Ledger, edition, data);
        return new CompiledDraft([], publication, data.Outlines.Of(edition) is { } outline ? KeptReasons.Check(load.Ledger, edition, publication.Disclosure, outline, data.Reasons) : []);
    }
}
