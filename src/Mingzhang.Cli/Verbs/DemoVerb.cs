using System.CommandLine;
using Mingzhang.Cli.Inputs;
using Mingzhang.Demonstration;
using Mingzhang.Storage;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz demo</c>: a whole bureau with all its businesses, made up, in a new database (造示范区).</summary>
internal static class DemoVerb
{
    private const int Smallest = 1000;

    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var share = new Option<int>("--share")
        {
            Description = session.Say("只造几分之一，1 是整个区（三十万参保人），1000 最少", "make only one in so many; 1 is a whole district, 1000 the least"),
            DefaultValueFactory = _ => 1,
        };
        var database = CommonOptions.Database(session);
        var command = new Command("demo", session.Say("在新的台账库里造一个示范区，全部记录都是编造的", "make up a whole bureau in a new database")) { share, database };
        command.SetAction(call => call.GetValue(share) is var part and (< 1 or > Smallest)
            ? session.Refuse($"--share {part} 不行：请写 1 到 {Smallest} 的整数", $"--share {part}: a whole number from 1 to {Smallest}, please")
            : StoreInput.With(session, call.GetValue(database), (opening, store) => RunAsync(session, call.GetValue(share), opening, store)));
        return command;
    }

    private static async Task<int> RunAsync(Session session, int share, StoreOpening opening, Store store)
    {
        // Made-up persons and payments must never lie beside real ones.
        if (!opening.IsNew)
            return session.Refuse($"{store.Address} 已有数据，没有改动它：示范区只造在新的台账库里，请用 --db 另指一个新文件", $"{store.Address} has data already and was not changed: name a new file by --db");
        await store.SetUpAsync(isDemonstration: false, CancellationToken.None).ConfigureAwait(false);
        var (people, problem) = await new DemonstrationMaker(store, session.Data, TimeProvider.System).MakeAsync(share, session.Output.WriteLine, CancellationToken.None).ConfigureAwait(false);
        if (problem is not null)
            return session.Refuse(problem);
        foreach (var person in people)
            session.Output.WriteLine(session.Say($"账号 {person.Account}（{person.Role}），一次性密码 {person.Password}", $"account {person.Account} ({person.Role}), password for one use {person.Password}"));
        session.Output.WriteLine(session.Say($"示范区已造好，全部记录都是编造的。打开：./mz serve --office --db {store.Address}", $"made; open it by: ./mz serve --office --db {store.Address}"));
        return ExitStatus.Fine;
    }
}
