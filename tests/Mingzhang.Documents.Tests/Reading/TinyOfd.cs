using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Mingzhang.Documents.Tests.Reading;

/// <summary>Writes small OFD files (GB/T 33190) by hand, in millimetres: text by text objects, lines by path objects, as the programs of offices do.</summary>
internal sealed class TinyOfd(double width = 210, double height = 297)
{
    private const string Name = "xmlns:ofd=\"http://www.ofdspec.org/2016\"";
    private readonly List<List<string>> _bodies = [[]];
    private readonly Dictionary<string, string> _extra = new(StringComparer.Ordinal);
    private readonly StringBuilder _now = new();
    private readonly List<string> _templates = [];
    private string _resources = "";
    private int _id = 100;

    public string Title { get; init; } = "";

    public string? Edition { get; init; }

    /// <summary>Text whose baseline stands at y, in one object with the distances of its signs in short notation.</summary>
    public TinyOfd Text(double x, double y, string text, double size = 3.5)
    {
        var box = Of($"{x} {y - size} {Math.Max(1, text.Length * size)} {size * 1.3}");
        return Raw($"<ofd:TextObject ID=\"{_id++}\" Boundary=\"{box}\" Font=\"3\" Size=\"{Of($"{size}")}\"><ofd:TextCode X=\"0\" Y=\"{Of($"{size}")}\" DeltaX=\"{Distances(text, size)}\">{SecurityElement.Escape(text)}</ofd:TextCode></ofd:TextObject>");
    }

