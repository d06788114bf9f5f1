using System.Text;

namespace Mingzhang.Documents.Reading.Html;

/// <summary>The line that is being put together; white space collapses as in a browser, and a line break of the source between Chinese characters vanishes.</summary>
internal sealed class HtmlLine
{
    private readonly StringBuilder _text = new();
    private bool _space;
    private bool _break;

    /// <summary>Line of the source on which it began.</summary>
    public int Number { get; private set; }

    /// <summary>Adds text.</summary>
    public void Append(string text, int number)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '\u200b' or '\ufeff' or '\0')
            {
                _space |= c is not ('\u200b' or '\ufeff' or '\0');
                _break |= c == '\n';
                continue;
            }

            if (_text.Length == 0)
                Number = number;
            else if (_space && !(_break && c > '\u2e80' && _text[^1] > '\u2e80'))
                _text.Append(' ');
            _text.Append(c);
            _space = _break = false;
        }
    }

    /// <summary>The line, trimmed; "" when nothing stands on it. The next begins.</summary>
    public string Take()
    {
        var text = _text.ToString();
        _text.Clear();
        _space = _break = false;
        return text;
    }
}
