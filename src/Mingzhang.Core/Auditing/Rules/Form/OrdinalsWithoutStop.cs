using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>序号后有标点：逐条编号的内容，每个序号之后都有“.”或“、”。</summary>
public sealed partial class OrdinalsWithoutStop : IDisclosureRule
{
    // A paragraph of an item takes a few printed lines.
    private const int Reach = 12;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0308", "逐条编号的，每个序号之后都有“.”或“、”");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var lines = context.Disclosure.Texts.Where(t => !t.InCell).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            if (Bare().Match(lines[i].Text) is not { Success: true } bare || !int.TryParse(bare.Groups["n"].Value, CultureInfo.InvariantCulture, out var number))
                continue;
            // Only between its neighbours is it surely an ordinal.
            if (!Near(lines, i, -1, number - 1) || !Near(lines, i, 1, number + 1))
                continue;
            yield return this.Warning(FindingKind.Other, $"序号“{bare.Groups["n"].Value}”之后缺“.”，其他各条都有。") with
            {
                Section = context.Disclosure.Narrative.LastOrDefault(p => p.At.Line <= lines[i].At.Line)?.Section,
                Row = bare.Groups["n"].Value,
                Quote = lines[i].Text[..Math.Min(20, lines[i].Text.Length)],
                Printed = bare.Groups["n"].Value,
                Expected = bare.Groups["n"].Value + ".",
                At = lines[i].At,
            };
        }
    }

    private static bool Near(List<PrintedText> lines, int at, int step, int number)
    {
        var wanted = number.ToString(CultureInfo.InvariantCulture);
        for (var i = at + step; i >= 0 && i < lines.Count && Math.Abs(i - at) <= Reach; i += step)
        {
            if (Stopped().Match(lines[i].Text) is { Success: true } match && match.Groups["n"].Value == wanted)
                return true;
        }

        return false;
    }

    [GeneratedRegex("^\\s*(?<n>[0-9]{1,2})(?=[“\"《])")]
    private static partial Regex Bare();

    [GeneratedRegex("^\\s*(?<n>[0-9]{1,2}) ?[.、．](?![0-9])")]
    private static partial Regex Stopped();
}
