using System.IO.Compression;

namespace Mingzhang.Documents.Reading.Pdf;

/// <summary>Undoes the filters of streams (ISO 32000-1, 7.4) that page content and cross-reference streams come in.</summary>
internal sealed class PdfFilters
{
    // Of one file, all its streams together: the pages of a long document have some ten MB.
    private const int MostBytes = 64 * 1024 * 1024;
    private int _left = MostBytes;

    /// <summary>Decodes.</summary>
    /// <param name="data">The data as it stands in the file.</param>
    /// <param name="filter">Its filters: null, a name or a list of names.</param>
    /// <param name="parameters">Their parameters: null, a dictionary or a list.</param>
    /// <exception cref="PdfFaultException">It is left to qpdf.</exception>
    public byte[] Decode(ReadOnlyMemory<byte> data, object? filter, object? parameters)
    {
        var names = filter as List<object?> ?? (filter is null ? [] : [filter]);
        var settings = parameters as List<object?> ?? [parameters];
        var bytes = data.ToArray();
        for (var i = 0; i < names.Count; i++)
        {
            if (names[i] is not PdfName { Text: "/FlateDecode" or "/Fl" })
                throw new PdfFaultException("filter");
            bytes = Unpredicted(Inflated(bytes), i < settings.Count ? settings[i] : null);
        }

        _left -= bytes.Length;
        return _left >= 0 ? bytes : throw new PdfFaultException("size");
    }

    private byte[] Inflated(byte[] bytes)
    {
        using var zlib = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var plain = new MemoryStream(bytes.Length * 3);
        var buffer = new byte[32 * 1024];
        try
        {
            for (int n; (n = zlib.Read(buffer)) > 0;)
            {
                if (plain.Length + n > _left)
                    throw new PdfFaultException("size");
                plain.Write(buffer, 0, n);
            }
        }
        catch (InvalidDataException)
        {
            throw new PdfFaultException("flate");
        }

        return plain.ToArray();
    }

    private static byte[] Unpredicted(byte[] data, object? settings)
    {
        if (settings is null)
            return data;
        if (settings is not Dictionary<string, object?> entries)
            throw new PdfFaultException("predictor");
        var predictor = Number(entries, "/Predictor", 1);
        if (predictor == 1)
            return data;
        if (predictor < 10 || Number(entries, "/Colors", 1) != 1 || Number(entries, "/BitsPerComponent", 8) != 8)
            throw new PdfFaultException("predictor");
        var width = Number(entries, "/Columns", 1);
        if (width is < 1 or > 1_000_000)
            throw new PdfFaultException("predictor");
        var rows = data.Length / (width + 1);
        var plain = new byte[rows * width];
        for (var row = 0; row < rows; row++)
            Row(data.AsSpan((row * (width + 1)) + 1, width), data[row * (width + 1)], row == 0 ? [] : plain.AsSpan((row - 1) * width, width), plain.AsSpan(row * width, width));
        return plain;
    }

    // Filters of PNG with one byte a sample.
    private static void Row(ReadOnlySpan<byte> raw, byte kind, ReadOnlySpan<byte> above, Span<byte> plain)
    {
        for (var i = 0; i < raw.Length; i++)
        {
            var left = i > 0 ? plain[i - 1] : (byte)0;
            var up = above.Length > 0 ? above[i] : (byte)0;
            var corner = i > 0 && above.Length > 0 ? above[i - 1] : (byte)0;
            plain[i] = (byte)(raw[i] + kind switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => throw new PdfFaultException("predictor"),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    private static int Number(Dictionary<string, object?> entries, string name, int usual) =>
        entries.GetValueOrDefault(name) is double number and >= 0 and < int.MaxValue ? (int)number : usual;
}
