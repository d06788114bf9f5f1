using System.Text.RegularExpressions;

namespace Mingzhang.Core.Narrative;

/// <summary>
/// Reads a paragraph into what it states (情况说明的语法). It walks from number to number; the words before a number, back to
/// the nearest comma, say what the number is: amount, change, rate, share or completion. docs/narrative-grammar.md describes it.
/// </summary>
public sealed class ParagraphParser
{
    private readonly CompactText _text;
    private readonly ParsedParagraph _result;
    private readonly ListStack _lists = new();
    private int _sentence;
    private bool _aside;
    private string? _base;
    private AmountClaim? _last;
    private string? _completing;
    private ChangeClaim? _change;
    private string _topic = "";
    private TextSpan _topicSpan = new(0, 0);

    private ParagraphParser(CompactText text)
    {
        _text = text;
        _result = new ParsedParagraph(text);
    }

    /// <summary>Reads one paragraph.</summary>
    public static ParsedParagraph Parse(string paragraph)
    {
        var parser = new ParagraphParser(CompactText.Of(paragraph));
        parser.Run();
        WordingParser.Read(parser._result);
        return parser._result;
    }

    private string Text => _text.Text;

    private void Run()
    {
        var from = 0;
        foreach (var quantity in QuantityScanner.Scan(Text))
        {
            if (quantity.Span.Start < from)
                continue;
            var piece = Walk(from, quantity.Number.Start);
            Take(quantity, piece);
            from = quantity.Span.End;
        }

        var tail = Walk(from, Text.Length);
        if (Text.Length > 0 && Text[^1] == '：')
            tail = new TextSpan(LastPiece(Text.Length - 1), Text.Length - 1);
        if (ParagraphWords.ListOpener().Match(_text.Slice(tail)) is { Success: true } opener && Text.Length - tail.End <= 1)
            _result.Opens = Kind(opener);
        if (ParagraphWords.Ordinal().Match(Text) is { Success: true } ordinal)
            _result.Ordinal = ordinal.Groups.Cast<Group>().Skip(1).First(g => g.Success).Name;
    }

    // Walks over the words before a number, ending sentences, pieces and lists; gives the piece right before the number.
    private TextSpan Walk(int from, int to)
    {
        var start = from;
        for (var i = from; i < to; i++)
        {
            switch (Text[i])
            {
                case '（':
                    var close = Closing(i, to);
                    if (close >= 0 && i > from)
                        i = close;
                    else if (close < 0)
                    {
                        _lists.OpenBracket(i == from ? _last : null);
                        start = i + 1;
                    }

                    break;
                case '）':
                    _lists.CloseBracket();
                    start = i + 1;
                    break;
                case '。' or '！' or '？':
                    EndPiece(new TextSpan(start, i), Text[i]);
                    EndSentence();
                    start = i + 1;
                    break;
                case '；':
                    EndPiece(new TextSpan(start, i), Text[i]);
                    _lists.EndItem();
                    (_aside, _change, _base) = (false, null, null);
                    start = i + 1;
                    break;
                case '，' or '：':
                    EndPiece(new TextSpan(start, i), Text[i]);
                    start = i + 1;
                    break;
            }
        }

        return new TextSpan(start, to);
    }

    private int Closing(int open, int to)
    {
        var depth = 0;
        for (var i = open; i < to; i++)
        {
            depth += Text[i] == '（' ? 1 : Text[i] == '）' ? -1 : 0;
            if (depth == 0)
                return i;
        }

        return -1;
    }

    private int LastPiece(int end)
    {
        var at = end;
        while (at > 0 && Text[at - 1] is not ('。' or '；' or '，' or '：'))
            at--;
        return at;
    }

    private void EndSentence()
    {
        _lists.Clear();
        _sentence++;
        (_aside, _change, _base) = (false, null, null);
    }

    // A piece that ends before a number is reached: it may announce a list, a reason, a use, a comparison, or name the topic.
    private void EndPiece(TextSpan span, char delimiter)
    {
        if (span.Length == 0)
            return;
        var piece = _text.Slice(span);
        if ((delimiter == '：' || piece == "其中") && ParagraphWords.ListOpener().Match(piece) is { Success: true } opener)
        {
            _aside = false;
            _lists.Open(ListOwner(), Kind(opener));
        }
        else if (ParagraphWords.Reason().IsMatch(delimiter == '：' ? piece + "：" : piece))
            _aside = true;
        else if (ParagraphWords.Use().IsMatch(piece))
            _aside = true;
        else if (ParagraphWords.BasePiece().Match(piece) is { Success: true } comparison && IsBase(comparison.Groups["base"].Value))
            _base = comparison.Groups["base"].Value;
        else if (ParagraphWords.CodePath().Match(piece) is { Success: true } path)
            SetTopic(path.Value, new TextSpan(span.Start + path.Index, span.Start + path.Index + path.Length));
    }

    private void SetTopic(string topic, TextSpan span)
    {
        _topic = topic;
        _topicSpan = span;
    }

