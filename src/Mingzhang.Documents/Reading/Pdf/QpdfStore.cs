using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Mingzhang.Documents.Reading.Pdf;

/// <summary>Objects of a PDF as <c>qpdf --json=2</c> writes them.</summary>
internal sealed class QpdfStore : IPdfStore
{
    private readonly Dictionary<PdfReference, object?> _objects = [];
    private readonly Dictionary<PdfReference, byte[]> _data = [];
    private readonly List<PdfReference> _pages = [];

    private QpdfStore()
    {
    }

    /// <inheritdoc/>
    public IReadOnlyList<PdfReference> Pages => _pages;

    /// <summary>Reads qpdf's JSON; null when it is broken.</summary>
    public static QpdfStore? Parse(byte[] json)
    {
        try
        {
            // Names of fonts may hold GBK bytes, which are no JSON: they become replacement characters.
            using var document = JsonDocument.Parse(Encoding.UTF8.GetString(json), new JsonDocumentOptions { MaxDepth = 600 });
            var store = new QpdfStore();
            if (Property(document.RootElement, "qpdf") is not { ValueKind: JsonValueKind.Array } list || list.GetArrayLength() < 2)
                return null;
            if (list[1].ValueKind == JsonValueKind.Object)
            {
                foreach (var entry in list[1].EnumerateObject())
                    store.Add(entry.Name, entry.Value);
            }

            if (Property(document.RootElement, "pages") is { ValueKind: JsonValueKind.Array } pages)
            {
                foreach (var page in pages.EnumerateArray())
                {
                    if (Property(page, "object") is { ValueKind: JsonValueKind.String } name)
                        store._pages.Add(Reference(name.GetString()!) ?? default);
                }
            }

            return store;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public object? Get(PdfReference reference) => _objects.GetValueOrDefault(reference);

    /// <inheritdoc/>
    public byte[] Data(PdfReference reference) => _data.GetValueOrDefault(reference) ?? [];

    private void Add(string name, JsonElement entry)
    {
        if (!name.StartsWith("obj:", StringComparison.Ordinal) || Reference(name[4..]) is not { } reference)
            return;
        if (Property(entry, "stream") is not { } stream)
        {
            _objects[reference] = Value(Property(entry, "value"));
            return;
        }

        var dictionary = Value(Property(stream, "dict")) as Dictionary<string, object?> ?? [];
        _objects[reference] = new PdfStream(dictionary, -1);
        // A filter that is still named has not been undone.
        if (!dictionary.ContainsKey("/Filter") && Property(stream, "data") is { ValueKind: JsonValueKind.String } data && data.TryGetBytesFromBase64(out var bytes))
            _data[reference] = bytes;
    }

    private static object? Value(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.Number } number => number.TryGetDouble(out var value) ? value : null,
        { ValueKind: JsonValueKind.String } text => Text(text.GetString()!),
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(e => Value(e)).ToList(),
        { ValueKind: JsonValueKind.Object } entries => Entries(entries),
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => null,
    };

    private static Dictionary<string, object?> Entries(JsonElement element)
    {
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var entry in element.EnumerateObject())
            entries[entry.Name] = Value(entry.Value);
        return entries;
    }

    private static object Text(string text) => text.StartsWith('/') ? new PdfName(text) : Reference(text) is { } reference ? reference : "";

    private static PdfReference? Reference(string text)
    {
        var words = text.Split(' ');
        return words is [var number, var generation, "R"] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && int.TryParse(generation, NumberStyles.None, CultureInfo.InvariantCulture, out var g)
            ? new PdfReference(n, g)
            : null;
    }

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;
}
