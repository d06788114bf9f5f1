using System.Text;
using System.Text.Json;
using Mingzhang.Documents.Reading.Layout;

namespace Mingzhang.Documents.Reading.Pdf;

/// <summary>A page as the lines on it are found: its box, its turn, its streams and the forms it may draw.</summary>
internal sealed record PdfPage(PageMatrix ToTopLeft, IReadOnlyList<string> Contents, JsonElement Resources);

/// <summary>Objects of a PDF as <c>qpdf --json=2</c> writes them. Looks up without trust: what is missing or of a wrong kind is absent.</summary>
internal sealed class PdfObjects
{
    private const int LongestChain = 20;
    private readonly Dictionary<string, JsonElement> _objects = new(StringComparer.Ordinal);
    private readonly List<(string Object, List<string> Contents)> _pages = [];

    private PdfObjects()
    {
    }

    /// <summary>Reads qpdf's JSON; null when it is broken.</summary>
    public static PdfObjects? Parse(byte[] json)
    {
        try
        {
            // Names of fonts may hold GBK bytes, which are no JSON: they become replacement characters.
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(json), new JsonDocumentOptions { MaxDepth = 600 });
            var root = document.RootElement.Clone();
            var objects = new PdfObjects();
            if (Property(root, "qpdf") is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() < 2)
                return null;
            if (list[1].ValueKind == JsonValueKind.Object)
            {
                foreach (var entry in list[1].EnumerateObject())
                    objects._objects[entry.Name] = entry.Value;
            }

            if (Property(root, "pages") is { ValueKind: JsonValueKind.Array } pages)
            {
                foreach (var page in pages.EnumerateArray())
                    objects._pages.Add((Text(Property(page, "object")) ?? "", [.. Strings(Property(page, "contents"))]));
            }

            return objects;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The pages in order.</summary>
    public List<PdfPage> Pages() => [.. _pages.Select(p =>
    {
        var dictionary = Resolve(p.Object);
        var box = Numbers(Inherited(dictionary, "/MediaBox"));
        if (box.Count < 4)
            box = [0, 0, 595, 842];
        var turn = Inherited(dictionary, "/Rotate") is { ValueKind: JsonValueKind.Number } r && r.TryGetInt32(out var degrees) ? degrees : 0;
        var matrix = PageMatrix.ToTopLeft(Math.Min(box[0], box[2]), Math.Min(box[1], box[3]), Math.Max(box[0], box[2]), Math.Max(box[1], box[3]), turn);
        return new PdfPage(matrix, p.Contents, Inherited(dictionary, "/Resources"));
    })];

    /// <summary>Whether resources name a picture.</summary>
    public bool HasImage(JsonElement resources) =>
        Resolve(Property(resources, "/XObject")) is { ValueKind: JsonValueKind.Object } names
        && names.EnumerateObject().Any(e => Text(e.Value) is { } reference && Text(Property(Resolve(reference), "/Subtype")) == "/Image");

    /// <summary>References of the form XObjects that resources name, by name.</summary>
    public Dictionary<string, string> Forms(JsonElement resources)
    {
        var forms = new Dictionary<string, string>(StringComparer.Ordinal);
        if (Resolve(Property(resources, "/XObject")) is not { ValueKind: JsonValueKind.Object } names)
            return forms;
        foreach (var entry in names.EnumerateObject())
        {
            if (Text(entry.Value) is { } reference && Text(Property(Resolve(reference), "/Subtype")) == "/Form")
                forms[entry.Name] = reference;
        }

        return forms;
    }

    /// <summary>Matrix of a form.</summary>
    public PageMatrix Matrix(string reference)
    {
        var m = Numbers(Property(Resolve(reference), "/Matrix") ?? default);
        return m.Count < 6 ? PageMatrix.Identity : new PageMatrix(m[0], m[1], m[2], m[3], m[4], m[5]);
    }

    /// <summary>Resources of a form.</summary>
    public JsonElement Resources(string reference) => Resolve(Property(Resolve(reference), "/Resources"));

    /// <summary>Decoded data of a stream; empty when it is not there or could not be decoded.</summary>
    public byte[] Data(string reference)
    {
        if (!_objects.TryGetValue("obj:" + reference, out var entry) || Property(entry, "stream") is not { } stream)
            return [];
        // A filter that is still named has not been undone.
        if (Property(Property(stream, "dict") ?? default, "/Filter") is not null)
            return [];
        return Property(stream, "data") is { ValueKind: JsonValueKind.String } data && data.TryGetBytesFromBase64(out var bytes) ? bytes : [];
    }

    private JsonElement Inherited(JsonElement page, string key)
    {
        for (var i = 0; i < LongestChain; i++)
        {
            if (Property(page, key) is { } value)
                return Resolve(value);
            if (Property(page, "/Parent") is not { } parent)
                break;
            page = Resolve(parent);
        }

        return default;
    }

    private JsonElement Resolve(JsonElement? value) => value is not { } element ? default : Text(element) is { } text && text.EndsWith(" R", StringComparison.Ordinal) ? Resolve(text) : element;

    private JsonElement Resolve(string reference)
    {
        for (var i = 0; i < LongestChain; i++)
        {
            if (!_objects.TryGetValue("obj:" + reference, out var entry))
                return default;
            var value = Property(entry, "value") ?? Property(Property(entry, "stream") ?? default, "dict") ?? default;
            if (Text(value) is not { } next || !next.EndsWith(" R", StringComparison.Ordinal))
                return value;
            reference = next;
        }

        return default;
    }

    private List<double> Numbers(JsonElement array) =>
        array.ValueKind != JsonValueKind.Array ? [] : [.. array.EnumerateArray().Select(e => Resolve(e)).Where(e => e.ValueKind == JsonValueKind.Number).Select(e => e.GetDouble())];

    private static IEnumerable<string> Strings(JsonElement? array) =>
        array is not { ValueKind: JsonValueKind.Array } list ? [] : list.EnumerateArray().Select(e => Text(e)).OfType<string>();

    private static string? Text(JsonElement? element) => element is { ValueKind: JsonValueKind.String } e ? e.GetString() : null;

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