    private static bool IsBase(string words) => ParagraphWords.Year().IsMatch(words) || words.StartsWith('上') || words.StartsWith('去')
        || words.Contains("预算", StringComparison.Ordinal) || words.Contains("同期", StringComparison.Ordinal);

    private static ListKind Kind(Match opener) =>
        opener.Groups["mainly"].Success ? ListKind.Mainly : opener.Groups["among"].Success ? ListKind.Among : ListKind.Consists;

    // A list at the head of a sentence belongs to the last amount that is part of nothing; within a sentence to the last amount.
    private AmountClaim? ListOwner() =>
        _last is { } last && last.Sentence == _sentence ? last : _result.Amounts.LastOrDefault(a => a.Parent is null && !a.IsAside);

    private void Take(Quantity quantity, TextSpan span)
    {
        var piece = _text.Slice(span);
        if (ParagraphWords.Reason().IsMatch(piece) || ParagraphWords.Use().IsMatch(piece))
            _aside = true;
        if (quantity.Unit == QuantityUnit.Count)
        {
            if (SubjectText.Of(piece).Name is { Length: > 3 } counted)
                SetTopic(counted, span);
            return;
        }

        if (quantity.Unit == QuantityUnit.PercentPoint)
            return;
        if (ParagraphWords.Share().Match(piece) is { Success: true } share && !quantity.IsMoney)
            TakeShare(quantity, share, span);
        else if (_completing is not null && piece is "的" or "的比例为" && !quantity.IsMoney)
            TakeCompletion(quantity, _completing!, _last!.Span);
        else if (ParagraphWords.Completion().Match(piece) is { Success: true } completion && !quantity.IsMoney)
            TakeCompletion(quantity, completion.Groups["base"].Value, span);
        else if (ParagraphWords.Change().Match(piece) is { Success: true } change)
            TakeChange(quantity, change, span);
        else if (quantity.IsMoney || IsBareAmount(quantity, piece))
            TakeAmount(quantity, piece, span);
    }

    // A number without unit is an amount where it has decimals, ends a piece and follows amounts of the same sentence.
    private bool IsBareAmount(Quantity quantity, string piece) =>
        quantity is { Unit: QuantityUnit.None, Decimals: 1 or 2 } && piece.Length > 1 && _result.Amounts.Exists(a => a.Sentence == _sentence && !a.IsAside)
        && (quantity.Span.End == Text.Length || Text[quantity.Span.End] is '，' or '。' or '；' or '、' or '）');

    private void TakeAmount(Quantity quantity, string piece, TextSpan span)
    {
        if (ParagraphWords.GluedOpener().Match(piece.TrimStart('，')) is { Success: true } glued && piece.Length > glued.Length)
        {
            _lists.Open(ListOwner(), Kind(glued));
            _aside = false;
        }

        // “完成预算 15 万元的 70%”: the budget stands within the degree of completion.
        _completing = ParagraphWords.CompletionOf().Match(piece) is { Success: true } of ? of.Groups["base"].Value : null;
        // “为” makes a plain 预算 a role.
        var subject = SubjectText.Of(_completing is null ? piece : _completing + "为");
        var own = subject.Name.Length > 0;
        if (!own && subject.Role == AmountRole.Outturn)
            TakeForBudget();
        var aside = _aside || subject.IsBase;
        if (own && ParagraphWords.CodePath().Match(subject.Name) is { Success: true } path)
            SetTopic(path.Value, span);
        else if (own && !aside)
            SetTopic(subject.Name, new TextSpan(span.Start + subject.Skipped, span.End));
        var claim = new AmountClaim
        {
            Subject = own ? subject.Name : _topic,
            FullSubject = subject.Full.Length > 0 ? subject.Full : _topic,
            Who = subject.Who,
            SubjectSpan = own ? new TextSpan(span.Start + subject.Skipped, span.End) : aside ? span : Near(span),
            Role = subject.Role,
            Year = subject.Year,
            Amount = quantity,
            Sentence = _sentence,
            IsAside = aside,
        };
        _result.Amounts.Add(claim);
        if (aside)
            return;
        _lists.Add(claim);
        _last = claim;
        _change = null;
    }

    // “某某经费预算 6 万元，执行数 5 万元”: what an outturn without a name follows is the budget of the same thing.
    private void TakeForBudget()
    {
        if (_last is not { Role: AmountRole.Stated, IsAside: false } budget || budget.Sentence != _sentence || !SubjectText.IsBareBudget(budget.Subject) || budget.Subject != _topic)
            return;
        budget.Role = AmountRole.AdjustedBudget;
        budget.Subject = _topic = SubjectText.WithoutBudget(budget.Subject);
        budget.FullSubject = SubjectText.WithoutBudget(budget.FullSubject);
    }

    // The topic is quoted where it stands right before; else the words of the piece are.
    private TextSpan Near(TextSpan span) => _topicSpan.Length > 0 && span.End - _topicSpan.Start < 60 && _topicSpan.Start < span.Start ? _topicSpan : span;

