namespace Mingzhang.Cli.Tests;

public sealed class StoreVerbTests : Folder
{
    [Fact]
    public void What_is_imported_is_exported_equal()
    {
        Assert.Equal(ExitStatus.Fine, Calls.Run("import", Sample("qingshan-2022"), "--db", At("a.db")).Status);
        Assert.Equal(ExitStatus.Fine, Calls.Run("export", "--db", At("a.db"), "--out", At("out")).Status);
        Assert.Equal(Compiled(Sample("qingshan-2022")), Compiled(At("out")));
        // The export is what an export of its import is, to the byte.
        Assert.Equal(ExitStatus.Fine, Calls.Run("import", At("out"), "--db", At("b.db")).Status);
        Assert.Equal(ExitStatus.Fine, Calls.Run("export", "--db", At("b.db"), "--out", At("again")).Status);
        Assert.Equal(Contents(At("out")), Contents(At("again")));
    }

    [Fact]
    public void Several_ledgers_are_exported_into_a_folder_each_and_one_can_be_picked()
    {
        Calls.Run("import", Sample("qingshan-2022"), "--db", At("a.db"));
        Calls.Run("import", Sample("caidian-2025"), "--db", At("a.db"));
        Assert.Equal(ExitStatus.Fine, Calls.Run("export", "--db", At("a.db"), "--out", At("all")).Status);
        Assert.Equal(2, Directory.GetDirectories(At("all")).Length);
        Assert.Equal(ExitStatus.Fine, Calls.Run("export", "--year", "2025", "--db", At("a.db"), "--out", At("one")).Status);
        Assert.Equal(Compiled(Sample("caidian-2025")), Compiled(At("one")));
    }

    [Fact]
    public void A_ledger_with_a_mistake_is_not_imported_at_all()
    {
        Calls.Run("import", Sample("caidian-2025"), "--db", At("a.db"));
        Calls.Run("export", "--db", At("a.db"), "--out", At("wrong"));
        File.AppendAllText(At("wrong", "预算支出.csv"), "999,42011422056R000000268,人员类,2101550,30101,一般公共预算,本年,12.5x\n");

        var outcome = Calls.Run("import", At("wrong"), "--db", At("b.db"));

        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        Assert.Contains("处错误", outcome.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("b.db")));
    }

    [Fact]
    public void A_folder_with_files_in_it_is_not_written_over()
    {
        Calls.Run("import", Sample("caidian-2025"), "--db", At("a.db"));
        Write("out/notes.txt", "mine");
        var outcome = Calls.Run("export", "--db", At("a.db"), "--out", At("out"));
        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        Assert.Contains("里已有文件，没有写入", outcome.Error, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(At("out", "notes.txt")));
    }

    [Fact]
    public void What_the_database_does_not_hold_is_told_with_what_it_holds()
    {
        Calls.Run("import", Sample("caidian-2025"), "--db", At("a.db"));
        Assert.Contains("现有：", Calls.Run("export", "没有的局", "--db", At("a.db"), "--out", At("out")).Error, StringComparison.Ordinal);
        Assert.Contains("还没有台账库", Calls.Run("export", "--db", At("none.db"), "--out", At("out")).Error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("none.db")));
    }

    [Fact]
    public void A_file_that_is_no_database_is_told_in_one_line()
    {
        Write("notes.db", string.Concat(Enumerable.Repeat("no database\n", 200)));
        var outcome = Calls.Run("import", Sample("caidian-2025"), "--db", At("notes.db"));
        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        Assert.Contains("已损坏，没有改动它", Assert.Single(outcome.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    private static string Compiled(string ledger) => Calls.Run("compile", ledger, "--json", "-").Output;

    private static Dictionary<string, string> Contents(string folder) =>
        Directory.GetFiles(folder).ToDictionary(f => Path.GetFileName(f), File.ReadAllText, StringComparer.Ordinal);
}
