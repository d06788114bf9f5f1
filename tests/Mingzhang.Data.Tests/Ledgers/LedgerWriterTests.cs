using FsCheck;
using FsCheck.Fluent;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Data.Tests.Ledgers;

public sealed class LedgerWriterTests
{
    [Fact]
    public void What_is_written_is_read_back_the_same() =>
        Prop.ForAll(LedgerGenerator.Ledgers, ledger =>
        {
            using var folder = new TemporaryFolder();
            LedgerWriter.Write(ledger, folder.Path);
            var load = LedgerLoader.Load(folder.Path, SampleFolder.Catalogue);
            Assert.Empty(load.Mistakes);
            LedgerAssert.Same(ledger, load.Ledger!);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void A_folder_that_was_written_is_written_again_byte_by_byte()
    {
        using var folder = new SampleFolder();
        using var first = new TemporaryFolder();
        using var second = new TemporaryFolder();
        LedgerWriter.Write(folder.Load().Ledger!, first.Path);
        LedgerWriter.Write(LedgerLoader.Load(first.Path, SampleFolder.Catalogue).Ledger!, second.Path);
        var files = Directory.GetFiles(first.Path).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(8, files.Count);
        Assert.All(files, file => Assert.Equal(File.ReadAllBytes(Path.Combine(first.Path, file)), File.ReadAllBytes(Path.Combine(second.Path, file))));
    }

    [Fact]
    public void Files_of_a_stage_that_the_ledger_no_longer_has_are_removed()
    {
        using var folder = new SampleFolder();
        var ledger = folder.Load().Ledger!;
        folder.Write("决算支出.csv", SampleFolder.ExpenditureHeader);
        LedgerWriter.Write(ledger, folder.Path);
        Assert.Empty(folder.Mistakes());
    }

    [Theory]
    [InlineData("两\n行")]
    [InlineData(" 前有空格")]
    [InlineData("")]
    public void A_text_that_would_be_read_back_otherwise_is_not_written(string name)
    {
        using var folder = new SampleFolder();
        var ledger = folder.Load().Ledger!;
        var spoilt = ledger with { Units = [.. ledger.Units.Take(1), new BudgetUnit("202001", name, "202", "行政")] };
        Assert.Throws<ArgumentException>(() => LedgerWriter.Write(spoilt, folder.Path));
    }
}
