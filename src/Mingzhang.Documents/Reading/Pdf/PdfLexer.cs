using System.Globalization;
using System.Text;

namespace Mingzhang.Documents.Reading.Pdf;

/// <summary>Kind of a token of a content stream.</summary>
internal enum PdfToken
{
    /// <summary>End of the stream.</summary>
    End,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A name such as /Fm0.</summary>
    Name,

    /// <summary>An operator.</summary>
    Operator,

    /// <summary>Something that draws no line: strings, brackets.</summary>
    Other,
}

/// <summary>Cuts a content stream (ISO 32000-1, 7.8.2) into tokens. Whatever the bytes, it moves on and ends.</summary>
internal sealed class PdfLexer(byte[] stream)
{
    // Most operators are one letter, and a page has thousands.
    private static readonly string[] Letters = [.. Enumerable.Range(0, 128).Select(i => ((char)i).ToString())];
    private int _at;

    /// <summary>Value of the last number.</summary>
    public double Number { get; private set; }

    /// <summary>Text of the last name (with its slash) or operator.</summary>
    public string Word { get; private set; } = "";

    public PdfToken Next()
    {
        SkipBlank();
        if (_at >= stream.Length)
            return PdfToken.End;
        var c = stream[_at];
        switch (c)
        {
            case (byte)'(':
                SkipString();
                return PdfToken.Other;
            case (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)')':
                if (c == '<' && Peek(1) != '<')
                    SkipTo((byte)'>');
                _at++;
                return PdfToken.Other;
            case (byte)'/':
                var from = _at++;
                SkipRegular();
                Word = Text(from);
                return PdfToken.Name;
        }

        var start = _at;
        SkipRegular();
        if (double.TryParse(stream.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            Number = number;
            return PdfToken.Number;
        }

        Word = _at - start == 1 && c < Letters.Length ? Letters[c] : Text(start);
        if (Word == "ID")
            SkipInlineImage();
        return PdfToken.Operator;
    }

    private int Peek(int ahead) => _at + ahead < stream.Length ? stream[_at + ahead] : -1;

    private string Text(int start) => Encoding.Latin1.GetString(stream, start, _at - start);

    private static bool IsBlank(int c) => c is 0 or 9 or 10 or 12 or 13 or 32;

    private static bool IsDelimiter(int c) => c is '(' or ')' or '<' or '>' or '[' or ']' or '{' or '}' or '/' or '%';

    private void SkipBlank()
    {
        while (_at < stream.Length)
        {
            if (stream[_at] == '%')
            {
                while (_at < stream.Length && stream[_at] is not ((byte)'\n' or (byte)'\r'))
                    _at++;
            }
            else if (IsBlank(stream[_at]))
            {
                _at++;
            }
            else
            {
                return;
            }
        }
    }

    private void SkipRegular()
    {
        while (_at < stream.Length && !IsBlank(stream[_at]) && !IsDelimiter(stream[_at]))
            _at++;
    }

    private void SkipTo(byte end)
    {
        while (_at < stream.Length && stream[_at] != end)
            _at++;
    }

    private void SkipString()
    {
        var depth = 0;
        for (; _at < stream.Length; _at++)
        {
            if (stream[_at] == '\\')
            {
                _at++;
            }
            else if (stream[_at] == '(')
            {
                depth++;
            }
            else if (stream[_at] == ')' && --depth == 0)
            {
                _at++;
                return;
            }
        }

        _at = stream.Length;
    }

    // The data of an inline image is binary and ends at EI between blanks.
    private void SkipInlineImage()
    {
        for (_at++; _at < stream.Length; _at++)
        {
            if (IsBlank(stream[Math.Min(_at, stream.Length - 1)]) && Peek(1) == 'E' && Peek(2) == 'I' && (Peek(3) < 0 || IsBlank(Peek(3))))
            {
                _at += 3;
                return;
            }
        }

        _at = stream.Length;
    }
}
