using System.Globalization;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>Fills the slots of sentences (填句): figures, lists, comparisons, words of the office, and gaps for what nobody has supplied.</summary>
internal sealed class SlotFiller
{
    private readonly Ledger _ledger;
    private readonly NarrativeOutline _outline;
    private readonly FigureBook _book;
    private readonly LedgerItems _records;
    private readonly ItemLists _lists;
    private readonly OutlineFacts _facts;
    private readonly Dictionary<string, int> _counters = new(StringComparer.Ordinal);

    public SlotFiller(Ledger ledger, NarrativeOutline outline, FigureBook book, LedgerItems records, ItemLists lists)
    {
        (_ledger, _outline, _book, _records, _lists) = (ledger, outline, book, records, lists);
        _facts = new OutlineFacts(ledger, outline.Kind, records);
    }

    /// <summary>Ordinals of paragraphs begin anew under each heading.</summary>
    public void BeginSection() => _counters.Clear();

    /// <summary>Whether all conditions hold.</summary>
    public bool Holds(IReadOnlyList<OutlineCondition> conditions) => conditions.All(c => c.IsNegated != Holds(c));

    /// <summary>A text without figures, e.g. a heading.</summary>
    public string Plain(OutlineText text)
    {
        var writer = new SentenceWriter(_book.Unit, _book.Decimals);
        Fill(writer, text, null);
        return writer.Done("").Text;
    }

    /// <summary>A paragraph; empty when none of its pieces applies.</summary>
    public CompiledParagraph Paragraph(OutlineParagraph paragraph, string section)
    {
        var writer = new SentenceWriter(_book.Unit, _book.Decimals);
        foreach (var piece in paragraph.Pieces.Where(p => Holds(p.When)))
            Fill(writer, piece.Text, null);
        return writer.Done(section);
    }

    /// <summary>A paragraph for each item of a list.</summary>
    public IEnumerable<CompiledParagraph> Items(OutlineItems block, string section)
    {
        var list = _outline.Lists[block.List];
        var any = false;
        foreach (var item in _lists.Of(block.List))
        {
            any = true;
            var writer = new SentenceWriter(_book.Unit, _book.Decimals);
            Fill(writer, list.Text, item);
            yield return writer.Done(section);
        }

        if (any || block.Otherwise is not { } otherwise)
            yield break;
        var only = new SentenceWriter(_book.Unit, _book.Decimals);
        Fill(only, otherwise, null);
        yield return only.Done(section);
    }

    private bool Holds(OutlineCondition condition)
    {
        if (condition.IsFact)
            return _facts.Is(condition.Name);
        if (_outline.Lists.ContainsKey(condition.Name) || LedgerItems.Names.Contains(condition.Name))
            return _lists.Of(condition.Name).Count > 0;
        return _book.Find(condition.Name) is { } value && value != 0m;
    }

    private void Fill(SentenceWriter writer, OutlineText text, OutlineItem? item)
    {
        foreach (var token in text.Tokens)
        {
            if (token.IsSlot)
                Slot(writer, token, item);
            else
                writer.Words(token.Text);
        }
    }

    private void Slot(SentenceWriter writer, OutlineToken token, OutlineItem? item)
    {
        switch (token.Words)
        {
            case ["一" or "1" or "(1)"]:
                writer.Words(Ordinal(token.Text));
                break;
            case ["占比"] when item is { Share: { } share }:
                writer.Percent(item.Name, share, item.ShareDecimals, FilledKind.Share);
                break;
            case ["占比", var part, var whole]:
                writer.Percent(part, Precision.Round(Need(part, item) / Need(whole, item) * 100m, 2), 2, FilledKind.Share);
                break;
            case ["列", var list]:
                Listed(writer, _outline.Lists[list]);
                break;
            case ["待填", var what]:
                writer.Gap(what);
                break;
            case ["说明", var topic]:
                if (_records.Remarked(topic) is { } remark)
                    writer.GivenSentences(remark);
                else
                    writer.Gap(topic);
                break;
            case ["增减", var name, .. var style]:
                Change(writer, name, Style(style, "增减"));
                break;
            case ["完成", var outturn, var budget, .. var rest]:
                Completion(writer, outturn, budget, item, rest);
                break;
            case [var name]:
                Named(writer, name, item);
                break;
            default:
                throw new InvalidOperationException($"提纲里的“{{{token.Text}}}”不是认识的写法。");
        }
    }

