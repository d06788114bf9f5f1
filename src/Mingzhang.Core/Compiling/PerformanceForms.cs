using Mingzhang.Core.Classifications;
using Mingzhang.Core.Compiling.Performance;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Compiling;

/// <summary>Compiles performance forms by themselves (单独编制绩效表): monitoring in mid-year, self-evaluations before the final accounts.</summary>
public static class PerformanceForms
{
    /// <summary>The forms of an edition as a document without tables.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="edition">The forms.</param>
    /// <param name="catalogue">The classifications.</param>
    /// <param name="title">Title of the document.</param>
    public static Disclosure Compile(Ledger ledger, Edition edition, ClassificationCatalogue catalogue, string title)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(edition);
        var facts = new DocumentFacts(null, null, ledger.Settings.Agency, ledger.Settings.Year, edition.Id, null) { Title = title };
        return new Disclosure(facts, [], PerformanceCompiler.Forms(ledger, edition, new LineTable(ledger, catalogue)), []);
    }
}
