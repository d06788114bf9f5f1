using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Cases.Tests;

/// <summary>The product's own data and samples, read once for all tests.</summary>
internal static class Product
{
    public static string Root { get; } = FindRoot();

    public static DataFolder Data { get; } = new(Path.Combine(Root, "data"));

    /// <summary>The ledgers of samples/, and the made-up one with money of every kind, by folder name.</summary>
    public static SortedDictionary<string, Ledger> Samples { get; } = new(
        Directory.GetDirectories(Path.Combine(Root, "samples")).Append(Path.Combine(Root, "tests", "Cases", "台账"))
            .ToDictionary(f => Path.GetFileName(f), LoadLedger), StringComparer.Ordinal);

    /// <summary>Every formula within one document: of forms and between tables; a formula that a patch repeats comes once.</summary>
    public static IReadOnlyList<Formula> Formulas { get; } =
        [.. Data.Calculations.DistinctBy(f => (f.Id, f.Source.Text)), .. Data.Rules.Where(r => r.Scope != FormulaScope.Documents)];

    /// <summary>Every formula between this document and a related one.</summary>
    public static IReadOnlyList<Formula> FormulasBetweenDocuments { get; } = [.. Data.Rules.Where(r => r.Scope == FormulaScope.Documents)];

    public static Ledger LoadLedger(string folder)
    {
        var load = LedgerLoader.Load(folder, Data.Catalogue);
        return load.Ledger ?? throw new InvalidOperationException(string.Join('\n', load.Mistakes));
    }

    /// <summary>The whole product's answer to a document: findings of one edition and all rules.</summary>
    public static AuditReport Audit(Disclosure disclosure, Edition edition) => Auditor.Audit(disclosure, [edition], Data.Rules, Data.Catalogue);

    /// <summary>What a sample publishes by an edition of its kind; null when it holds nothing of that kind.</summary>
    public static Disclosure? Compile(Ledger ledger, Edition edition)
    {
        var own = edition.Kind == DisclosureKind.Budget ? ledger.Settings.BudgetEdition : ledger.Settings.FinalEdition;
        return own is null ? null : Compiler.Compile(ledger, edition, Data.Catalogue);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Mingzhang.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the checkout.");
    }
}
