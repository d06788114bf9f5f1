using System.CommandLine;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz serve</c>: the web site (网站). The site itself is another program, which <c>mz</c> starts for this verb.</summary>
internal static class ServeVerb
{
    /// <summary>Where it listens unless told otherwise: on this machine only.</summary>
    public const string DefaultUrls = "http://127.0.0.1:5080";

    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var urls = new Option<string>("--urls")
        {
            Description = session.Say("监听地址，几个用分号隔开", "addresses to listen on, parted by semicolons"),
            HelpName = DefaultUrls,
            DefaultValueFactory = _ => DefaultUrls,
        };
        var database = CommonOptions.Database(session);
        var office = new Option<bool>("--office") { Description = session.Say("新库是本单位的空库，不放样例", "a new database is an empty one of your own, without samples") };
        var command = new Command("serve", session.Say("启动网站：看公开文件、追溯每个数、审核、下载", "start the web site: read, trace every figure, audit, download")) { urls, database, office };
        command.SetAction(call => session.Serve is { } serve
            ? serve(session, new ServeRequest(call.GetRequiredValue(urls), call.GetValue(database), call.GetValue(office)))
            : session.Refuse("网站由 ./mz serve 启动：请运行它", "the web site is started by ./mz serve: run that"));
        return command;
    }
}
