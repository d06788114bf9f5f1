using Mingzhang.Core.Auditing;
using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Laws.Tests;

/// <summary>The product as it stands in this checkout: its data, its samples, and the verbs.</summary>
internal static class Product
{
    /// <summary>data/.</summary>
    public static DataFolder Data { get; } = new(Path.Combine(Root(), "data"));

    /// <summary>samples/.</summary>
    public static string Samples { get; } = Path.Combine(Root(), "samples");

    /// <summary>All editions.</summary>
    public static IReadOnlyList<Edition> Editions { get; } = [.. Data.Editions.Editions];

    /// <summary>Compiles a ledger for an edition.</summary>
    public static Disclosure Compile(Ledger ledger, Edition edition) => Compiler.Compile(ledger, edition, Data.Catalogue, Data.Outlines);

    /// <summary>Audits a disclosure by everything in data/.</summary>
    public static AuditReport Audit(Disclosure disclosure) => Auditor.Audit(disclosure, Editions, Data.Rules, Data.Catalogue, Data.Wordings);

    /// <summary>A disclosure made ready for its audit.</summary>
    public static AuditedDocument Prepare(Disclosure disclosure) => AuditedDocument.Prepare(disclosure, Editions, Data.Rules);

    /// <summary>A sample's ledger, compiled for the edition it names.</summary>
    public static Disclosure Sample(string name)
    {
        var (ledger, edition) = SampleLedger(name);
        return Compile(ledger, edition);
    }

    /// <summary>A sample's ledger, and the edition it names.</summary>
    public static (Ledger Ledger, Edition Edition) SampleLedger(string name)
    {
        var ledger = LedgerLoader.Load(Path.Combine(Samples, name), Data.Catalogue).Ledger!;
        return (ledger, Data.Editions.Find((ledger.Settings.BudgetEdition ?? ledger.Settings.FinalEdition)!)!);
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mingzhang.slnx")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests lie outside a checkout.");
    }
}
