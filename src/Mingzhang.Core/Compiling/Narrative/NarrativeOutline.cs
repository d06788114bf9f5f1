using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>What a narrative says and in which order (情况说明的提纲). Read from data/narrative/编制; docs/narrative-outline.md describes it.</summary>
/// <param name="Name">Name by which editions choose it.</param>
/// <param name="Kind">Kind of document.</param>
/// <param name="Figures">数: names of figures, each with the cells it may be; the first that the document has counts.</param>
/// <param name="Styles">比较: how changes and completions are worded.</param>
/// <param name="Lists">清单: what may be listed, and how an item is worded.</param>
/// <param name="Sections">提纲.</param>
public sealed record NarrativeOutline(
    string Name,
    DisclosureKind Kind,
    IReadOnlyDictionary<string, IReadOnlyList<FormulaReference>> Figures,
    IReadOnlyDictionary<string, OutlineStyle> Styles,
    IReadOnlyDictionary<string, OutlineList> Lists,
    IReadOnlyList<OutlineSection> Sections);

/// <summary>How a comparison is worded, case by case (比较用语).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Call">What a gap calls it, e.g. 与上年预算比较.</param>
/// <param name="Suffix">What is put behind the name of a figure to find what it is compared with; empty for nothing.</param>
/// <param name="Cases">Wording of each case: 增加, 减少, 增加无幅度, 减少无幅度, 持平, 均无.</param>
public sealed record OutlineStyle(string Name, string Call, string Suffix, IReadOnlyDictionary<string, OutlineText> Cases)
{
    /// <summary>The style for differences so small that nobody must explain them, without a reason; null where all are worded alike.</summary>
    public string? Near { get; init; }

    /// <summary>The cases every style words.</summary>
    public static IReadOnlyList<string> CaseNames { get; } = ["增加", "减少", "增加无幅度", "减少无幅度", "持平", "均无"];
}

/// <summary>A list of things with figures (清单): named figures, rows of a table, or records of the ledger.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Figures">Names of figures; empty for the other kinds.</param>
/// <param name="Rows">The rows and column of a table, with 类, 款, 项 or 科目 as row; null for the other kinds.</param>
/// <param name="Within">Codes the rows must lie within; empty for any.</param>
/// <param name="Records">Name of a kind of records; null for the other kinds.</param>
/// <param name="Whole">Figure the items are shares of; null when they state no share.</param>
/// <param name="Text">How one item is worded.</param>
/// <param name="Joint">What stands between two items.</param>
/// <param name="KeepsZero">Whether items of zero are listed too.</param>
public sealed record OutlineList(
    string Name,
    IReadOnlyList<string> Figures,
    FormulaReference? Rows,
    IReadOnlyList<string> Within,
    string? Records,
    string? Whole,
    OutlineText Text,
    string Joint,
    bool KeepsZero);

/// <summary>A piece of an outline, used where its conditions hold.</summary>
/// <param name="When">All of them must hold.</param>
public abstract record OutlineBlock(IReadOnlyList<OutlineCondition> When);

/// <summary>A heading and what stands under it (标题). One under which nothing is said is left out; the rest is numbered.</summary>
/// <param name="Title">Without ordinal.</param>
/// <param name="IsTables">Whether it stands for the part that holds the tables.</param>
/// <param name="Blocks">What stands under it.</param>
/// <param name="When">Conditions.</param>
public sealed record OutlineSection(OutlineText Title, bool IsTables, IReadOnlyList<OutlineBlock> Blocks, IReadOnlyList<OutlineCondition> When) : OutlineBlock(When);

/// <summary>A paragraph of pieces, each with its own conditions (段).</summary>
/// <param name="Pieces">The pieces.</param>
/// <param name="When">Conditions.</param>
public sealed record OutlineParagraph(IReadOnlyList<OutlinePiece> Pieces, IReadOnlyList<OutlineCondition> When) : OutlineBlock(When);

/// <summary>A paragraph for each item of a list (逐项).</summary>
/// <param name="List">Name of the list.</param>
/// <param name="Otherwise">The paragraph where the list is empty; null for none.</param>
/// <param name="When">Conditions.</param>
public sealed record OutlineItems(string List, OutlineText? Otherwise, IReadOnlyList<OutlineCondition> When) : OutlineBlock(When);

/// <summary>A piece of a paragraph.</summary>
/// <param name="Text">Its words.</param>
/// <param name="When">Conditions.</param>
public sealed record OutlinePiece(OutlineText Text, IReadOnlyList<OutlineCondition> When);

/// <summary>A condition (当): 有 X, 没有 X, 是 X, 不是 X.</summary>
/// <param name="IsNegated">Whether the opposite is asked.</param>
/// <param name="IsFact">Whether X is a fact of the office (是) rather than a figure or list (有).</param>
/// <param name="Name">X.</param>
public sealed record OutlineCondition(bool IsNegated, bool IsFact, string Name)
{
    /// <summary>Reads conditions joined by 且; null when one is not of that form.</summary>
    public static IReadOnlyList<OutlineCondition>? Parse(string text)
    {
        var conditions = new List<OutlineCondition>();
        foreach (var part in text.Split(" 且 ", StringSplitOptions.TrimEntries))
        {
            if (part.Split(' ', 2) is not [var verb, { Length: > 0 } name] || verb is not ("有" or "没有" or "是" or "不是"))
                return null;
            conditions.Add(new OutlineCondition(verb is "没有" or "不是", verb.EndsWith('是'), name.Trim()));
        }

        return conditions;
    }
}
