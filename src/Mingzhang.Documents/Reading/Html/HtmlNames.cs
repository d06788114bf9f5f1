using System.Collections.Frozen;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;

namespace Mingzhang.Documents.Reading.Html;

/// <summary>What the names of elements mean for the layout.</summary>
internal static class HtmlNames
{
    /// <summary>Attributes that are looked at.</summary>
    public static FrozenSet<string> Attributes { get; } = Set("colspan rowspan hidden style type checked name content");

    /// <summary>Elements without an end.</summary>
    public static FrozenSet<string> Void { get; } = Set("area base br col embed hr img input link meta source track wbr");

    /// <summary>Elements that begin and end a line.</summary>
    public static FrozenSet<string> Blocks { get; } = Set(
        "address article aside blockquote body br caption center col colgroup dd details dialog div dl dt fieldset figcaption figure form h1 h2 h3 h4 h5 h6 " +
        "header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul");

    /// <summary>Names of meta elements that hold the title of the article; government sites must give the second.</summary>
    public static FrozenSet<string> TitleMeta { get; } = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "title", "ArticleTitle");

    /// <summary>Name of the meta element by which our own pages name their edition.</summary>
    public const string EditionMeta = "mingzhang.edition";

    // What is no text of the page, or its site's rather than its own.
    private static readonly FrozenSet<string> Skipped = Set(
        "script style noscript template svg math nav footer aside select button textarea iframe object audio video canvas map noframes noembed xmp");

    /// <summary>Whether an element is passed over with all that is in it.</summary>
    public static bool IsSkipped(HtmlTagToken tag) =>
        Skipped.Contains(tag.Name)
        || tag.Attributes.Exists(a => a.Name == "hidden")
        || (tag.Attributes.Count > 0 && tag.GetAttribute("style") is { Length: > 0 } style
            && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));

    /// <summary>Level of a heading element; null for others.</summary>
    public static int? Heading(string name) => name is ['h', >= '1' and <= '6'] ? name[1] - '0' : null;

    /// <summary>How what follows the start of an element is cut into tokens.</summary>
    public static HtmlParseMode Mode(string name) => name switch
    {
        "script" => HtmlParseMode.Script,
        "style" or "xmp" or "iframe" or "noembed" or "noframes" => HtmlParseMode.Rawtext,
        "title" or "textarea" => HtmlParseMode.RCData,
        _ => HtmlParseMode.PCData,
    };

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}

/// <summary>An element that is being passed over.</summary>
/// <param name="name">Its name.</param>
internal sealed class HtmlSkip(string name)
{
    private int _depth = 1;

    public void Open(string inner, bool isClosed)
    {
        if (inner == name && !isClosed)
            _depth++;
    }

    /// <summary>Takes an end; true when it ends the element.</summary>
    public bool Close(string inner) => inner == name && --_depth == 0;
}
