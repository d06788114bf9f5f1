using Mingzhang.Core.Classifications;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Performance;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Editions;

/// <summary>The edition files of a folder (表样库). Local and yearly editions are patches of a base (底本).</summary>
public sealed class EditionLibrary
{
    private readonly Dictionary<string, Edition> _editions;

    private EditionLibrary(Dictionary<string, Edition> editions) => _editions = editions;

    /// <summary>All editions, in order of id.</summary>
    public IEnumerable<Edition> Editions => _editions.Values.OrderBy(e => e.Id, StringComparer.Ordinal);

    /// <summary>The edition with this id; null when there is none.</summary>
    public Edition? Find(string id) => _editions.GetValueOrDefault(id);

    /// <summary>Reads every <c>*.yaml</c> of the folder; all mistakes are collected, and a file with mistakes gives no edition.</summary>
    /// <param name="folder">data/editions.</param>
    /// <param name="catalogue">The classifications, for the names of the 类 and the members of conditions.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static EditionLibrary Load(string folder, ClassificationCatalogue catalogue, ICollection<DataMistake> mistakes) => Load(folder, catalogue, new([]), mistakes);

    /// <summary>The same with the schemes by which their self-evaluation forms are scored.</summary>
    /// <param name="folder">data/editions.</param>
    /// <param name="catalogue">The classifications.</param>
    /// <param name="schemes">评分办法.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static EditionLibrary Load(string folder, ClassificationCatalogue catalogue, ScoringSchemes schemes, ICollection<DataMistake> mistakes)
    {
        var sources = Directory.EnumerateFiles(folder, "*.yaml").Select(path => new EditionSource(Path.GetFileName(path), File.ReadAllText(path)));
        var library = Parse(sources.OrderBy(s => s.Id, StringComparer.Ordinal), catalogue, mistakes);
        return new EditionLibrary(library._editions.ToDictionary(e => e.Key, e => e.Value with { Schemes = schemes }, StringComparer.Ordinal));
    }

    /// <summary>Reads editions from texts; a later text of the same file replaces an earlier one.</summary>
    public static EditionLibrary Parse(
        IEnumerable<EditionSource> sources, ClassificationCatalogue catalogue, ICollection<DataMistake> mistakes)
    {
        var maps = new Dictionary<string, DataMap>(StringComparer.Ordinal);
        foreach (var source in sources)
        {
            var map = YamlFile.Parse(source.Text, source.File, mistakes);
            if (map is not null)
                maps[source.Id] = map;
        }

        var editions = new Dictionary<string, Edition>(StringComparer.Ordinal);
        var forms = new Dictionary<DataMap, Form>(ReferenceEqualityComparer.Instance);
        foreach (var (id, map) in maps)
        {
            var own = new List<DataMistake>();
            var whole = Resolve(map, maps, own, [id]);
            if (whole is not null && new EditionReader(catalogue, own, forms).Read(id, whole) is { } edition && own.Count == 0)
                editions[id] = edition;
            // A mistake in a base is met again in each of its patches, and told once.
            foreach (var mistake in own.Where(m => !mistakes.Contains(m)))
                mistakes.Add(mistake);
        }

        return new EditionLibrary(editions);
    }

    // Follows the chain of bases: the base first, then each patch on top.
    private static DataMap? Resolve(DataMap map, Dictionary<string, DataMap> maps, ICollection<DataMistake> mistakes, List<string> chain)
    {
        if (map["底本"] is not DataScalar { Value: { } baseId } reference)
            return map;
        if (chain.Contains(baseId) || !maps.TryGetValue(baseId, out var baseMap))
        {
            mistakes.Add(new DataMistake(
                reference.File, reference.Line, reference.Column,
                chain.Contains(baseId) ? $"底本“{baseId}”绕回了自己。" : $"找不到底本“{baseId}”，请检查 data/editions 下的文件名。"));
            return null;
        }

        chain.Add(baseId);
        return Resolve(baseMap, maps, mistakes, chain)?.PatchedBy(map, mistakes);
    }
}

/// <summary>An edition as written (表样文件).</summary>
/// <param name="File">File name; without its extension the id of the edition.</param>
/// <param name="Text">What it says.</param>
public sealed record EditionSource(string File, string Text)
{
    /// <summary>Id of the edition.</summary>
    public string Id => Path.GetFileNameWithoutExtension(File);
}
