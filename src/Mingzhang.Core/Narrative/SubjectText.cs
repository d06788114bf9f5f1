using System.Globalization;
using System.Text.RegularExpressions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Narrative;

/// <summary>The subject of an amount, taken apart (主语): year, name, role.</summary>
/// <param name="Name">What the amount is of; may be empty.</param>
/// <param name="Full">The name with a year at its head.</param>
/// <param name="Year">The year named; null when there is none.</param>
/// <param name="Role">Which figure of it.</param>
/// <param name="Skipped">How many characters before the name are ordinals and list words.</param>
public sealed partial record SubjectText(string Name, string Full, int? Year, AmountRole Role, int Skipped)
{
    /// <summary>Who stands before the year, e.g. an agency; empty when nobody does.</summary>
    public string Who { get; init; } = "";

    /// <summary>Whether it is what something is compared with (比上年, 与年初预算数), no statement of its own.</summary>
    public bool IsBase { get; init; }

    /// <summary>Takes the words before an amount apart.</summary>
    public static SubjectText Of(string words)
    {
        var skipped = Head().Match(words).Length;
        var text = words[skipped..];
        var copula = Copula().Match(text);
        if (copula.Success)
            text = text[..copula.Index];
        // “支出预算为”: a plain 预算 is a role only where the sentence goes on with 为; “收支总预算” is a name.
        var isBudget = copula.Success && copula.Value.AsSpan().ContainsAny("为是") && BareBudget().IsMatch(text);
        var role = AmountRole.Stated;
        int? year = null;
        if (RoleTail().Match(text) is { Success: true } tail)
        {
            role = RoleOf(tail.Groups["role"].Value);
            if (tail.Groups["year"].Success)
                year = Number(tail.Groups["year"].Value);
            text = text[..tail.Index];
        }

        else if (isBudget)
        {
            role = AmountRole.AdjustedBudget;
            text = text[..^2];
        }

        var full = text;
        var who = AgencyHead().Match(text) is { Success: true } agency ? agency.Groups["who"].Value : "";
        text = text[who.Length..];
        if (YearHead().Match(text) is { Success: true } head)
        {
            year ??= Number(head.Groups["year"].Value);
            text = text[head.Length..];
        }

        if (role == AmountRole.Stated && BudgetHead().Match(text) is { Success: true } budget && text.Length > budget.Length)
            text = text[budget.Length..];
        return new SubjectText(Trim(text), Trim(full), year, role, skipped) { Who = who, IsBase = BaseHead().IsMatch(full) };
    }

    /// <summary>Whether two wordings may mean the same thing: equal, one the end of the other, or very much alike.</summary>
    public static bool Alike(string left, string right)
    {
        var a = NameText.Normal(left);
        var b = NameText.Normal(right);
        return a == b || (a.Length > 3 && b.Length > 3 && (a.EndsWith(b, StringComparison.Ordinal) || b.EndsWith(a, StringComparison.Ordinal)))
            || NameText.Likeness(Expanded(a), Expanded(b)) >= 600;
    }

    /// <summary>Whether a name ends in a plain 预算 that only says which figure is meant: not 总预算, not 公共预算.</summary>
    public static bool IsBareBudget(string name) => name.Length > 4 && BareBudget().IsMatch(name);

    /// <summary>A name without the plain 预算 at its end.</summary>
    public static string WithoutBudget(string name) => IsBareBudget(name) ? name[..^2] : name;

    private static string Expanded(string text) => text.Replace("收、支", "收入支出", StringComparison.Ordinal).Replace("收支", "收入支出", StringComparison.Ordinal);

    private static string Trim(string text) => text.Trim('、', '，', '：', '的', '“', '”') is var t && text.Contains('”') && text.IndexOf('“', StringComparison.Ordinal) is >= 0
        ? text.Trim('、', '，', '：', '的')
        : t;

    private static int Number(string year) => int.Parse(year, CultureInfo.InvariantCulture);

    private static AmountRole RoleOf(string word) =>
        word.Contains("决算", StringComparison.Ordinal) || word.StartsWith("执行", StringComparison.Ordinal) || word.StartsWith("实际", StringComparison.Ordinal) ? AmountRole.Outturn
        : word.Contains("年初", StringComparison.Ordinal) ? AmountRole.InitialBudget
        : AmountRole.AdjustedBudget;

    // Ordinals and words that introduce a list.
    [GeneratedRegex(@"^(?:、|，|：|；|）|和(?=.)|以及|及(?=.)|其中|主要包括|具体包括|包括|分别为|分别是|即|(?:[（][一二三四五六七八九十\d]{1,3}）)|(?:[一二三四五六七八九十\d]{1,3}[、.．](?!\d))|[①-⑳]|[-•])+")]
    private static partial Regex Head();

    [GeneratedRegex("(?:为|是|共计|(?<![合总共])计|达到|达|约|共|各|均|都|：|共有|列支)+$")]
    private static partial Regex Copula();

    [GeneratedRegex(@"(?:(?<year>20\d\d)年度?)?(?<role>年初预算数?|年初预算安排|全年预算数?|年度预算数?|(?:年中)?调整后?预算数?|调整后的?预算数?|预算数|预算金额|(?:支出|收入)决算数?|决算数|决算|执行数|执行金额|实际执行数?|实际支出数?)(?:金额)?$")]
    private static partial Regex RoleTail();

    [GeneratedRegex("^(?:(?:与|比|较|同)(?!行)|(?:上年|去年|上一年)度?(?:同期|预算数?|决算数?|执行数?)?$)")]
    private static partial Regex BaseHead();

    [GeneratedRegex(@"^(?:其中)?(?<year>20\d\d)年度?(?![第末初底])")]
    private static partial Regex YearHead();

    [GeneratedRegex("(?<!总|公共|基金|经营)预算$")]
    private static partial Regex BareBudget();

    // “某某局2024年度”: who stands before the year.
    [GeneratedRegex(@"^(?<who>[^，。“”]{2,30}(?:局|委员会|委|中心|院|校|厅|处|所|队|办公室|办|会|馆|站|政府|部|部门|单位|本级))(?=20\d\d年)")]
    private static partial Regex AgencyHead();

    [GeneratedRegex("^(?:年初预算|全年预算|当年|全年|本年度?(?=.*(?:预算|决算)))(?=..)")]
    private static partial Regex BudgetHead();
}
