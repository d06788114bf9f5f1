using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Mingzhang.Storage.Tests;

public sealed class PostgresStoreTests(PostgresServer server) : StoreSuite, IClassFixture<PostgresServer>, IDisposable
{
    private readonly string _keys = Directory.CreateTempSubdirectory("mz-keys-").FullName;

    public void Dispose() => Directory.Delete(_keys, recursive: true);

    [Fact]
    public async Task A_server_that_does_not_answer_is_told_without_the_password()
    {
        var opening = await Store.OpenAsync(StoreAddress.Parse("Host=127.0.0.1;Port=1;Username=u;Password=geheim;Database=d"), Cancellation);
        Assert.Null(opening.Store);
        Assert.Contains("连不上数据库 PostgreSQL 127.0.0.1/d", opening.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", opening.Problem, StringComparison.Ordinal);
    }

    private protected override DbContextOptions<StoreContext> Options(StoreAddress address) => new DbContextOptionsBuilder<StoreContext>().UseNpgsql(address.Text).Options;

    protected override StoreAddress NewAddress()
    {
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        return StoreAddress.Parse(server.NewDatabase()) with { KeyFile = Path.Combine(_keys, Guid.NewGuid().ToString("N")) };
    }

    protected override async Task Create(StoreAddress address)
    {
        var name = new NpgsqlConnectionStringBuilder(address.Text).Database;
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address.Text) { Database = "postgres", Pooling = false }.ToString());
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand($"create database {name}", connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
