using System.Globalization;
using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>Puts a finding about a sentence into form (文字问题的写法).</summary>
internal static class SentenceFinding
{
    /// <summary>A finding that quotes words of a paragraph.</summary>
    public static Finding At(
        this IDisclosureRule rule, StatingParagraph paragraph, TextSpan span, Severity severity, FindingKind kind, string message,
        string? printed = null, string? expected = null, string? arithmetic = null, string? correction = null, bool isSure = true) => new()
        {
            Rule = rule.Info.Id,
            Severity = severity,
            Kind = kind,
            Section = paragraph.Source.Section,
            At = paragraph.Source.At,
            Quote = paragraph.Quote(span),
            Printed = printed,
            Expected = expected,
            Message = message,
            Basis = rule.Info.Basis,
            Arithmetic = arithmetic,
            Correction = correction is null ? null : new SuggestedCorrection(correction, isSure && severity == Severity.Error),
            Relations = [rule.Info.Id],
        };

    /// <summary>A number with its unit as printed, without spaces.</summary>
    public static string Words(this StatingParagraph paragraph, Quantity number) => paragraph.Parsed.Text.Slice(number.Span);

    /// <summary>From the start of one stretch to the end of another.</summary>
    public static TextSpan To(this TextSpan from, TextSpan to) => new(Math.Min(from.Start, to.Start), Math.Max(from.End, to.End));

    /// <summary>An amount in 元 written in 万元 with two decimals or as many as it needs.</summary>
    public static string WanYuan(decimal yuan)
    {
        var value = yuan / 10_000m;
        var decimals = Math.Max(2, (value / 1.0000000m).Scale > 2 && value != Precision.Round(value, 2) ? Math.Min(6, (int)value.Scale) : 2);
        return FigureText.Format(value, decimals);
    }

    /// <summary>A rate at given decimals: “12.30%”.</summary>
    public static string Percent(decimal rate, int decimals) => FigureText.Format(rate, decimals) + "%";

    /// <summary>A whole number without culture.</summary>
    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
