using Mingzhang.Core.Auditing.Related;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Auditing.Formulas;

/// <summary>Where a formula holds (适用位置).</summary>
public enum FormulaScope
{
    /// <summary>每行: in every row, among columns of one table.</summary>
    EachRow,

    /// <summary>每列: in every amount column, among rows of one table.</summary>
    EachColumn,

    /// <summary>逐级: every parent row is the sum of the rows right below it.</summary>
    Levels,

    /// <summary>本表 or 表间: among cells named by table, row and column.</summary>
    Cells,

    /// <summary>文件间: among cells of this document and of a related one.</summary>
    Documents,
}

/// <summary>A relation between figures as data (审核公式).</summary>
/// <param name="Id">Stable id, e.g. BG-0501.</param>
/// <param name="Scope">Where it holds.</param>
/// <param name="Left">Left side.</param>
/// <param name="Comparison">=, ≤ or ≥.</param>
/// <param name="Right">Right side.</param>
/// <param name="IsSoft">Whether a breach is a warning at most (提示性).</param>
/// <param name="Source">Its text and place.</param>
/// <param name="FormId">The form it was written with; null for relations between tables.</param>
public sealed record Formula(
    string Id,
    FormulaScope Scope,
    IReadOnlyList<FormulaTerm> Left,
    Comparison Comparison,
    IReadOnlyList<FormulaTerm> Right,
    bool IsSoft,
    FormulaText Source,
    string? FormId)
{
    /// <summary>What the relation says, in the office's words; the formula itself where nothing is said.</summary>
    public string? Explanation { get; init; }

    /// <summary>The regulation it follows from (依据); null where it is plain arithmetic.</summary>
    public string? Basis { get; init; }

    /// <summary>First year it applies to; null for any.</summary>
    public int? From { get; init; }

    /// <summary>Last year it applies to; null for any.</summary>
    public int? To { get; init; }

    /// <summary>The related document it compares with; null for a relation within one document.</summary>
    public RelatedRole? Against => Left.Concat(Right).Select(t => t.Reference.Document).FirstOrDefault(d => d is not null);

    /// <summary>The formula without its id and scope, as people write it.</summary>
    public string Body { get; init; } = "";
}

/// <summary>A term of a formula.</summary>
/// <param name="Sign">+1 or -1.</param>
/// <param name="Reference">The first or only cell it names.</param>
/// <param name="Last">The last cell of a range “A … B”; null for a single cell.</param>
/// <param name="IsSumOfClasses">Whether it is 合计(…): the sum of all rows that stand for functional 类.</param>
public sealed record FormulaTerm(int Sign, FormulaReference Reference, FormulaReference? Last, bool IsSumOfClasses);

/// <summary>A reference to cells.</summary>
/// <param name="Table">Form id; null for the table at hand.</param>
/// <param name="IsOptional">Whether an absent table counts as zero (“表?”).</param>
/// <param name="Row">Row: an item id, a code, 合计, or a variable 类, 款, 项, 科目; null in a formula over columns.</param>
/// <param name="Column">Column id; null in a formula over rows.</param>
public sealed record FormulaReference(string? Table, bool IsOptional, string? Row, string? Column)
{
    /// <summary>The related document the table is of; null for the document at hand.</summary>
    public RelatedRole? Document { get; init; }

    /// <summary>
    /// Reads “表名[行].栏”, with “表名?” for an optional table and “上年决算·表名” for that of a related document; null when it is not of that form.
    /// </summary>
    public static FormulaReference? Parse(string text)
    {
        var dot = text.IndexOf('·', StringComparison.Ordinal);
        if (dot > 0 && RelatedRoles.Named(text[..dot]) is { } document)
            return Parse(text[(dot + 1)..]) is { Table: not null } within ? within with { Document = document } : null;
        var open = text.IndexOf('[', StringComparison.Ordinal);
        var close = text.IndexOf("].", StringComparison.Ordinal);
        if (open < 0 || close <= open + 1 || close + 2 >= text.Length)
            return null;
        var table = text[..open];
        var optional = table.EndsWith('?');
        return new FormulaReference(table.Length == 0 ? null : optional ? table[..^1] : table, optional, text[(open + 1)..close], text[(close + 2)..]);
    }
}
