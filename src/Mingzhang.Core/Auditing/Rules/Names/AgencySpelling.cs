namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>机构名称前后一致：全文各处写同一个机构名称，不多字、漏字、错字。</summary>
public sealed class AgencySpelling : IDisclosureRule
{
    // More places than this with one and the same slip are one finding.
    private const int Singly = 5;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0501", "全文各处机构名称一致，不多字、漏字、错字（规范简称除外）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        if (AgencyName.Read(context.Disclosure.Facts.Agency) is not { Seat.Length: > 0 } name)
            yield break;
        var stream = new PrintedStream(context.Disclosure);
        var right = 0;
        var slips = new List<(string Slip, int At)>();
        foreach (var at in stream.Positions(name.Seat))
        {
            var body = at + name.Seat.Length;
            if (string.CompareOrdinal(stream.Text, body, name.Body, 0, name.Body.Length) == 0)
                right++;
            else if (name.SlipAt(stream.Text, body) is { } slip)
                slips.Add((slip, body));
        }

        foreach (var group in slips.GroupBy(s => s.Slip))
        {
            var places = group.ToList();
            // Where both spellings are as frequent, which one is right is open.
            var clear = right >= 2 * places.Count;
            for (var i = 0; i < (places.Count > Singly ? 1 : places.Count); i++)
            {
                var printed = stream.At(places[i].At);
                var (statement, row) = PrintedStream.Where(context.Disclosure, printed.At, group.Key);
                var section = context.Disclosure.Narrative.LastOrDefault(p => Precedes(p.At, printed.At) && Editions.Labels.WithoutSpaces(p.Text).Contains(context.Disclosure.Texts.Count == 0 ? group.Key : stream.Text[places[i].At..Math.Min(stream.Text.Length, places[i].At + group.Key.Length + 6)], StringComparison.Ordinal))?.Section;
                var message = $"机构名称写作“{name.Seat}{group.Key}”，别处（{right}处）写作“{name.Seat}{name.Body}”{(places.Count > Singly ? $"；共有{places.Count}处" : "")}。";
                yield return (clear ? this.Error(FindingKind.Name, message) : this.Warning(FindingKind.Name, message)) with
                {
                    Statement = section is null ? statement : null,
                    Section = section,
                    Row = section is null ? row : null,
                    Quote = stream.Around(places[i].At - name.Seat.Length, name.Seat.Length + group.Key.Length, 12),
                    Printed = name.Above + name.Seat + group.Key,
                    Expected = name.Full,
                    At = printed.At,
                };
            }
        }
    }

    private static bool Precedes(Figures.Place paragraph, Figures.Place place) =>
        paragraph.Line is { } line && place.Line is { } other ? line <= other && other - line < 12 : paragraph.Page is { } page && place.Page is { } on && (page == on || page + 1 == on);
}
