using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Compiling;
using Mingzhang.Core.Execution;
using Mingzhang.Core.Execution.Closing;
using Mingzhang.Core.Execution.Monitoring;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Data.Intake;
using Mingzhang.Generation;
using Mingzhang.Storage;
using Mingzhang.Storage.Execution;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Tests;

namespace Mingzhang.Bench;

/// <summary>
/// The year of a large department: an export of a million payments read, checked and booked on both engines, its monitoring looked at, and the
/// final accounts of 2,000 units made and compiled.
/// </summary>
internal static class PaymentsCase
{
    private const int Payments = 1_000_000, Units = 17, Lines = 4_000, Year = 2024, Looks = 20, FinalRuns = 3;

    public static Measured Run(World world)
    {
        var details = new JsonObject();
        var folder = Directory.CreateTempSubdirectory("mz-bench-").FullName;
        try
        {
            var ledger = new LedgerGenerator(world.Data.Editions.Find("national-budget")!, world.Data.Catalogue).Large(new DeterministicRandom(2024), Units, Lines);
            var budget = ledger.Lines.Where(l => l.Flow == Flow.Expenditure).GroupBy(LineKey.Of).Select(g => g.First() with { Fen = (Math.Abs(g.Sum(l => l.Fen)) + 100) * 1_000 }).ToList();
            var export = Export(budget);
            details["projects"] = budget.Select(l => l.ProjectCode).Distinct().Count();
            details["lines"] = budget.Count;
            details["exportMiB"] = export.Length / (1024 * 1024);
            var seconds = Book(world, StoreAddress.Parse(Path.Combine(folder, "office.db")), ledger, budget, export, details, "sqlite");
            using (var server = new PostgresServer())
            {
                if (server.Missing is null)
                    Book(world, StoreAddress.Parse(server.NewDatabase()), ledger, budget, export, details, "postgresql");
            }

            Final(world, details);
            return new Measured("payments", Payments, seconds, details);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Book(World world, StoreAddress address, Ledger ledger, List<LedgerLine> budget, byte[] export, JsonObject details, string engine)
    {
        var store = StoreNow(address);
        var desk = new OfficeDesk(store, TimeProvider.System);
        var boss = new Actor(0, "boss", "", false, "", [new(Role.Administrator, null, null)]);
        var (department, _) = Wait(desk.Register.SaveAsync(boss, new Department(0, "某局", "某局", true, "", ""), default));
        Wait(desk.Register.SaveUnitsAsync(boss, department, ledger.Units, default));
        var clerk = new Actor(0, "clerk", "", false, "", [new(Role.Clerk, department, null)]);
        if (Wait(desk.Execution.OpenAsync(clerk, department, Year, budget, default)) is { } refusal)
            throw new InvalidOperationException(refusal);
        var books = Wait(desk.Execution.FindAsync(department, Year, default))!;
        var (start, used) = (Stopwatch.GetTimestamp(), Used);
        var bar = new Bar(engine);
        var outcome = Import(world, desk, clerk, books, ledger, budget, export, bar);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        // What the machine's other work cannot lengthen much.
        details[engine + "ImportProcessorSeconds"] = Math.Round((Used - used).TotalSeconds, 2);
        Bar.End();
        if (outcome.Posted != Payments)
            throw new InvalidOperationException($"Only {outcome.Posted} entries were booked: {(outcome.Refused.Count > 0 ? outcome.Refused[0].Reason : null)}");
        details[engine + "ImportSeconds"] = Math.Round(seconds, 2);
        start = Stopwatch.GetTimestamp();
        var again = Import(world, desk, clerk, books, ledger, budget, export, bar);
        details[engine + "SameAgainSeconds"] = Math.Round(Stopwatch.GetElapsedTime(start).TotalSeconds, 2);
        Bar.End();
        if (again.Known != Payments)
            throw new InvalidOperationException($"Only {again.Known} entries were known again.");
        var plans = new Dictionary<string, IReadOnlyList<int>>();
        details[engine + "MonitoringMilliseconds"] = Measure.FastestMilliseconds(Looks, () => ExecutionMonitor.Look(Year, 12, Wait(desk.Execution.LinesAsync(books.Id, null, default)), plans, world.Data.Monitoring));
        details[engine + "NewestEntriesMilliseconds"] = Measure.FastestMilliseconds(Looks, () => Wait(desk.Execution.Posting.EntriesAsync(books.Id, new EntryFilter(null, null, null, null, null, 50), default)));
        return seconds;
    }

    private static PostOutcome Import(World world, OfficeDesk desk, Actor clerk, ExecutionInfo books, Ledger ledger, List<LedgerLine> budget, byte[] export, Bar bar)
    {
        var lines = Wait(desk.Execution.LinesAsync(books.Id, null, default));
        var codes = new EntryCodes(
            budget.Select(l => l.FunctionCode!).ToHashSet(StringComparer.Ordinal), budget.Select(l => l.EconomicCode!).ToHashSet(StringComparer.Ordinal), budget.Select(l => l.Fund).ToHashSet(StringComparer.Ordinal), budget.Select(l => l.Category!).ToHashSet(StringComparer.Ordinal));
        var context = new EntryContext(
            Year, ledger.Units, new ExecutionBook(Year, false, ledger.Units.Select(u => u.Code), lines), ledger.Projects.ToDictionary(p => p.Code, p => p.Name, StringComparer.Ordinal), world.Data.EntryExports, new Dictionary<string, string>(), codes);
        var malformed = new HashSet<int>();
        var take = EntryIntake.TakeAll("明细.csv", CsvSheets.Stream("明细.csv", export, malformed).Rows!, malformed, context, n => bar.Report(new ImportProgress("读取", n, Payments)));
        return Wait(desk.Execution.Posting.PostAsync(clerk, books.Department, Year, "明细.csv", take.Rows, keepsBad: false, null, bar, default));
    }

    private static byte[] Export(List<LedgerLine> budget)
    {
        var text = new StringBuilder("支付日期,支付凭证号,预算单位编码,项目编码,支出类别,功能分类科目,部门经济分类,资金性质,资金年度,支付金额,收款人类型,用途\n");
        for (var i = 0; i < Payments; i++)
        {
            var line = budget[i % budget.Count];
            var fen = Math.Max(1, line.Fen / ((Payments / budget.Count) + 2));
            text.Append(CultureInfo.InvariantCulture, $"2024-{(i % 12) + 1:D2}-{(i % 28) + 1:D2},支-{i:D7},{line.UnitCode},{line.ProjectCode},{line.Category},{line.FunctionCode},{line.EconomicCode},{line.Fund},{line.Year.ChineseName()},{FenText.Format(fen)},公司,第 {i} 笔支出\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // 2,000 units whose budget was spent as it stood.
    private static void Final(World world, JsonObject details)
    {
        var large = world.Large;
        var balances = large.Lines.Where(l => l.Flow is Flow.Expenditure or Flow.Income).GroupBy(LineKey.Of).Select(g => new LineBalance(g.Key) { BudgetFen = g.Sum(l => l.Fen), DoneFen = g.Sum(l => l.Fen) }).ToList();
        var edition = world.Data.Editions.Find("national-final")!;
        var funds = world.Data.Catalogue.Find(ClassificationCatalogue.Fund, large.Settings.Year)!;
        details["finalUnits"] = large.Units.Count;
        details["finalLines"] = balances.Count;
        details["finalSeconds"] = Math.Round(Measure.Fastest(FinalRuns, Make), 3);

        void Make()
        {
            var made = FinalAccounts.Make(balances, [], [], f => f, f => funds.Find(f)?.AncestorsOrSelf[0].Name == "财政拨款", 10);
            var settings = large.Settings with { BudgetEdition = null, FinalEdition = edition.Id };
            Compiler.Compile(new Ledger(settings, large.Units, large.Projects, made.Lines, [], made.ThreePublic), edition, world.Data.Catalogue);
        }
    }

    private static TimeSpan Used => Process.GetCurrentProcess().TotalProcessorTime;

    private static Store StoreNow(StoreAddress address) => Wait(Store.OpenAsync(address, default)).Store!;

    // A benchmark has one thread and nobody else waits.
    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    // 进度条 on the terminal, as the site shows it in the browser.
    private sealed class Bar(string name) : IProgress<ImportProgress>
    {
        private const int Width = 40;

        public void Report(ImportProgress value)
        {
            var filled = value.Whole > 0 ? (int)(Width * value.Done / value.Whole) : 0;
            Console.Error.Write($"\r{name} {value.Step} [{new string('#', filled)}{new string('.', Width - filled)}] {value.Done}      ");
        }

        public static void End() => Console.Error.WriteLine();
    }
}
