using System.Text;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>Writes one paragraph and notes what was filled in.</summary>
/// <param name="unit">Unit of its amounts.</param>
/// <param name="decimals">Decimals of its amounts.</param>
internal sealed class SentenceWriter(Unit unit, int decimals)
{
    private readonly StringBuilder _text = new();
    private readonly List<FilledValue> _values = [];
    private readonly List<(int Start, int Length)> _words = [];

    public void Words(string text) => _text.Append(text);

    // What a person wrote goes on in our sentence: its own stop at the end is taken away.
    public void Given(string text)
    {
        var plain = text.Trim().TrimEnd('。', '；', '，', '.', ';', ',');
        _words.Add((_text.Length, plain.Length));
        _text.Append(plain);
    }

    /// <summary>Whole sentences of a person, as they are.</summary>
    public void GivenSentences(string text)
    {
        var start = _text.Length;
        _text.Append(text.Trim());
        if (_text[^1] is not ('。' or '！' or '？' or '；' or '：'))
            _text.Append('。');
        _words.Add((start, _text.Length - start));
    }

    public void Gap(string what) => _text.Append(Draft.Mark(what));

    public void Money(string name, decimal value, FilledKind kind = FilledKind.Amount) => Number(name, kind, value, decimals, unit.ChineseName());

    public void Percent(string name, decimal value, int places, FilledKind kind) => Number(name, kind, value, places, "%");

    public CompiledParagraph Done(string section) => new(section, _text.ToString(), _values, _words);

    private void Number(string name, FilledKind kind, decimal value, int places, string unitName)
    {
        _values.Add(new FilledValue(name, kind, value, unitName, _text.Length));
        _text.Append(FigureText.Format(value, places)).Append(unitName);
    }
}
