using System.Xml;

namespace Mingzhang.Documents.Reading.Packages;

/// <summary>The edition of its forms among the keywords of a document (文档属性中的表样版本): forms that print alike are told apart by it.</summary>
internal static class PackageEdition
{
    private const string Prefix = "表样 ";
    private const int LargestProperties = 1024 * 1024;

    /// <summary>The keyword; null for none.</summary>
    public static string? Keyword(string? edition) => edition is null ? null : Prefix + edition;

    /// <summary>The edition that a text of keywords names; null when it names none.</summary>
    public static string? Of(string? keywords) =>
        keywords?.Split(',', ';', '；', '，').Select(k => k.Trim()).FirstOrDefault(k => k.StartsWith(Prefix, StringComparison.Ordinal))?[Prefix.Length..];

    /// <summary>The edition that the properties of a package name; null when they name none or cannot be read: they are no part of the text.</summary>
    public static string? Of(ZipPackage package)
    {
        try
        {
            var relations = package.Xml("_rels/.rels", LargestProperties);
            var target = relations?.Elements().FirstOrDefault(r => ((string?)r.Attribute("Type"))?.EndsWith("/core-properties", StringComparison.Ordinal) == true)?.Attribute("Target")?.Value;
            return target is null ? null : Of(package.Xml(target.TrimStart('/'), LargestProperties)?.Elements().FirstOrDefault(e => e.Name.LocalName == "keywords")?.Value);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            return null;
        }
    }
}
