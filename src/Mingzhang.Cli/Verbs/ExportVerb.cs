using System.CommandLine;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Outputs;
using Mingzhang.Core.Ledgers;
using Mingzhang.Storage;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz export</c>: ledgers out of the database, as folders that can be imported again (导出).</summary>
internal static class ExportVerb
{
    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var agency = new Argument<string?>("AGENCY")
        {
            Description = session.Say("机构名称或其中几个字；不填则全部导出", "name of the agency or a part of it; all when left out"),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var year = new Option<int?>("--year") { Description = session.Say("只导出这一年", "this year only"), HelpName = "YEAR" };
        var folder = new Option<string>("--out")
        {
            Description = session.Say("写到哪个新文件夹；有几份台账时每份一个子文件夹", "new folder to write to; several ledgers get a folder each in it"),
            HelpName = "DIR",
            Required = true,
        };
        var database = CommonOptions.Database(session);
        var command = new Command("export", session.Say("从台账库导出台账，可以再导入", "export ledgers from the database, fit to be imported again")) { agency, year, folder, database };
        command.SetAction(call => Run(session, call.GetValue(agency), call.GetValue(year), call.GetRequiredValue(folder), call.GetValue(database)));
        return command;
    }

    private static int Run(Session session, string? agency, int? year, string folder, string? database)
    {
        var address = StoreAddress.Parse(database);
        // Asking for what is not there must not make it.
        if (address.IsFile && !File.Exists(address.Text))
            return session.Refuse($"还没有台账库 {address}：请先导入台账，或用 --db 指明", $"there is no database {address}: import a ledger first, or name one by --db");
        return StoreInput.With(session, database, async (_, store) =>
        {
            var all = await store.ListAsync(CancellationToken.None).ConfigureAwait(false);
            var wanted = all.Where(l => (agency is null || l.Agency.Contains(agency, StringComparison.Ordinal)) && (year is null || l.Year == year)).ToList();
            if (wanted.Count == 0)
            {
                var there = string.Join('、', all.Select(l => $"{l.Agency} {l.Year}"));
                return session.Refuse($"台账库里没有这样的台账；现有：{(there.Length == 0 ? "无" : there)}", $"the database holds no such ledger; it holds: {(there.Length == 0 ? "none" : there)}");
            }

            var ledgers = new List<(string Folder, Ledger Ledger)>();
            foreach (var each in wanted)
            {
                if (await store.LoadAsync(each.Id, CancellationToken.None).ConfigureAwait(false) is { } ledger)
                    ledgers.Add((wanted.Count == 1 ? folder : Path.Combine(folder, FolderName(each)), ledger));
            }

            if (!LedgerOutput.Write(session, folder, ledgers))
                return ExitStatus.Unusable;
            foreach (var (path, ledger) in ledgers)
                session.Output.WriteLine(session.Say($"已导出 {ledger.Settings.Agency} {ledger.Settings.Year} 年台账到 {path}", $"exported {ledger.Settings.Agency} {ledger.Settings.Year} to {path}"));
            return ExitStatus.Fine;
        });
    }

    private static string FolderName(StoredLedger ledger) =>
        string.Concat($"{ledger.Agency}-{ledger.Year}".Where(c => c > ' ' && !"<>:\"/\\|?*".Contains(c, StringComparison.Ordinal)));
}