    /// <summary>Text with an object for each sign.</summary>
    public TinyOfd Signs(double x, double y, string text, double size = 3.5)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var step = Width(rune) * size;
            Raw($"<ofd:TextObject ID=\"{_id++}\" Boundary=\"{Of($"{x} {y - size} {step} {size * 1.3}")}\" Font=\"3\" Size=\"{Of($"{size}")}\"><ofd:TextCode X=\"0\" Y=\"{Of($"{size}")}\">{SecurityElement.Escape(rune.ToString())}</ofd:TextCode></ofd:TextObject>");
            x += step;
        }

        return this;
    }

    /// <summary>A line by its own object.</summary>
    public TinyOfd Line(double x1, double y1, double x2, double y2) => Raw(Of($"<ofd:PathObject ID=\"{_id++}\" Boundary=\"{x1} {y1} {x2 - x1 + 0.1} {y2 - y1 + 0.1}\" LineWidth=\"0.2\"><ofd:AbbreviatedData>M 0 0 L {x2 - x1} {y2 - y1}</ofd:AbbreviatedData></ofd:PathObject>"));

    /// <summary>Every border of a table from end to end.</summary>
    public TinyOfd Grid(double[] xs, double[] ys)
    {
        foreach (var x in xs)
            Line(x, ys[0], x, ys[^1]);
        foreach (var y in ys)
            Line(xs[0], y, xs[^1], y);
        return this;
    }

    public TinyOfd Raw(string objects)
    {
        _now.Append(objects);
        return this;
    }

    /// <summary>Makes a template of what was drawn so far, which all later pages of <see cref="EndPage"/> may name.</summary>
    public TinyOfd AsTemplate()
    {
        _templates.Add(Page(Take(), null));
        return this;
    }

    /// <summary>Makes a composite object of what was drawn so far and draws it once, moved.</summary>
    public TinyOfd AsComposite(double x, double y)
    {
        _resources = $"<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"77\" Width=\"210\" Height=\"297\"><ofd:Content>{Take()}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>";
        return Raw($"<ofd:CompositeObject ID=\"{_id++}\" Boundary=\"{Of($"{x} {y}")} 210 297\" ResourceID=\"77\"/>");
    }

    public TinyOfd EndPage(int? template = null)
    {
        _bodies[^1].Add(Page(Take(), template));
        return this;
    }

    public TinyOfd EndBody()
    {
        if (_now.Length > 0)
            EndPage();
        _bodies.Add([]);
        return this;
    }

    /// <summary>Adds or replaces a part.</summary>
    public TinyOfd Part(string name, string text)
    {
        _extra[name] = text;
        return this;
    }

    public byte[] Bytes()
    {
        if (_now.Length > 0)
            EndPage();
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var bodies = new StringBuilder();
        for (var b = 0; b < _bodies.Count; b++)
        {
            var keyword = Edition is null ? "" : $"<ofd:Keywords><ofd:Keyword>表样 {Edition}</ofd:Keyword></ofd:Keywords>";
            bodies.Append(CultureInfo.InvariantCulture, $"<ofd:DocBody><ofd:DocInfo><ofd:DocID>{b}</ofd:DocID><ofd:Title>{SecurityElement.Escape(Title)}</ofd:Title>{keyword}</ofd:DocInfo><ofd:DocRoot>Doc_{b}/Document.xml</ofd:DocRoot></ofd:DocBody>");
            var templates = string.Concat(_templates.Select((_, t) => $"<ofd:TemplatePage ID=\"{900 + t}\" BaseLoc=\"Tpls/Tpl_{t}/Content.xml\"/>"));
            var pages = string.Concat(_bodies[b].Select((_, p) => $"<ofd:Page ID=\"{p + 1}\" BaseLoc=\"Pages/Page_{p}/Content.xml\"/>"));
            parts[$"Doc_{b}/Document.xml"] = Of($"<ofd:Document {Name}><ofd:CommonData><ofd:MaxUnitID>{_id}</ofd:MaxUnitID><ofd:PageArea><ofd:PhysicalBox>0 0 {width} {height}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>") + $"{templates}</ofd:CommonData><ofd:Pages>{pages}</ofd:Pages></ofd:Document>";
            parts[$"Doc_{b}/PublicRes.xml"] = $"<ofd:Res {Name} BaseLoc=\"Res\"><ofd:Fonts><ofd:Font ID=\"3\" FontName=\"宋体\"/></ofd:Fonts>{_resources}</ofd:Res>";
            for (var t = 0; t < _templates.Count; t++)
                parts[$"Doc_{b}/Tpls/Tpl_{t}/Content.xml"] = _templates[t];
            for (var p = 0; p < _bodies[b].Count; p++)
                parts[$"Doc_{b}/Pages/Page_{p}/Content.xml"] = _bodies[b][p];
        }

        parts["OFD.xml"] = $"<ofd:OFD {Name} Version=\"1.0\" DocType=\"OFD\">{bodies}</ofd:OFD>";
        foreach (var (name, text) in _extra)
            parts[name] = text;
        return Zip(parts.Select(p => (p.Key, Encoding.UTF8.GetBytes((p.Value.StartsWith("<?", StringComparison.Ordinal) ? "" : "<?xml version=\"1.0\" encoding=\"UTF-8\"?>") + p.Value))));
    }

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }

    /// <summary>Width of a sign in shares of the size.</summary>
    public static double Width(Rune rune) => rune.Value >= 0x2E80 ? 1 : 0.5;

    private static string Distances(string text, double size)
    {
        var steps = text.EnumerateRunes().Select(r => Width(r) * size).SkipLast(1).ToList();
        var parts = new List<string>();
        for (var i = 0; i < steps.Count;)
        {
            var n = steps.Skip(i).TakeWhile(s => s.Equals(steps[i])).Count();
            parts.Add(n > 2 ? Of($"g {n} {steps[i]}") : string.Join(' ', Enumerable.Repeat(Of($"{steps[i]}"), n)));
            i += n;
        }

        return string.Join(' ', parts);
    }

    private static string Page(string objects, int? template) =>
        $"<ofd:Page {Name}>{(template is null ? "" : $"<ofd:Template TemplateID=\"{900 + template}\" ZOrder=\"Background\"/>")}<ofd:Content><ofd:Layer ID=\"2\" Type=\"Body\">{objects}</ofd:Layer></ofd:Content></ofd:Page>";

    private string Take()
    {
        var drawn = _now.ToString();
        _now.Clear();
        return drawn;
    }

    private static string Of(FormattableString text) => FormattableString.Invariant(text);
}
