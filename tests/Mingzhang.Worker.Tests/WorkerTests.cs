using System.Diagnostics;
using Mingzhang.Storage;
using Mingzhang.Storage.Audits;
using Mingzhang.Storage.Tests;

namespace Mingzhang.Worker.Tests;

/// <summary>Workers as the processes they are, on a PostgreSQL server of the tests' own.</summary>
public sealed class WorkerTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_killed_in_the_middle_loses_no_document_and_none_is_done_twice()
    {
        const int documents = 40;
        var database = NewDatabase();
        var store = (await Store.OpenAsync(StoreAddress.Parse(database), Cancellation)).Store!;
        for (var i = 0; i < documents; i++)
            await store.Audits.AddAsync($"{i}.txt", Document(i), Cancellation);
        await store.Audits.AddAsync("坏.pdf", "%PDF-1.7 nothing"u8.ToArray(), Cancellation);

        using var first = Start(database);
        using var second = Start(database);
        try
        {
            // It is killed while it has a document in hand.
            var victim = $"{Environment.MachineName}-{first.Id}";
            Assert.True(await WaitUntilAsync(async () => (await store.Audits.ListAsync(Cancellation)).Any(a => a.State == AuditState.Running && a.Worker == victim)), "the first worker took nothing");
            first.Kill();
            await first.WaitForExitAsync(Cancellation);
            var before = await store.Audits.ListAsync(Cancellation);
            Assert.Contains(before, a => a.State is AuditState.Waiting or AuditState.Running);
            var done = before.Where(a => a.State == AuditState.Done).ToDictionary(a => a.Id, a => (a.Worker, a.Attempts));

            Assert.True(await WaitUntilAsync(async () => (await store.Audits.PendingAsync(1, Cancellation)).Count == 0), "documents were lost");
            var after = await store.Audits.ListAsync(Cancellation);
            Assert.Equal(documents, after.Count(a => a.State == AuditState.Done));
            Assert.Contains("坏.pdf", Assert.Single(after, a => a.State == AuditState.Unreadable).Problem, StringComparison.Ordinal);
            foreach (var audit in after.Where(a => a.State == AuditState.Done))
                Assert.Contains("\"findings\"", await store.Audits.ResultAsync(audit.Id, Cancellation), StringComparison.Ordinal);

            // What had a result when the worker died was not touched again; only what it had in hand was taken twice.
            Assert.All(done, d => Assert.Equal(d.Value, after.Where(a => a.Id == d.Key).Select(a => (a.Worker, a.Attempts)).Single()));
            var again = after.Where(a => a.Attempts > 1).ToList();
            Assert.All(again, a => Assert.Equal((AuditState.Running, victim), before.Where(b => b.Id == a.Id).Select(b => (b.State, b.Worker)).Single()));
            Assert.All(after, a => Assert.InRange(a.Attempts, 1, 2));
        }
        finally
        {
            End(first);
            End(second);
        }
    }

    [Fact]
    public async Task A_worker_that_is_to_end_ends_when_the_queue_is_done()
    {
        var database = NewDatabase();
        var folder = Directory.CreateTempSubdirectory("mz-worker-");
        try
        {
            foreach (var i in Enumerable.Range(0, 3))
                await File.WriteAllBytesAsync(Path.Combine(folder.FullName, $"{i}.txt"), Document(i), Cancellation);
            using var worker = Start(database, "--add", folder.FullName, "--until-empty");
            await worker.WaitForExitAsync(Cancellation);
            Assert.Equal(0, worker.ExitCode);
            var store = (await Store.OpenAsync(StoreAddress.Parse(database), Cancellation)).Store!;
            Assert.All(await store.Audits.ListAsync(Cancellation), a => Assert.Equal((AuditState.Done, 1), (a.State, a.Attempts)));
            Assert.Equal(3, (await store.Audits.ListAsync(Cancellation)).Count);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_result_is_written_once()
    {
        var store = (await Store.OpenAsync(StoreAddress.Parse(NewDatabase()), Cancellation)).Store!;
        var id = await store.Audits.AddAsync("a.txt", Document(0), Cancellation);
        Assert.NotNull(await store.Audits.TakeAsync(id, "one", Cancellation));
        Assert.NotNull(await store.Audits.TakeAsync(id, "two", Cancellation));
        Assert.True(await store.Audits.FinishAsync(id, "two", "{}", null, Cancellation));
        Assert.False(await store.Audits.FinishAsync(id, "one", "{\"late\":true}", null, Cancellation));
        Assert.Null(await store.Audits.TakeAsync(id, "one", Cancellation));
        Assert.Equal("{}", await store.Audits.ResultAsync(id, Cancellation));
    }

    private string NewDatabase()
    {
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        return server.NewDatabase();
    }

    private static async Task<bool> WaitUntilAsync(Func<Task<bool>> isSo)
    {
        var clock = Stopwatch.StartNew();
        while (!await isSo())
        {
            if (clock.Elapsed > Patience)
                return false;
            await Task.Delay(10, Cancellation);
        }

        return true;
    }

    private static Process Start(string database, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "mingzhang-worker.dll"), "worker", "--db", database, "--jobs", "2", .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["MINGZHANG_HOME"] = Root();
        var process = Process.Start(start)!;
        // Nobody reads them, and a full pipe would stop the worker.
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static void End(Process process)
    {
        if (!process.HasExited)
            process.Kill();
        process.WaitForExit();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Mingzhang.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the checkout.");
    }

    // A budget of one table; large enough that a worker is busy with it for a while.
    private static byte[] Document(int number)
    {
        var rows = string.Concat(Enumerable.Range(1, 30).Select(i => $"| 2130{i:00} | 水利项目 | 10.00 | 4.00 | 3.00 | 1.00 | 6.00 |\n"));
        return System.Text.Encoding.UTF8.GetBytes($"""
            云岭县水利局{2020 + (number % 5)}年部门预算公开

            表5 一般公共预算支出表
            单位：万元

            | 科目编码 | 科目名称 | 合计 | 基本支出 | 基本支出 | 基本支出 | 项目支出 |
            | 科目编码 | 科目名称 | 合计 | 小计 | 人员经费 | 公用经费 | 项目支出 |
            | ---- | ---- | ---- | ---- | ---- | ---- | ---- |
            | | 合计 | 300.00 | 120.00 | 90.00 | 30.00 | 180.00 |
            | 213 | 农林水支出 | 300.00 | 120.00 | 90.00 | 30.00 | 180.00 |
            {rows}
            """);
    }
}
