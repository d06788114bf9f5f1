using System.Globalization;
using System.Text;

namespace Mingzhang.Documents.Reading.Pdf;

/// <summary>A PDF that our own reader does not understand: broken, or made in a way that is left to qpdf.</summary>
internal sealed class PdfFaultException(string why) : Exception(why);

/// <summary>Parses objects of a PDF (ISO 32000-1, 7.3) out of bytes.</summary>
/// <param name="bytes">The file, or the data of an object stream.</param>
internal sealed class PdfParser(ReadOnlyMemory<byte> bytes)
{
    private const int Deepest = 100;

    /// <summary>Where the next token begins.</summary>
    public int At { get; set; }

    private ReadOnlySpan<byte> Bytes => bytes.Span;

    /// <summary>The next object.</summary>
    /// <exception cref="PdfFaultException">There is none.</exception>
    public object? Value() => Value(0);

    /// <summary>Whether this word comes next; if so it is passed.</summary>
    public bool Passes(ReadOnlySpan<byte> word)
    {
        Blank();
        if (!Bytes[At..].StartsWith(word))
            return false;
        At += word.Length;
        return true;
    }

    /// <summary>The next whole number.</summary>
    /// <exception cref="PdfFaultException">Something else comes next.</exception>
    public int Whole()
    {
        Blank();
        var start = At;
        while (At < Bytes.Length && Bytes[At] is >= (byte)'0' and <= (byte)'9')
            At++;
        return int.TryParse(Bytes[start..At], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw new PdfFaultException("number");
    }

    /// <summary>Where the data of a stream begins, when one follows; else -1.</summary>
    public int StreamStart()
    {
        if (!Passes("stream"u8))
            return -1;
        if (At < Bytes.Length && Bytes[At] == '\r')
            At++;
        if (At < Bytes.Length && Bytes[At] == '\n')
            At++;
        return At;
    }

    private object? Value(int depth)
    {
        Blank();
        if (At >= Bytes.Length || depth > Deepest)
            throw new PdfFaultException("object");
        switch (Bytes[At])
        {
            case (byte)'/':
                return new PdfName(Name());
            case (byte)'(':
                return Literal();
            case (byte)'[':
                At++;
                var list = new List<object?>();
                while (!Passes("]"u8))
                    list.Add(Value(depth + 1));
                return list;
            case (byte)'<' when At + 1 < Bytes.Length && Bytes[At + 1] == '<':
                At += 2;
                return Entries(depth);
            case (byte)'<':
                var end = Bytes[At..].IndexOf((byte)'>');
                At = end < 0 ? throw new PdfFaultException("string") : At + end + 1;
                return "";
            case (>= (byte)'0' and <= (byte)'9') or (byte)'+' or (byte)'-' or (byte)'.':
                return NumberOrReference();
        }

        return Passes("null"u8) ? null : Passes("true"u8) ? true : Passes("false"u8) ? false : throw new PdfFaultException("object");
    }

    private Dictionary<string, object?> Entries(int depth)
    {
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (!Passes(">>"u8))
        {
            if (At >= Bytes.Length || Bytes[At] != '/')
                throw new PdfFaultException("dictionary");
            entries[Name()] = Value(depth + 1);
        }

        return entries;
    }

    private object NumberOrReference()
    {
        var start = At;
        At++;
        while (At < Bytes.Length && Bytes[At] is (>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)'-')
            At++;
        var text = Bytes[start..At];
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var after = At;
            Blank();
            if (At < Bytes.Length && Bytes[At] is >= (byte)'0' and <= (byte)'9')
            {
                var from = At;
                while (At < Bytes.Length && Bytes[At] is >= (byte)'0' and <= (byte)'9')
                    At++;
                if (int.TryParse(Bytes[from..At], NumberStyles.None, CultureInfo.InvariantCulture, out var generation))
                {
                    Blank();
                    if (At < Bytes.Length && Bytes[At] == 'R' && (At + 1 == Bytes.Length || !IsRegular(Bytes[At + 1])))
                    {
                        At++;
                        return new PdfReference(number, generation);
                    }
                }
            }

            At = after;
            return (double)number;
        }

        return double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var real) ? real : throw new PdfFaultException("number");
    }

    private string Name()
    {
        var start = At++;
        while (At < Bytes.Length && IsRegular(Bytes[At]))
            At++;
        var text = Encoding.Latin1.GetString(Bytes[start..At]);
        if (!text.Contains('#', StringComparison.Ordinal))
            return text;
        var plain = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '#' && i + 2 < text.Length && int.TryParse(text.AsSpan(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                plain.Append((char)code);
                i += 2;
            }
            else
            {
                plain.Append(text[i]);
            }
        }

        return plain.ToString();
    }

    // What a string says does not matter here; only where it ends.
    private string Literal()
    {
        var depth = 0;
        for (; At < Bytes.Length; At++)
        {
            if (Bytes[At] == '\\')
            {
                At++;
            }
            else if (Bytes[At] == '(')
            {
                depth++;
            }
            else if (Bytes[At] == ')' && --depth == 0)
            {
                At++;
                return "";
            }
        }

        throw new PdfFaultException("string");
    }

    private void Blank()
    {
        while (At < Bytes.Length)
        {
            if (Bytes[At] == '%')
            {
                while (At < Bytes.Length && Bytes[At] is not ((byte)'\n' or (byte)'\r'))
                    At++;
            }
            else if (Bytes[At] is 0 or 9 or 10 or 12 or 13 or 32)
            {
                At++;
            }
            else
            {
                return;
            }
        }
    }

    private static bool IsRegular(byte c) => c is not (0 or 9 or 10 or 12 or 13 or 32 or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%');
}
