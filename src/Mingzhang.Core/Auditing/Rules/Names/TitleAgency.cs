using System.Text.RegularExpressions;

namespace Mingzhang.Core.Auditing.Rules.Names;

/// <summary>标题写本机构：各部分、各表标题中的机构就是公开的部门（单位）。</summary>
public sealed partial class TitleAgency : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0502", "各部分、各表标题中的机构名称是本部门（单位），不是别的机构");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        if (AgencyName.Read(context.Disclosure.Facts.Agency) is not { Seat.Length: > 0 } name)
            yield break;
        var known = UnitCodes.Read(context).Select(u => u.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (text, at, _) in PrintedWords.Headings(context.Disclosure))
        {
            if (Title().Match(text) is not { Success: true } match)
                continue;
            var printed = match.Groups["agency"].Value;
            if (IsOwn(printed, name) || known.Contains(printed) || name.IsSlip(After(printed, name.Seat)))
                continue;
            yield return this.Error(FindingKind.Name, $"标题中的机构是“{printed}”，本文件公开的是“{name.Full}”。") with
            {
                Section = text,
                Quote = text,
                Printed = printed,
                Expected = name.Full,
                At = at,
            };
        }
    }

    // A short form keeps the order of the characters (区医保局 for 某某区医疗保障局), and its place where a higher one is named.
    private static bool IsOwn(string printed, AgencyName name)
    {
        var at = 0;
        foreach (var c in name.Full)
        {
            if (at < printed.Length && printed[at] == c)
                at++;
        }

        var whole = at == printed.Length || printed.Contains(name.Seat + name.Body, StringComparison.Ordinal);
        var higher = name.Above.Length > 0 && printed.StartsWith(name.Above, StringComparison.Ordinal);
        return whole && (!higher || printed.Contains(name.Seat, StringComparison.Ordinal) || printed.Length <= name.Above.Length);
    }

    private static string After(string printed, string seat)
    {
        var at = printed.IndexOf(seat, StringComparison.Ordinal);
        return at < 0 ? printed : printed[(at + seat.Length)..];
    }

    [GeneratedRegex("^(第[一二三四五六七八九十0-9]+部分)?(附?表[0-9一二三四五六七八九十]+[.、：．]?)?(?<agency>[\\u4e00-\\u9fff]{2,28}(局|委|委员会|办公室|中心|院|厅|会|所|校|队|站|馆))(20[0-9]{2})年度?[^0-9]{0,24}(预算|决算|收支|支出|收入)[^0-9]{0,24}$")]
    private static partial Regex Title();
}
