using System.CommandLine;
using Mingzhang.Storage;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz backup</c>: a copy of the database while it is in use (备份).</summary>
internal static class BackupVerb
{
    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var file = new Argument<string>("FILE") { Description = session.Say("备份写到哪个新文件", "new file to write the copy to") };
        var database = CommonOptions.Database(session);
        var command = new Command("backup", session.Say("备份台账库，使用中也可以", "copy the database, even while it is in use")) { file, database };
        command.SetAction(call =>
        {
            var (address, target) = (StoreAddress.Parse(call.GetValue(database)), Path.GetFullPath(call.GetRequiredValue(file)));
            if (StoreBackup.Backup(address, target) is { } problem)
                return session.Refuse(problem);
            session.Output.WriteLine(session.Say($"已备份 {address} 到 {target}", $"copied {address} to {target}"));
            return ExitStatus.Fine;
        });
        return command;
    }
}

/// <summary><c>./mz restore</c>: a database out of its copy (恢复).</summary>
internal static class RestoreVerb
{
    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var file = new Argument<string>("FILE") { Description = session.Say("备份文件", "the copy") };
        var database = CommonOptions.Database(session);
        var command = new Command("restore", session.Say("由备份恢复台账库，不覆盖已有的", "restore the database from its copy; never over an existing one")) { file, database };
        command.SetAction(call =>
        {
            var address = StoreAddress.Parse(call.GetValue(database));
            if (StoreBackup.Restore(Path.GetFullPath(call.GetRequiredValue(file)), address) is { } problem)
                return session.Refuse(problem);
            session.Output.WriteLine(session.Say($"已恢复到 {address}", $"restored to {address}"));
            return ExitStatus.Fine;
        });
        return command;
    }
}
