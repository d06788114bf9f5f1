namespace Mingzhang.Cli.Tests;

public sealed class DemoTests : Folder
{
    [Fact]
    public void A_made_up_bureau_is_made_once_in_a_new_database()
    {
        var db = At("示范.db");
        var made = Calls.Run("demo", "--share", "1000", "--db", db);
        Assert.True(made.Status == ExitStatus.Fine, made.Error);
        Assert.Contains("账号 demo-review（审核人），一次性密码 ", made.Output, StringComparison.Ordinal);
        Assert.Contains("全部记录都是编造的", made.Output, StringComparison.Ordinal);
        Assert.Equal(ExitStatus.Fine, Calls.Run("verify-log", "--db", db).Status);

        var again = Calls.Run("demo", "--db", db);
        Assert.Equal(ExitStatus.Unusable, again.Status);
        Assert.Contains("没有改动它", again.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    public void A_share_outside_its_range_is_refused_by_its_value(string share)
    {
        var refused = Calls.Run("demo", "--share", share, "--db", At("x.db"));
        Assert.Equal(ExitStatus.Unusable, refused.Status);
        Assert.Contains($"--share {share}", refused.Error, StringComparison.Ordinal);
    }
}
