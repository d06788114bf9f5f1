using Mingzhang.Core.Auditing;
using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Samples.Tests;

/// <summary>The product's data, the samples, and the real documents beside the checkout.</summary>
internal static class World
{
    private static readonly string Root = FindRoot();

    public static DataFolder Data { get; } = new(Path.Combine(Root, "data"));

    public static IReadOnlyList<Edition> Editions { get; } = [.. Data.Editions.Editions];

    public static string Sample(string name, string file = "") => Path.Combine(Root, "samples", name, file);

    public static string Shared(string relative)
    {
        var path = Path.Combine(Path.GetDirectoryName(Root)!, "shared", relative);
        Assert.SkipUnless(File.Exists(path), $"../shared/{relative} is not here");
        return path;
    }

    public static Disclosure Compiled(string sample)
    {
        var load = LedgerLoader.Load(Sample(sample), Data.Catalogue);
        Assert.True(load.Ledger is not null, string.Join('\n', load.Mistakes));
        var settings = load.Ledger.Settings;
        var edition = Data.Editions.Find((settings.BudgetEdition ?? settings.FinalEdition)!);
        Assert.NotNull(edition);
        return Compiler.Compile(load.Ledger, edition, Data.Catalogue, Data.Outlines);
    }

    public static Disclosure Published(string relative)
    {
        var path = Shared(relative);
        var read = DisclosureReader.Read(relative, File.ReadAllBytes(path), Editions, Data.Catalogue, () => Data.Rules);
        Assert.True(read.IsRead, read.Error);
        return read.Value;
    }

    public static AuditReport Audit(Disclosure disclosure) => Auditor.Audit(disclosure, Editions, Data.Rules, Data.Catalogue);

    private static string FindRoot()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Mingzhang.slnx")))
                return at.FullName;
        }

        throw new InvalidOperationException("The tests run inside the repository.");
    }
}