    private void TakeChange(Quantity quantity, Match match, TextSpan span)
    {
        var word = match.Groups["word"].Value;
        var direction = IsUp(word) ? Direction.Up : Direction.Down;
        var (subject, basis) = Split(match.Groups["rest"].Value);
        var isRate = quantity.Unit == QuantityUnit.Percent || (quantity.Unit == QuantityUnit.None && _change is { Delta: not null, Rate: null });
        if (!isRate && !quantity.IsMoney && quantity.Unit != QuantityUnit.None)
            return;
        var quote = new TextSpan(span.Start, quantity.Span.End);
        if (isRate && _change is { Rate: null } open && (subject.Length == 0 || SubjectText.Alike(subject, open.Subject)))
        {
            (open.Rate, open.RateDirection, open.RateWord) = (quantity, direction, word);
            open.Span = new TextSpan(open.Span.Start, quantity.Span.End);
            return;
        }

        basis ??= _base;
        _change = new ChangeClaim
        {
            Subject = subject,
            Base = basis,
            BaseYear = basis is not null && ParagraphWords.Year().Match(basis) is { Success: true } year
                ? int.Parse(year.Value, System.Globalization.CultureInfo.InvariantCulture)
                : null,
            Direction = direction,
            Word = word,
            Now = _aside ? null : Now(subject),
            Sentence = _sentence,
            IsAside = _aside,
            Span = quote,
            Delta = isRate ? null : quantity,
            Rate = isRate ? quantity : null,
            RateDirection = isRate ? direction : null,
            RateWord = isRate ? word : null,
        };
        _result.Changes.Add(_change);
    }

    private static bool IsUp(string word) => ('|' + ParagraphWords.Up + '|').Contains('|' + word + '|', StringComparison.Ordinal);

    private static (string Subject, string? Base) Split(string rest)
    {
        if (ParagraphWords.Base().Match(rest) is { Success: true } found)
            return (SubjectText.Of(rest[..found.Index]).Name, found.Groups["base"].Value);
        return (SubjectText.Of(rest).Name, null);
    }

    private AmountClaim? Now(string subject)
    {
        if (subject.Length == 0)
        {
            // Last year's figure and the budget may stand between: the figure of this year is meant.
            var here = _result.Amounts.Where(a => !a.IsAside && a.Sentence == _sentence && a.Role is AmountRole.Stated or AmountRole.Outturn).ToList();
            var year = here.Max(a => a.Year);
            return here.LastOrDefault(a => (a.Year ?? year) == year) ?? (ListOwner() is { } owner && owner.Sentence >= _sentence - 1 ? owner : null);
        }

        return _result.Amounts.LastOrDefault(a => !a.IsAside && a.Role is AmountRole.Stated or AmountRole.Outturn && SubjectText.Alike(a.Subject, subject));
    }

    private void TakeShare(Quantity quantity, Match match, TextSpan span)
    {
        var subject = SubjectText.Of(match.Groups["part"].Value).Name;
        var part = subject.Length == 0
            ? _last is { } last && last.Sentence == _sentence ? last : null
            : _result.Amounts.LastOrDefault(a => !a.IsAside && a.Sentence == _sentence && SubjectText.Alike(a.Subject, subject));
        var whole = match.Groups["whole"].Value;
        if (whole.Length == 0 && part is { Parent: null })
            whole = Introduced(span.Start);
        if (!_aside)
            _result.Shares.Add(new ShareClaim(quantity, whole, part, new TextSpan(span.Start, quantity.Span.End)));
    }

    // “三公”经费支出决算中，……占 86.84%: the sentence begins with what its shares are of.
    private string Introduced(int at)
    {
        var text = _result.Text.Text;
        var begin = at == 0 ? 0 : text.LastIndexOf('。', at - 1) + 1;
        return ParagraphWords.Introduction().Match(text[begin..at]).Groups["whole"].Value;
    }

    private void TakeCompletion(Quantity quantity, string basis, TextSpan span)
    {
        if (_aside)
            return;
        var outturn = _result.Amounts.LastOrDefault(a => !a.IsAside && a.Role is AmountRole.Outturn or AmountRole.Stated);
        var budget = outturn is null ? null : _result.Amounts.LastOrDefault(a => !a.IsAside && a.Subject == outturn.Subject && Suits(a.Role, basis));
        _result.Completions.Add(new CompletionClaim(quantity, basis, budget, outturn, _sentence, new TextSpan(span.Start, quantity.Span.End)));
    }

    private static bool Suits(AmountRole role, string basis) =>
        basis.Contains("年初", StringComparison.Ordinal) ? role == AmountRole.InitialBudget
        : basis.Contains("全年", StringComparison.Ordinal) || basis.Contains("调整", StringComparison.Ordinal) ? role == AmountRole.AdjustedBudget
        : role is AmountRole.InitialBudget or AmountRole.AdjustedBudget;
}
