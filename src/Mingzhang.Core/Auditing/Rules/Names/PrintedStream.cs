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
    public PrintedText At(int position) => _pieces[Index(position)].Text;

    private int Index(int position)
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

        return low;
    }

    /// <summary>A stretch with some of what stands before and behind it in the same lines or cells.</summary>
    public string Around(int at, int length, int context)
    {
        var from = Math.Max(_pieces[Index(at)].From, at - context);
        var last = Index(Math.Min(at + length - 1, Text.Length - 1));
        var to = Math.Min(last + 1 < _pieces.Count ? _pieces[last + 1].From : Text.Length, at + length + context);
        return Text[from..to].Replace("|", " ", StringComparison.Ordinal).Trim();
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
        // What begins last before the place holds it.
        var form = disclosure.Performance.LastOrDefault(f => f.At.Line is { } line && line <= at.Line);
        foreach (var statement in disclosure.Statements.Where(s => form is null || s.At.Line is null || s.At.Line > form.At.Line).Reverse())
        {
            if ((at.Line is null || statement.At.Line is null || at.Line >= statement.At.Line)
                && statement.Rows.FirstOrDefault(r => Labels.WithoutSpaces(r.Name).Contains(word, StringComparison.Ordinal)) is { } row)
            {
                return (statement.Title, row.Key);
            }
        }

        return (PrintedWords.FormAt(disclosure, at), null);
    }
}
