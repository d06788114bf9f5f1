using System.CommandLine;
using Mingzhang.Cli.Inputs;
using Mingzhang.Core.Ledgers;
using Mingzhang.Storage;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz import</c>: a ledger into the database, all of it or nothing (导入).</summary>
internal static class ImportVerb
{
    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var folder = new Argument<string>("LEDGER-DIR") { Description = session.Say("台账文件夹，samples/ 下有例子", "ledger folder; samples/ holds examples") };
        var database = CommonOptions.Database(session);
        var command = new Command("import", session.Say("把台账导入台账库：全部检查，有错则一行不导", "import a ledger into the database: all of it, or nothing")) { folder, database };
        command.SetAction(call => Run(session, call.GetRequiredValue(folder), call.GetValue(database)));
        return command;
    }

    private static int Run(Session session, string folder, string? database)
    {
        var ledger = LedgerInput.Read(session, folder);
        if (!ledger.IsRead)
            return session.Refuse(ledger.Error);
        // What cannot be compiled must not lie in the database, where nobody would look for the mistake.
        var compiled = LedgerInput.Compile(session, ledger.Value, null);
        return compiled.IsRead ? StoreInput.With(session, database, (opening, store) => ImportAsync(session, ledger.Value, opening, store)) : session.Refuse(compiled.Error);
    }

    private static async Task<int> ImportAsync(Session session, Ledger ledger, StoreOpening opening, Store store)
    {
        if (opening.IsNew)
            await store.SetUpAsync(isDemonstration: false, CancellationToken.None).ConfigureAwait(false);
        var outcome = await store.ImportAsync(ledger, CancellationToken.None).ConfigureAwait(false);
        var what = $"{ledger.Settings.Agency} {ledger.Settings.Year}";
        session.Output.WriteLine(outcome switch
        {
            ImportOutcome.Added => session.Say($"已导入 {what} 年台账，{ledger.Lines.Count} 行明细", $"imported {what}, {ledger.Lines.Count} lines"),
            ImportOutcome.Replaced => session.Say($"已用新台账替换 {what} 年原有的台账，{ledger.Lines.Count} 行明细", $"replaced {what}, {ledger.Lines.Count} lines"),
            _ => session.Say($"{what} 年台账与库中的完全相同，没有改动", $"{what} is the same as in the database, nothing changed"),
        });
        session.Output.WriteLine(session.Say($"台账库：{store.Address}", $"database: {store.Address}"));
        return ExitStatus.Fine;
    }
}
