using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Text;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Reading.Html;

/// <summary>
/// Tokens of a page to lines and tables, in one pass without a tree: depth and errors of a hostile page cost nothing.
/// </summary>
internal sealed class HtmlLayout
{
    /// <summary>Tables inside tables; sites nest a few for their layout.</summary>
    private const int DeepestTable = 64;

    private readonly Stack<HtmlTableDraft> _tables = new();
    private readonly HtmlLine _line = new();
    private HtmlTokenizer _tokens = null!;
    private HtmlSkip? _skip;
    private int _headers;
    private bool _inTitle;
    private int _heading;

    /// <summary>Lines and tables in reading order.</summary>
    public List<SourceBlock> Blocks { get; } = [];

    /// <summary>What the page says of itself outside its text.</summary>
    public List<string> Titles { get; } = [];

    /// <summary>Id of the edition the page names; null when it names none.</summary>
    public string? Edition { get; private set; }

    /// <summary>Reads the page; false when a table goes beyond all bounds.</summary>
    public bool Read(string text, CancellationToken cancellation)
    {
        using var source = new TextSource(text);
        using var tokens = new HtmlTokenizer(source, (AngleSharp.Dom.IEntityProvider)HtmlEntityProvider.Resolver);
        tokens.SkipComments = true;
        // A tag may carry millions of attributes; these few matter.
        tokens.ShouldEmitAttribute = (ref _, name) => HtmlNames.Attributes.Contains(name.ToString());
        _tokens = tokens;
        for (var count = 1; ; count++)
        {
            if (count % 4096 == 0)
                cancellation.ThrowIfCancellationRequested();
            var token = tokens.Get();
            if (token.Type == HtmlTokenType.EndOfFile)
                break;
            if (!Take(token))
                return false;
        }

        Break();
        while (_tables.Count > 0)
        {
            if (!CloseTable())
                return false;
        }

        RankHeadings();
        return true;
    }

    // Whatever level a page begins its headings with is its first.
    private void RankHeadings()
    {
        var top = Blocks.OfType<TextLine>().Where(l => l.Heading > 0).Select(l => l.Heading).DefaultIfEmpty(1).Min();
        for (var i = 0; i < Blocks.Count; i++)
        {
            if (Blocks[i] is TextLine { Heading: > 0 } line)
                Blocks[i] = line with { Heading = line.Heading - top + 1 };
        }
    }

    private bool Take(HtmlToken token)
    {
        switch (token.Type)
        {
            case HtmlTokenType.Character when _skip is null:
                _line.Append(token.Data, token.Position.Line);
                return true;
            case HtmlTokenType.StartTag:
                return Open(token.AsTag());
            case HtmlTokenType.EndTag:
                _tokens.State = HtmlParseMode.PCData;
                return Close(token.Name);
            default:
                return true;
        }
    }

    private bool Open(HtmlTagToken tag)
    {
        var name = tag.Name;
        _tokens.State = HtmlNames.Mode(name);
        if (_skip is not null)
        {
            _skip.Open(name, tag.IsSelfClosing);
            return true;
        }

        if (HtmlNames.IsSkipped(tag))
        {
            Break();
            if (!HtmlNames.Void.Contains(name) && !tag.IsSelfClosing)
                _skip = new HtmlSkip(name);
            return true;
        }

        if (HtmlNames.Blocks.Contains(name))
            Break(isParagraph: name != "br");
        _heading = HtmlNames.Heading(name) ?? _heading;
        switch (name)
        {
            case "title":
                _inTitle = true;
                Break();
                break;
            case "meta" when tag.GetAttribute("name") is { } meta && HtmlNames.TitleMeta.Contains(meta):
                Titles.Add(tag.GetAttribute("content").Trim());
                break;
            case "meta" when tag.GetAttribute("name") == HtmlNames.EditionMeta && tag.GetAttribute("content") is { Length: > 0 } edition:
                Edition = edition;
                break;
            case "input" when string.Equals(tag.GetAttribute("type"), "checkbox", StringComparison.OrdinalIgnoreCase):
                _line.Append(tag.Attributes.Exists(a => a.Name == "checked") ? "☑" : "□", tag.Position.Line);
                break;
            case "header":
                _headers++;
                break;
            case "table":
                _tables.Push(new HtmlTableDraft(new Place(Line: tag.Position.Line)));
                return _tables.Count <= DeepestTable;
            case "caption" when _tables.TryPeek(out var captioned):
                captioned.Caption();
                break;
            case "tr" when _tables.TryPeek(out var table):
                table.Row();
                break;
            case "td" or "th" when _tables.TryPeek(out var table):
                table.Cell(tag.GetAttribute("colspan"), tag.GetAttribute("rowspan"), new Place(Line: tag.Position.Line));
                break;
        }

        return true;
    }

    private bool Close(string name)
    {
        if (_skip is not null)
        {
            if (_skip.Close(name))
                _skip = null;
            return true;
        }

        if (HtmlNames.Blocks.Contains(name) || name == "title")
            Break(isParagraph: name != "br");
        if (HtmlNames.Heading(name) is not null)
            _heading = 0;
        switch (name)
        {
            case "title":
                _inTitle = false;
                break;
            case "header" when _headers > 0:
                _headers--;
                break;
            case "table" when _tables.Count > 0:
                return CloseTable();
            case "td" or "th" or "caption" when _tables.TryPeek(out var table):
                table.EndCell();
                break;
        }

        return true;
    }

    // Ends the line.
    private void Break(bool isParagraph = true)
    {
        var at = new Place(Line: _line.Number);
        if (_line.Take() is not { Length: > 0 } text)
            return;
        if (_inTitle || _headers > 0)
            Titles.Add(text);
        else
            Add([new TextLine(text, at) { IsParagraph = isParagraph, Heading = _heading }]);
    }

    private bool CloseTable()
    {
        Break();
        if (_tables.Pop().Done() is not { } blocks)
            return false;
        Add(blocks);
        return true;
    }

    private void Add(IReadOnlyList<SourceBlock> blocks)
    {
        if (_tables.TryPeek(out var table))
            table.Add(blocks);
        else
            Blocks.AddRange(blocks);
    }
}
