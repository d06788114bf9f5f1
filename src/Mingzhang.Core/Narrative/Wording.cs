using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Narrative;

/// <summary>What a name in a wording stands for (说法中的科目).</summary>
public enum WordingVariable
{
    /// <summary>No variable.</summary>
    None,

    /// <summary>A functional code by its name.</summary>
    Function,

    /// <summary>An economic code by its name.</summary>
    Economic,

    /// <summary>A project by its name.</summary>
    Project,
}

/// <summary>What wordings of the narrative mean which cell (文字与表格的对应). Read from data/narrative.</summary>
/// <param name="Name">Name of the figure, for messages.</param>
/// <param name="Kind">Kind of document.</param>
/// <param name="Patterns">How texts call it: 〔 〕 optional, ( | ) alternatives, &lt;功能科目&gt; a name.</param>
/// <param name="Contexts">Words of which one must stand in what is around; empty for any.</param>
/// <param name="Cells">The cells it may be; empty for a figure no table shows.</param>
/// <param name="BudgetCells">The cells of its budget in final accounts.</param>
public sealed record Wording(
    string Name,
    DisclosureKind Kind,
    IReadOnlyList<WordingPattern> Patterns,
    IReadOnlyList<string> Contexts,
    IReadOnlyList<FormulaReference> Cells,
    IReadOnlyList<FormulaReference> BudgetCells)
{
    /// <summary>Names of items (项) of which the tables must use one before a cell is meant; empty for any.</summary>
    public IReadOnlyList<string> ItemsUsed { get; init; } = [];

    /// <summary>Names of items (项) of which the tables must use none before a cell is meant.</summary>
    public IReadOnlyList<string> ItemsNotUsed { get; init; } = [];

    /// <summary>What its patterns leave open.</summary>
    public WordingVariable Variable => Patterns.Count > 0 ? Patterns[0].Variable : WordingVariable.None;
}

/// <summary>One way of calling a figure.</summary>
public sealed partial class WordingPattern
{
    private readonly string _expression;
    private readonly string _always;
    private Regex? _regex;

    private WordingPattern(string text, string expression, WordingVariable variable)
    {
        Text = text;
        _expression = expression;
        _always = LongestFixedPart(text);
        Variable = variable;
    }

    /// <summary>As written.</summary>
    public string Text { get; }

    /// <summary>What it leaves open.</summary>
    public WordingVariable Variable { get; }

    /// <summary>Reads a pattern; null, with the reason, when brackets do not match.</summary>
    public static WordingPattern? Parse(string text, out string? why)
    {
        why = text.Count(c => c == '〔') != text.Count(c => c == '〕') ? "〔 与 〕不成对"
            : text.Count(c => c == '(') != text.Count(c => c == ')') ? "( 与 ) 不成对"
            : text.Trim().Length == 0 ? "是空的"
            : null;
        if (why is not null)
            return null;
        var variable = text switch
        {
            "<功能科目>" => WordingVariable.Function,
            "<经济科目>" => WordingVariable.Economic,
            "<项目>" => WordingVariable.Project,
            _ => WordingVariable.None,
        };
        if (variable == WordingVariable.None && text.Contains('<', StringComparison.Ordinal))
        {
            why = "尖括号里只能写 <功能科目>、<经济科目> 或 <项目>，并且单独成项";
            return null;
        }

        var regex = new StringBuilder("^(?:").Append(Prefix).Append(")?(?<core>");
        foreach (var c in text)
        {
            regex.Append(c switch
            {
                '〔' => "(?:",
                '〕' => ")?",
                '(' => "(?:",
                ')' => ")",
                '|' => "|",
                _ => Regex.Escape(c.ToString()),
            });
        }

        return new WordingPattern(text, regex.Append(")$").ToString(), variable);
    }

    /// <summary>Whether a subject, in normal form, is this wording: nothing but the agency itself or 本部门 may stand in front.</summary>
    /// <param name="subject">The subject.</param>
    /// <param name="isOwn">Whether a name is that of the document's own agency; units below it have figures of their own.</param>
    public bool Matches(string subject, Func<string, bool> isOwn)
    {
        // Of hundreds of patterns a document meets a few dozen: the others are never made into expressions.
        if (Variable != WordingVariable.None || !subject.Contains(_always, StringComparison.Ordinal))
            return false;
        _regex ??= new Regex(_expression, RegexOptions.CultureInvariant);
        if (_regex.Match(subject) is not { Success: true } match)
            return false;
        var who = match.Groups["who"].Value;
        return who.Length == 0 || isOwn(who);
    }

    // The longest run of characters that every text of this pattern has; empty where it has none.
    private static string LongestFixedPart(string pattern)
    {
        var (longest, run, depth) = ("", "", 0);
        foreach (var c in pattern)
        {
            if (depth == 0 && c == '|')
                return "";
            depth += c is '〔' or '(' ? 1 : c is '〕' or ')' ? -1 : 0;
            run = depth == 0 && c is not ('〕' or ')') ? run + c : "";
            if (run.Length > longest.Length)
                longest = run;
        }

        return longest;
    }

    // Who, when, and “部门预算中安排”: what may stand before the name of a figure without changing its meaning.
    // 下属一家机关和一家事业单位: all units of the agency together.
    private const string Prefix = "(?<who>[^，。“”]{2,30}?(?:局|委员会|委|中心|院|校|厅|处|所|队|办公室|办|会|馆|站|政府))?(?:（部门）)?(?:(?:下属|所属)[0-9一二三四五六七八九十两]+[家个][^，。“”]{2,30}?(?:单位|机关|机构))?(?:20[0-9]{2}年度?)?(?:本|全)?(?:部门|单位|当年|本年度?|全年)?(?:部门预算中?|预算中?)?(?:财政拨款)?(?:资金)?(?:安排|纳入)?的?";
}
