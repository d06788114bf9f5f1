using System.Text;

namespace Mingzhang.Documents.Publishing.Html;

/// <summary>Writes markup; whatever is not markup goes through <see cref="Text"/>.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder _builder = new(64 * 1024);

    /// <summary>Writes markup as it is.</summary>
    public HtmlText Raw(string markup)
    {
        _builder.Append(markup);
        return this;
    }

    /// <summary>Writes a number.</summary>
    public HtmlText Number(int number)
    {
        _builder.Append(System.Globalization.CultureInfo.InvariantCulture, $"{number}");
        return this;
    }

    /// <summary>Writes text, good inside elements and quoted attributes.</summary>
    public HtmlText Text(string text)
    {
        var rest = text.AsSpan();
        for (int at; (at = rest.IndexOfAny("<>&\"\r")) >= 0; rest = rest[(at + 1)..])
        {
            _builder.Append(rest[..at]).Append(rest[at] switch
            {
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '"' => "&quot;",
                _ => "&#13;",
            });
        }

        _builder.Append(rest);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => _builder.ToString();
}
