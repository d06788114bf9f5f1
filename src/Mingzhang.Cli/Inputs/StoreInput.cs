using Mingzhang.Storage;

namespace Mingzhang.Cli.Inputs;

/// <summary>The database (台账库) a verb works on.</summary>
internal static class StoreInput
{
    /// <summary>Opens it, does the work, and waits; why it cannot be opened is told in one line.</summary>
    public static int With(Session session, string? address, Func<StoreOpening, Store, Task<int>> work) =>
        RunAsync(session, StoreAddress.Parse(address), work).GetAwaiter().GetResult();

    private static async Task<int> RunAsync(Session session, StoreAddress address, Func<StoreOpening, Store, Task<int>> work)
    {
        var opening = await Store.OpenAsync(address, CancellationToken.None).ConfigureAwait(false);
        if (opening.Store is not { } store)
            return session.Refuse(opening.Problem!);
        try
        {
            return await work(opening, store).ConfigureAwait(false);
        }
        catch (System.Data.Common.DbException e)
        {
            return session.Refuse(
                $"数据库 {address} 出错（{e.Message}），没有改动它：请检查磁盘空间、写权限，以及数据库是否正被占用",
                $"the database {address} failed ({e.Message}) and was not changed: check disk space, permissions and other programs");
        }
    }
}
