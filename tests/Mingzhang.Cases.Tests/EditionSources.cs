using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Data.Editions;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Cases.Tests;

/// <summary>The product's edition files, with one more beside them.</summary>
internal static class EditionSources
{
    /// <summary>Loads the product's editions and one more; mistakes of form and of formulas come together.</summary>
    public static (EditionLibrary Library, List<string> Mistakes) With(string id, string yaml)
    {
        var sources = Directory.GetFiles(Path.Combine(Product.Root, "data", "editions"), "*.yaml")
            .Select(f => new EditionSource(Path.GetFileName(f), File.ReadAllText(f))).Append(new EditionSource(id + ".yaml", yaml));
        var mistakes = new List<DataMistake>();
        var library = EditionLibrary.Parse(sources, Product.Data.Catalogue, mistakes);
        return (library, [.. mistakes.Select(m => m.ToString()), .. library.Editions.SelectMany(FormulaCatalogue.Check).Select(m => m.ToString())]);
    }
}
