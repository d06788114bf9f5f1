using System.Collections.Concurrent;
using System.Globalization;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Generation;

namespace Mingzhang.Laws.Tests;

/// <summary>Runs a law over generated ledgers and, where it fails, finds the smallest that shows it.</summary>
internal static class GeneratedLedgers
{
    /// <summary>Ledgers over all editions together; MINGZHANG_FUZZ asks for ten times as many.</summary>
    public static int Count { get; } = Environment.GetEnvironmentVariable("MINGZHANG_FUZZ") is null ? 10_000 : 100_000;

    private const int Largest = 60;

    // So many ledgers that break a law show it well enough.
    private const int Enough = 10;

    /// <summary>Fails with the smallest ledger of one edition that breaks the law.</summary>
    public static void Keep(string edition, Func<Disclosure, ulong, string?> law, int? count = null)
    {
        if (Broken(Product.Data.Editions.Find(edition)!, law, count) is { } broken)
            Assert.Fail(broken);
    }

    /// <summary>Fails with the first ledger of one edition that breaks a law about the ledger itself.</summary>
    public static void KeepLedger(string edition, Func<Core.Ledgers.Ledger, Edition, string?> law, int count)
    {
        var form = Product.Data.Editions.Find(edition)!;
        var generator = new LedgerGenerator(form, Product.Data.Catalogue);
        for (var seed = 0; seed < count; seed++)
        {
            if (law(generator.Small(new DeterministicRandom((ulong)seed), Largest), form) is { } fault)
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"seed {seed} of {edition}: {fault}"));
        }
    }

    /// <summary>The same for a law that adds to the ledger; it is given what decides.</summary>
    public static void KeepLedger(string edition, Func<Core.Ledgers.Ledger, Edition, DeterministicRandom, string?> law, int count)
    {
        var form = Product.Data.Editions.Find(edition)!;
        var generator = new LedgerGenerator(form, Product.Data.Catalogue);
        for (var seed = 0; seed < count; seed++)
        {
            var random = new DeterministicRandom((ulong)seed);
            if (law(generator.Small(random, Largest), form, random) is { } fault)
                Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"seed {seed} of {edition}: {fault}"));
        }
    }

    /// <summary>Checks a law for every ledger of one edition.</summary>
    /// <param name="edition">The edition.</param>
    /// <param name="law">What is wrong with the compiled disclosure; null when the law holds. The number is the seed.</param>
    /// <param name="count">How many ledgers; null for an edition's share of all.</param>
    /// <returns>What is wrong with the smallest ledger that breaks the law; null when all keep it.</returns>
    public static string? Broken(Edition edition, Func<Disclosure, ulong, string?> law, int? count = null)
    {
        var generator = new LedgerGenerator(edition, Product.Data.Catalogue);
        var failures = new ConcurrentBag<ulong>();
        count ??= (Count + Product.Editions.Count - 1) / Product.Editions.Count;
        var tried = 0;
        Parallel.For(0, count.Value, (seed, loop) =>
        {
            Interlocked.Increment(ref tried);
            if (Try(generator, edition, (ulong)seed, Largest, law) is null)
                return;
            failures.Add((ulong)seed);
            if (failures.Count >= Enough)
                loop.Stop();
        });
        if (failures.IsEmpty)
            return null;
        var smallest = failures
            .Order().Take(Enough)
            .Select(seed => (seed, size: Enumerable.Range(0, Largest + 1).First(size => size == Largest || Try(generator, edition, seed, size, law) is not null)))
            .MinBy(f => f.size);
        var what = Try(generator, edition, smallest.seed, smallest.size, law);
        return string.Create(CultureInfo.InvariantCulture, $"{failures.Count} of {tried} ledgers of {edition.Id}; the smallest is seed {smallest.seed}, size {smallest.size}:\n{what}");
    }

    private static string? Try(LedgerGenerator generator, Edition edition, ulong seed, int size, Func<Disclosure, ulong, string?> law) =>
        law(Product.Compile(generator.Small(new DeterministicRandom(seed), size), edition), seed);
}
