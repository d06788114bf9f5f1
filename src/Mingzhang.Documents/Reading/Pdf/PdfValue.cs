namespace Mingzhang.Documents.Reading.Pdf;

/// <summary>A reference to an object of a PDF.</summary>
internal readonly record struct PdfReference(int Number, int Generation);

/// <summary>A name, with its slash.</summary>
internal sealed record PdfName(string Text);

/// <summary>A stream: its dictionary, and where its data begins in the bytes it was parsed from.</summary>
internal sealed record PdfStream(Dictionary<string, object?> Dictionary, int Start);

/// <summary>Where the objects of a PDF come from.</summary>
/// <remarks>
/// Values are null, bool, double, <see cref="PdfName"/>, <see cref="PdfReference"/>, string, lists and dictionaries of values by name with its
/// slash, and <see cref="PdfStream"/>.
/// </remarks>
internal interface IPdfStore
{
    /// <summary>References of the pages, in order.</summary>
    IReadOnlyList<PdfReference> Pages { get; }

    /// <summary>The object; null when it is not there.</summary>
    object? Get(PdfReference reference);

    /// <summary>Decoded data of a stream; empty when it is not there or could not be decoded.</summary>
    byte[] Data(PdfReference reference);
}
