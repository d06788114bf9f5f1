using System.CommandLine;
using Mingzhang.Cli.Inputs;
using Mingzhang.Storage;
using Mingzhang.Storage.Office;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz verify-log</c>: whether the audit trail is whole (核验审计日志).</summary>
internal static class VerifyLogVerb
{
    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var database = CommonOptions.Database(session);
        var command = new Command("verify-log", session.Say("核验编报的审计日志和已存版本有没有被改过", "verify that the audit trail and frozen versions were not tampered with")) { database };
        command.SetAction(call => Run(session, call.GetValue(database)));
        return command;
    }

    private static int Run(Session session, string? database)
    {
        var address = StoreAddress.Parse(database);
        // Asking for what is not there must not make it.
        if (address.IsFile && !File.Exists(address.Text))
            return session.Refuse($"没有数据库 {address}：请用 --db 指明", $"there is no database {address}: name one by --db");
        return StoreInput.With(session, database, async (_, store) =>
        {
            var (entries, fault) = await new OfficeDesk(store, TimeProvider.System).Trail.VerifyAsync(CancellationToken.None).ConfigureAwait(false);
            if (fault is not null)
            {
                session.Output.WriteLine(session.Say($"审计日志不完整：{fault}", $"the trail is broken: {fault}"));
                return ExitStatus.Found;
            }

            session.Output.WriteLine(session.Say($"审计日志完整：{entries} 条，首尾相接，没有改动", $"the trail is whole: {entries} entries, none changed"));
            return ExitStatus.Fine;
        });
    }
}
