using Mingzhang.Documents.Reading.Layout;

namespace Mingzhang.Documents.Reading.Pdf;

/// <summary>A page as the lines on it are found: its box, its turn, its streams and the forms it may draw.</summary>
internal sealed record PdfPage(PageMatrix ToTopLeft, IReadOnlyList<PdfReference> Contents, object? Resources);

/// <summary>Looks up what the pages of a PDF consist of. Without trust: what is missing or of a wrong kind is absent.</summary>
/// <param name="store">Where the objects come from.</param>
internal sealed class PdfObjects(IPdfStore store)
{
    private const int LongestChain = 20;

    /// <summary>The pages in order.</summary>
    public List<PdfPage> Pages() => [.. store.Pages.Select(p =>
    {
        var page = Resolve(p);
        var box = Numbers(Inherited(page, "/MediaBox"));
        if (box.Count < 4)
            box = [0, 0, 595, 842];
        var turn = Inherited(page, "/Rotate") is double degrees and > -100_000 and < 100_000 ? (int)degrees : 0;
        var matrix = PageMatrix.ToTopLeft(Math.Min(box[0], box[2]), Math.Min(box[1], box[3]), Math.Max(box[0], box[2]), Math.Max(box[1], box[3]), turn);
        return new PdfPage(matrix, [.. Contents(Entry(page, "/Contents"))], Inherited(page, "/Resources"));
    })];

    /// <summary>Whether resources name a picture.</summary>
    public bool HasImage(object? resources) =>
        Resolve(Entry(resources, "/XObject")) is Dictionary<string, object?> names && names.Values.Any(v => v is PdfReference && Subtype(v) == "/Image");

    /// <summary>References of the form XObjects that resources name, by name.</summary>
    public Dictionary<string, PdfReference> Forms(object? resources)
    {
        var forms = new Dictionary<string, PdfReference>(StringComparer.Ordinal);
        foreach (var (name, value) in Resolve(Entry(resources, "/XObject")) as Dictionary<string, object?> ?? [])
        {
            if (value is PdfReference reference && Subtype(value) == "/Form")
                forms[name] = reference;
        }

        return forms;
    }

    /// <summary>Matrix of a form.</summary>
    public PageMatrix Matrix(PdfReference reference)
    {
        var m = Numbers(Resolve(Entry(Resolve(reference), "/Matrix")));
        return m.Count < 6 ? PageMatrix.Identity : new PageMatrix(m[0], m[1], m[2], m[3], m[4], m[5]);
    }

    /// <summary>Resources of a form.</summary>
    public object? Resources(PdfReference reference) => Resolve(Entry(Resolve(reference), "/Resources"));

    private IEnumerable<PdfReference> Contents(object? contents) => contents switch
    {
        PdfReference reference => Resolve(reference) is List<object?> list ? list.OfType<PdfReference>() : [reference],
        List<object?> list => list.OfType<PdfReference>(),
        _ => [],
    };

    private string? Subtype(object? value) => (Resolve(Entry(Resolve(value), "/Subtype")) as PdfName)?.Text;

    private object? Inherited(object? page, string key)
    {
        for (var i = 0; i < LongestChain; i++)
        {
            if (Entry(page, key) is { } value)
                return Resolve(value);
            if (Entry(page, "/Parent") is not { } parent)
                break;
            page = Resolve(parent);
        }

        return null;
    }

    private object? Resolve(object? value)
    {
        for (var i = 0; i < LongestChain && value is PdfReference reference; i++)
            value = store.Get(reference);
        return value is PdfReference ? null : value;
    }

    private List<double> Numbers(object? array) => array is not List<object?> list ? [] : [.. list.Select(Resolve).OfType<double>()];

    private static object? Entry(object? value, string key) =>
        value is PdfStream stream ? stream.Dictionary.GetValueOrDefault(key) : (value as Dictionary<string, object?>)?.GetValueOrDefault(key);
}
