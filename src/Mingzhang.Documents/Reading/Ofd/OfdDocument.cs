using System.Xml;
using System.Xml.Linq;
using Mingzhang.Documents.Reading.Packages;

namespace Mingzhang.Documents.Reading.Ofd;

/// <summary>One document body of an OFD (GB/T 33190, 7.4): its pages, templates and resources, each found by the place its owner names.</summary>
internal sealed class OfdDocument
{
    private const int LargestPart = 10 * 1024 * 1024;
    private readonly ZipPackage _package;
    private readonly Dictionary<string, string> _templates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement?> _loaded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> _composites = new(StringComparer.Ordinal);
    private readonly (double Width, double Height)? _size;

    private OfdDocument(ZipPackage package, string root, XElement document)
    {
        _package = package;
        var common = Child(document, "CommonData");
        _size = Size(Child(common, "PageArea"));
        foreach (var template in Children(common, "TemplatePage"))
        {
            if ((string?)template.Attribute("ID") is { } id && Resolve(root, (string?)template.Attribute("BaseLoc")) is { } at)
                _templates[id] = at;
        }

        foreach (var resource in Children(common, "PublicRes").Concat(Children(common, "DocumentRes")))
            Resources(root, resource.Value);
        Pages = [.. Children(Child(document, "Pages"), "Page").Select(p => Resolve(root, (string?)p.Attribute("BaseLoc")) ?? "")];
    }

    /// <summary>The part of each page.</summary>
    public IReadOnlyList<string> Pages { get; }

    /// <summary>Opens the body whose root part is named; null when it is not there or no document.</summary>
    public static OfdDocument? Open(ZipPackage package, string? root) =>
        Resolve("", root) is { } at && Load(package, at) is { } document ? new OfdDocument(package, at, document) : null;

    /// <summary>Reads a page with its templates; null when it is missing or damaged.</summary>
    /// <param name="at">Its part.</param>
    public (OfdPage Page, double Height)? Page(string at)
    {
        if (Load(_package, at) is not { } content)
            return null;
        foreach (var resource in Children(content, "PageRes"))
            Resources(at, resource.Value);
        var page = new OfdPage(id => _composites.GetValueOrDefault(id));
        foreach (var template in Children(content, "Template"))
        {
            if ((string?)template.Attribute("TemplateID") is { } id && _templates.TryGetValue(id, out var part) && Once(part) is { } drawn)
                page.Draw(drawn);
        }

        page.Draw(content);
        var height = (Size(Child(content, "Area")) ?? _size)?.Height ?? 297;
        return (page, height * OfdPage.Millimetre);
    }

    /// <summary>The part that a place names, seen from the part that names it; null when it names none. Only parts of the package can be named so.</summary>
    public static string? Resolve(string from, string? place)
    {
        if (string.IsNullOrWhiteSpace(place))
            return null;
        var path = place.Trim().Replace('\\', '/');
        var folders = new List<string>();
        if (path[0] != '/')
            folders.AddRange(from.Split('/').SkipLast(1));
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                if (folders.Count == 0)
                    return null;
                folders.RemoveAt(folders.Count - 1);
            }
            else if (part != ".")
            {
                folders.Add(part);
            }
        }

        return string.Join('/', folders);
    }

    /// <summary>Reads a part; null when it is missing, damaged or too large.</summary>
    public static XElement? Load(ZipPackage package, string part)
    {
        try
        {
            return package.Xml(part, LargestPart);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException or IOException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Children of an element by their name, whatever its namespace: early files have another.</summary>
    public static IEnumerable<XElement> Children(XElement? parent, string name) => parent?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    /// <summary>The first such child.</summary>
    public static XElement? Child(XElement? parent, string name) => Children(parent, name).FirstOrDefault();

    private static (double Width, double Height)? Size(XElement? area) =>
        OfdNumbers.Box(Child(area, "PhysicalBox")?.Value) is { Width: > 0, Height: > 0 } box ? (box.Width, box.Height) : null;

    private void Resources(string from, string place)
    {
        if (Resolve(from, place) is not { } at || _loaded.ContainsKey(at) || Once(at) is not { } resources)
            return;
        foreach (var unit in Children(resources, "CompositeGraphicUnits").SelectMany(u => u.Elements()))
        {
            if ((string?)unit.Attribute("ID") is { } id && Child(unit, "Content") is { } content)
                _composites[id] = content;
        }
    }

    private XElement? Once(string part)
    {
        if (!_loaded.TryGetValue(part, out var element))
            _loaded[part] = element = Load(_package, part);
        return element;
    }
}
