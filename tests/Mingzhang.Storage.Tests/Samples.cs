using System.Text.Json;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Storage.Tests;

/// <summary>The sample ledgers of this checkout.</summary>
internal static class Samples
{
    private static readonly DataFolder Data = new(Path.Combine(Root(), "data"));

    public static IReadOnlyList<string> Names { get; } = [.. Directory.GetDirectories(Path.Combine(Root(), "samples")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    public static Ledger Load(string name) => LedgerLoader.Load(Path.Combine(Root(), "samples", name), Data.Catalogue).Ledger!;

    /// <summary>Everything a ledger holds, as text that can be compared.</summary>
    public static string Text(Ledger? ledger) => JsonSerializer.Serialize(ledger);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Mingzhang.slnx")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests lie outside a checkout.");
        return folder.FullName;
    }
}
