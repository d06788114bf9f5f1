using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;
using Mingzhang.Documents.Reading;
using Mingzhang.Generation;

namespace Mingzhang.Bench;

/// <summary>What the benchmarks work on: the data of this checkout, its samples, a large generated department.</summary>
internal sealed class World(string home)
{
    private readonly Dictionary<string, Ledger> _samples = [];
    private IReadOnlyList<Edition>? _editions;
    private Ledger? _large;

    public static IReadOnlyList<string> Samples { get; } = ["qingshan-2022", "dongxihu-2024"];

    /// <summary>The checkout.</summary>
    public string Home => home;

    public DataFolder Data { get; } = new(Path.Combine(home, "data"));

    public IReadOnlyList<Edition> Editions => _editions ??= [.. Data.Editions.Editions];

    /// <summary>A department of 2,000 units and 200,000 lines, by the national budget forms.</summary>
    public Ledger Large => _large ??= new LedgerGenerator(Data.Editions.Find("national-budget")!, Data.Catalogue).Large(new DeterministicRandom(2022));

    /// <summary>The published documents in text that lie beside the checkout; none where there are none.</summary>
    public IReadOnlyList<string> Seeds
    {
        get
        {
            var folder = Path.Combine(home, "..", "shared", "seeds");
            return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal)] : [];
        }
    }

    /// <summary>A published PDF that lies beside the checkout; null where there is none.</summary>
    public string? RealPdf
    {
        get
        {
            var folder = Path.Combine(home, "..", "shared", "real");
            return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.pdf").Order(StringComparer.Ordinal).FirstOrDefault() : null;
        }
    }

    /// <summary>Reads a published document as the command line does.</summary>
    public ReadResult<Disclosure> Read(string path, byte[] content) => DisclosureReader.Read(path, content, Editions, Data.Catalogue, () => Data.Rules);

    public Ledger Sample(string name)
    {
        if (!_samples.TryGetValue(name, out var ledger))
            _samples[name] = ledger = LedgerLoader.Load(Path.Combine(home, "samples", name), Data.Catalogue).Ledger!;
        return ledger;
    }

    public Disclosure Compile(Ledger ledger) =>
        Compiler.Compile(ledger, Data.Editions.Find((ledger.Settings.BudgetEdition ?? ledger.Settings.FinalEdition)!)!, Data.Catalogue);

    /// <summary>Compiled with its narrative.</summary>
    public Disclosure Narrated(Ledger ledger) =>
        Compiler.Compile(ledger, Data.Editions.Find((ledger.Settings.BudgetEdition ?? ledger.Settings.FinalEdition)!)!, Data.Catalogue, Data.Outlines);

    public AuditReport Audit(Disclosure disclosure) => Auditor.Audit(disclosure, Editions, Data.Rules, Data.Catalogue, Data.Wordings);
}