    private void Named(SentenceWriter writer, string name, OutlineItem? item)
    {
        if (item is not null && item.Amounts.TryGetValue(name, out var amount))
            writer.Money(item.Name, amount);
        else if (item is not null && item.Texts.TryGetValue(name, out var text))
            writer.Words(text);
        else if (item is not null && item.Given.TryGetValue(name, out var given))
            Given(writer, given, $"“{item.Name}”的{name}");
        else if (_facts.Find(name) is { } word)
            writer.Words(word);
        else
            writer.Money(name, Need(name, item));
    }

    private static void Given(SentenceWriter writer, string? given, string gap)
    {
        if (given is null)
            writer.Gap(gap);
        else
            writer.Given(given);
    }

    private decimal Need(string name, OutlineItem? item) =>
        item is not null && item.Amounts.TryGetValue(name, out var own) ? own
        : _book.Find(name) ?? throw new InvalidOperationException($"提纲用了“{name}”，而表样“{_outline.Name}”的表里没有这一格。");

    private void Listed(SentenceWriter writer, OutlineList list)
    {
        var first = true;
        foreach (var item in _lists.Of(list.Name))
        {
            if (!first)
                writer.Words(list.Joint);
            first = false;
            Fill(writer, list.Text, item);
        }
    }

    private OutlineStyle Style(string[] words, string usual) => _outline.Styles[words.Length > 0 ? words[0] : usual];

    // What is compared with is a record; where it says that there was none, nothing is compared.
    private void Change(SentenceWriter writer, string name, OutlineStyle style)
    {
        var record = _ledger.Narrative.Comparatives.FirstOrDefault(c => c.Stage == LedgerFigures.StageOf(_outline.Kind) && c.Item == name + style.Suffix);
        if (record is null)
        {
            writer.Words("，");
            writer.Gap($"{name}{style.Call}的增减和原因");
        }
        else if (record.Fen is { } fen)
        {
            Compare(writer, style, name, Need(name, null), _book.OfFen(fen), record.Reason, $"{name}增减的原因");
        }
    }

    private void Completion(SentenceWriter writer, string outturn, string budget, OutlineItem? item, string[] rest)
    {
        var (now, before) = (Need(outturn, item), Need(budget, item));
        var name = item?.Name ?? outturn;
        var reason = rest.Length > 1 ? _records.Remarked(rest[1]) : item?.Given.GetValueOrDefault("原因");
        var style = Style(rest, "完成");
        // A small difference that nobody explained is stated without a reason.
        if (reason is null && style.Near is { } near && !_ledger.Settings.NeedsReason(before, now))
            style = _outline.Styles[near];
        Compare(writer, style, name, now, before, reason, $"“{name}”决算数与预算数差异的原因");
    }

    private void Compare(SentenceWriter writer, OutlineStyle style, string name, decimal now, decimal before, string? reason, string gap)
    {
        foreach (var token in style.Cases[ComparisonWriter.CaseOf(now, before)].Tokens)
        {
            if (!token.IsSlot)
                writer.Words(token.Text);
            else if (!ComparisonWriter.Fill(writer, token.Text, name, now, before, reason, gap))
                Slot(writer, token, null);
        }
    }

    // “1.” ends what “（1）” counted.
    private string Ordinal(string style)
    {
        var number = _counters[style] = _counters.GetValueOrDefault(style) + 1;
        if (style == "一")
            _counters.Remove("1");
        if (style is "一" or "1")
            _counters.Remove("(1)");
        return style switch
        {
            "一" => $"（{Labels.Ordinal(number, "二十一、")[..^1]}）",
            "1" => number.ToString(CultureInfo.InvariantCulture) + ".",
            _ => $"（{number.ToString(CultureInfo.InvariantCulture)}）",
        };
    }
}
