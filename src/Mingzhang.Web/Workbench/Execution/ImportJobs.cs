using System.Collections.Concurrent;
using System.Globalization;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Intake;
using Mingzhang.Documents.Workbooks;
using Mingzhang.Storage.Execution;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Workbench.Execution;

/// <summary>An import while it runs, and what it gave (一次导入).</summary>
/// <param name="id">Its name in addresses.</param>
/// <param name="department">Number of the department.</param>
/// <param name="year">年度.</param>
/// <param name="file">Name of the file.</param>
/// <param name="account">Who began it: nobody else may look.</param>
internal sealed class ImportJob(string id, int department, int year, string file, string account)
{
    public string Id => id;

    public int Department => department;

    public int Year => year;

    public string File => file;

    public string Account => account;

    /// <summary>How far it is.</summary>
    public ImportProgress Progress { get; set; } = new("读取", 0, 0);

    /// <summary>Columns to be named first.</summary>
    public OpenColumns? Open { get; set; }

    /// <summary>Why it could not be read.</summary>
    public string? Problem
    {
        get => Work.IsFaulted ? "导入时程序出错，一条也没有存：请把文件交给管理员。" : field;
        set;
    }

    /// <summary>What it gave.</summary>
    public PostOutcome? Outcome { get; set; }

    /// <summary>The work itself.</summary>
    public Task Work { get; set; } = Task.CompletedTask;

    /// <summary>Whether it is over.</summary>
    public bool IsDone => Work.IsCompleted;

    /// <summary>The rows, while a person may still choose to take the good ones.</summary>
    public IReadOnlyList<IncomingRow> Rows { get; set; } = [];
}

/// <summary>
/// Runs imports beside the requests that begin them (后台导入): a million payments take longer than a browser waits, and the person sees how
/// far it is. A program that stops in the middle has stored nothing of it.
/// </summary>
internal sealed class ImportJobs(OfficeDesk desk, ExecutionContexts contexts, ILogger<ImportJobs> log)
{
    // What was read is kept until so many others have begun.
    private const int Most = 8;

    private readonly ConcurrentDictionary<string, ImportJob> _jobs = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>An import of a person; null when there is none of the name.</summary>
    public ImportJob? Find(string id, int department, int year, string account) =>
        _jobs.TryGetValue(id, out var job) && job.Department == department && job.Year == year && job.Account == account ? job : null;

    /// <summary>Begins to bring a file in.</summary>
    public ImportJob Begin(Actor actor, Department department, int year, string file, byte[] content)
    {
        var job = new ImportJob(Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture), department.Id, year, file, actor.UserName);
        _jobs[job.Id] = job;
        _order.Enqueue(job.Id);
        while (_order.Count > Most && _order.TryDequeue(out var oldest))
            _jobs.TryRemove(oldest, out _);
        Run(job, async () =>
        {
            await ReadAsync(job, department, content).ConfigureAwait(false);
            if (job.Rows.Count > 0)
                await PostAsync(job, actor, keepsBad: false).ConfigureAwait(false);
        });
        return job;
    }

    /// <summary>Takes the good rows of an import that had bad ones.</summary>
    public void TakeGood(ImportJob job, Actor actor)
    {
        job.Outcome = null;
        Run(job, () => PostAsync(job, actor, keepsBad: true));
    }

    // What fails is a defect of ours: it is logged, and the person is told that nothing was stored.
    private void Run(ImportJob job, Func<Task> work)
    {
        job.Work = Task.Run(work);
        _ = job.Work.ContinueWith(t => ImportLog.Failed(log, t.Exception!), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
    }

    private async Task PostAsync(ImportJob job, Actor actor, bool keepsBad)
    {
        var outcome = await desk.Execution.Posting.PostAsync(actor, job.Department, job.Year, job.File, job.Rows, keepsBad, null, new Direct(job), CancellationToken.None, job.Id).ConfigureAwait(false);
        if (outcome.IsStored || outcome.Refused.Count == 0)
            job.Rows = [];
        job.Outcome = outcome;
    }

    private async Task ReadAsync(ImportJob job, Department department, byte[] content)
    {
        var books = (await desk.Execution.FindAsync(department.Id, job.Year, CancellationToken.None).ConfigureAwait(false))!;
        var facts = await contexts.FactsAsync(department, job.Year, CancellationToken.None).ConfigureAwait(false);
        var remembered = await desk.Drafts.Mappings.OfAsync(department.Id, CancellationToken.None).ConfigureAwait(false);
        var context = await contexts.EntriesAsync(books, facts, remembered, CancellationToken.None).ConfigureAwait(false);
        var malformed = new HashSet<int>();
        var (rows, problem) = Rows(job.File, content, malformed);
        if (rows is null)
        {
            job.Problem = problem;
            return;
        }

        var take = EntryIntake.TakeAll(job.File, rows, malformed, context, n => job.Progress = new ImportProgress("读取", n, 0));
        (job.Rows, job.Open, job.Problem) = (take.Rows, take.Open, take.Problem);
        var actor = new Actor(0, job.Account, "", false, "", []);
        if (take.Learned.Count > 0 && take.Open is null)
            await desk.Drafts.Mappings.RememberAsync(actor, department.Id, take.Learned, CancellationToken.None).ConfigureAwait(false);
    }

    private static (IEnumerable<RawRow>? Rows, string? Problem) Rows(string file, byte[] content, HashSet<int> malformed)
    {
        if (!WorkbookSheets.Is(content))
            return CsvSheets.Stream(file, content, malformed);
        var read = WorkbookSheets.Read(file, content);
        if (!read.IsRead)
            return (null, read.Error);
        var filled = read.Value.Where(s => s.Rows.Count > 0).ToList();
        return filled.Count == 1 ? (filled[0].Rows, null) : (null, filled.Count == 0 ? $"{file}：里面没有数据。" : $"{file}：有 {filled.Count} 张工作表有数据，一次只导入一张：请把要导入的另存为一个文件。");
    }

    private sealed class Direct(ImportJob job) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => job.Progress = value;
    }
}

/// <summary>What imports write into the log.</summary>
internal static partial class ImportLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "An import failed.")]
    public static partial void Failed(ILogger logger, Exception exception);
}
