using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>测算依据写明标准和数量，不只重复用途。</summary>
public sealed partial class BareBasis : IDisclosureRule
{
    // Sums below are too small to ask for standard and quantity, in 万元.
    private const decimal Small = 100m;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0105", "“测算依据及说明”写明标准、数量，不只重复活动内容", "《预算法》第三十二条");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var forms = ProjectForm.All(context.Disclosure).Where(f => f.IsProjectGoal).ToList();
        var lines = forms.SelectMany(f => f.Details.Select(d => new BasisLine(f, d))).Where(l => l.Line.Basis is { Length: > 0 }).ToList();
        foreach (var (form, line) in lines.Where(l => OnlyAmount(l.Line)))
            yield return About(context, new BasisLine(form, line), $"“{form.Name}”{line.Amount!.Text}万元的测算依据只重复金额“{line.Basis}”，没有标准和数量，金额无法复算。", Quote(line));
        lines.RemoveAll(l => OnlyAmount(l.Line));
        // A share is no quantity: 按照10%的比例 gives no amount by itself.
        var bare = lines.Where(l => !CalculationText.Read(l.Line.Basis!).Any(c => c.Result is not null || c.Factors.Any(f => f >= 1m))).ToList();
        if (bare.Count == 0)
            yield break;
        // Where no line of the document has a calculation it is one finding; else each large one is.
        if (bare.Count == lines.Count && bare.Count > 1)
        {
            yield return About(context, bare[0], $"全部{bare.Count}行明细测算的“测算依据及说明”都只写用途，没有标准和数量，金额无法复算（{string.Join("；", bare.Select(b => $"{b.Line.Key} {b.Line.Amount?.Text}"))}）。", Quote(bare.MaxBy(b => b.Line.Amount?.Value ?? 0m)!.Line));
            yield break;
        }

        foreach (var each in bare.Where(b => b.Line.Amount is { } a && a.Value >= Small))
            yield return About(context, each, $"“{each.Form.Name}”{each.Line.Amount!.Text}万元的测算依据只写用途，没有标准和数量，金额无法复算。", Quote(each.Line));
    }

    // “1.8万元/年” for 1.8: what is left besides the amount is a unit.
    private static bool OnlyAmount(DetailLine line) =>
        line.Amount is { } amount && Restated().Match(Figures.FigureText.Compact(line.Basis!)) is { Success: true } match && ProjectForm.Parse(match.Groups["amount"].Value) is { } said && said.Agrees(amount.Value);

    private static string Quote(DetailLine line) => $"{line.Activity} {line.Key} {line.Economic} {line.Amount?.Text} {line.Basis}".Trim();

    private Finding About(RuleContext context, BasisLine each, string message, string quote) =>
        this.Warning(FindingKind.Logic, message) with
        {
            Statement = each.Form.Form.Form,
            Row = $"{each.Form.Name}/项目支出明细测算",
            Column = new Disclosures.ColumnPath("测算依据及说明"),
            Quote = quote,
            Printed = each.Line.Basis,
            Expected = "标准×数量",
            At = PrintedWords.PlaceOf(context.Disclosure, each.Line.Basis!, each.Form.Form.At),
        };

    [GeneratedRegex("^(共计|合计|约|预计|需)?(?<amount>[0-9][0-9.]*(万元|万|元)?)(/年|每年|一年)?[。.]?$")]
    private static partial Regex Restated();

    private sealed record BasisLine(ProjectForm Form, DetailLine Line);
}
