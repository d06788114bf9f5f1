namespace Mingzhang.Cli.Tests;

public sealed class BackupVerbTests : Folder
{
    [Fact]
    public void A_copy_is_restored_on_a_fresh_machine()
    {
        Calls.Run("import", Sample("qingshan-2022"), "--db", At("a.db"));
        Assert.Equal(ExitStatus.Fine, Calls.Run("backup", At("copy"), "--db", At("a.db")).Status);
        Assert.Equal(ExitStatus.Fine, Calls.Run("restore", At("copy"), "--db", At("new/b.db")).Status);
        Calls.Run("export", "--db", At("a.db"), "--out", At("one"));
        Calls.Run("export", "--db", At("new/b.db"), "--out", At("two"));
        foreach (var file in Directory.GetFiles(At("one")))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(At("two"), Path.GetFileName(file))));
        Assert.Contains("审计日志完整：0 条", Calls.Run("verify-log", "--db", At("new/b.db")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_written_over()
    {
        Calls.Run("import", Sample("qingshan-2022"), "--db", At("a.db"));
        Calls.Run("backup", At("copy"), "--db", At("a.db"));
        Assert.Contains("已经存在", Calls.Run("backup", At("copy"), "--db", At("a.db")).Error, StringComparison.Ordinal);
        Assert.Contains("没有改动它", Calls.Run("restore", At("copy"), "--db", At("a.db")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_copy_is_refused()
    {
        File.WriteAllText(At("notes"), "these are notes, not a database");
        Assert.Contains("不是明账的数据库", Calls.Run("restore", At("notes"), "--db", At("b.db")).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("b.db")));
        Assert.Contains("没有数据库", Calls.Run("verify-log", "--db", At("none.db")).Error, StringComparison.Ordinal);
    }
}
