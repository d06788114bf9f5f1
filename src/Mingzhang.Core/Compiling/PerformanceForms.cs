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
    /// <param name="which">Which forms.</param>
    public static Disclosure Compile(Ledger ledger, Edition edition, ClassificationCatalogue catalogue, string title, FormChoice which = FormChoice.All)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(edition);
        var facts = new DocumentFacts(null, null, ledger.Settings.Agency, ledger.Settings.Year, edition.Id, null) { Title = title };
        var layouts = which == FormChoice.Merged ? edition with { Performance = [.. edition.Performance.Where(l => l.IsMerged)] } : edition;
        return new Disclosure(facts, [], PerformanceCompiler.Forms(ledger, layouts, new LineTable(ledger, catalogue), merged: true), []);
    }
}

/// <summary>Which performance forms are wanted.</summary>
public enum FormChoice
{
    /// <summary>All, merged ones with them.</summary>
    All,

    /// <summary>Those of several projects merged.</summary>
    Merged,
}
