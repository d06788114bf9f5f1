using System.CommandLine;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz worker</c>: audits documents of the shared database (审核队列). The scheduler is in another program, which <c>mz</c> starts for this verb.</summary>
internal static class WorkerVerb
{
    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var database = CommonOptions.Database(session);
        var jobs = CommonOptions.Jobs(session);
        var added = new Option<string[]>("--add")
        {
            Description = session.Say("先把这些文件、文件夹放进队列", "first put these files or folders into the queue"),
            HelpName = "FILE-or-DIR",
            AllowMultipleArgumentsPerToken = true,
        };
        var lists = new Option<bool>("--list") { Description = session.Say("只列出队列：编号、进度、次数、节点、文件", "only list the queue") };
        var untilEmpty = new Option<bool>("--until-empty") { Description = session.Say("队列审完就结束；不填则一直等新文件", "end when the queue is done; default: wait for more") };
        var command = new Command("worker", session.Say("从共用的 PostgreSQL 队列取文件审核，可在几台机器上同时运行", "audit documents of a queue in PostgreSQL, on several machines")) { database, added, lists, untilEmpty, jobs };
        command.SetAction(call => session.Work is { } work
            ? work(session, new WorkRequest(call.GetValue(database), call.GetValue(added) ?? [], call.GetValue(lists), call.GetValue(untilEmpty), call.GetValue(jobs)))
            : session.Refuse("工作节点由 ./mz worker 启动：请运行它", "a worker is started by ./mz worker: run that"));
        return command;
    }
}
