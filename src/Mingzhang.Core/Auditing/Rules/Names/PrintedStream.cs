using System.Text;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>All printed text of a document in one run (全文), so that names broken over two lines are whole; cells stay apart.</summary>
internal sealed class PrintedStream
{
    private readonly List<(int From, PrintedText Text)> _pieces = [];

    /// <summary>Joins the lines and cells.</summary>
    public PrintedStream(Disclosure disclosure)
    {
        var builder = new StringBuilder();
        foreach (var text in disclosure.Texts)
        {
            if (text.InCell)
                builder.Append('|');
            _pieces.Add((builder.Length, text));
            builder.Append(Labels.WithoutSpaces(text.Text));
            if (text.InCell)
                builder.Append('|');
        }

        // A disclosure that came as data has paragraphs only.
        if (disclosure.Texts.Count == 0)
        {
            foreach (var paragraph in disclosure.Narrative)
            {
                _pieces.Add((builder.Length, new PrintedText(paragraph.Text, paragraph.At, true)));
                builder.Append(Labels.WithoutSpaces(paragraph.Text)).Append('|');
            }
        }

        Text = builder.ToString();
    }

    /// <summary>The text without spaces; cells are set apart by “|”.</summary>
    public string Text { get; }

    /// <summary>The line or cell a position lies in.</summary>
    public PrintedText At(int position)
    {
        var (low, high) = (0, _pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_pieces[middle].From <= position)
                low = middle;
            else
                high = middle - 1;
        }

        return _pieces[low].Text;
    }

    /// <summary>All positions of a word.</summary>
    public IEnumerable<int> Positions(string word)
    {
        for (var at = Text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(word, at + word.Length, StringComparison.Ordinal))
            yield return at;
    }

    /// <summary>The table or form a place belongs to, and the row whose label holds the word.</summary>
    public static (string? Statement, string? Row) Where(Disclosure disclosure, Place at, string word)
    {
        foreach (var statement in disclosure.Statements)
        {
            if (statement.Rows.FirstOrDefault(r => Labels.WithoutSpaces(r.Name).Contains(word, StringComparison.Ordinal)) is { } row && (at.Line is null || statement.At.Line is null || at.Line >= statement.At.Line))
                return (statement.Title, row.Key);
        }

        return (PrintedWords.FormAt(disclosure, at), null);
    }
}
