using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;
using Mingzhang.Documents.Publishing;

namespace Mingzhang.Documents.Tests.Publishing;

/// <summary>The samples of this checkout, compiled.</summary>
internal static class Samples
{
    public static string Root { get; } = Find();

    public static DataFolder Data { get; } = new(Path.Combine(Root, "data"));

    public static PublishContext Context { get; } = new([.. Data.Editions.Editions]);

    public static TheoryData<string> Names { get; } = [.. Directory.GetDirectories(Path.Combine(Root, "samples")).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    public static Disclosure Compile(string name)
    {
        var ledger = LedgerLoader.Load(Path.Combine(Root, "samples", name), Data.Catalogue).Ledger!;
        return Compiler.Compile(ledger, Data.Editions.Find((ledger.Settings.BudgetEdition ?? ledger.Settings.FinalEdition)!)!, Data.Catalogue);
    }

    /// <summary>A sample with everything that is published: tables, forms, narrative.</summary>
    public static Disclosure Whole(string name)
    {
        var ledger = LedgerLoader.Load(Path.Combine(Root, "samples", name), Data.Catalogue).Ledger!;
        return Compiler.Compile(ledger, Data.Editions.Find((ledger.Settings.BudgetEdition ?? ledger.Settings.FinalEdition)!)!, Data.Catalogue, Data.Outlines);
    }

    /// <summary>Publishes, which must succeed.</summary>
    public static IReadOnlyList<PublishedFile> Publish(string format, Disclosure disclosure)
    {
        var made = Publishers.Find(format)!.Publish(disclosure, Context, TestContext.Current.CancellationToken);
        Assert.True(made.IsRead, made.Error);
        return made.Value;
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mingzhang.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests lie outside a checkout.");
    }
}
