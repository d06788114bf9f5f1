using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Performance;

namespace Mingzhang.Core.Editions;

/// <summary>A set of published forms for one kind of document, place and span of years (公开表样版本).</summary>
/// <param name="Id">Stable id, e.g. wuhan-2022-budget.</param>
/// <param name="Name">Chinese name.</param>
/// <param name="Kind">预算 or 决算.</param>
/// <param name="From">First year it is used for.</param>
/// <param name="To">Last year it is used for; null while it is in use.</param>
/// <param name="Region">District code prefix it belongs to (4201 for 武汉市); null for the national base.</param>
/// <param name="Forms">The tables in the order of the document.</param>
public sealed record Edition(
    string Id,
    string Name,
    DisclosureKind Kind,
    int From,
    int? To,
    string? Region,
    IReadOnlyList<Form> Forms)
{
    /// <summary>Name of the outline (情况说明) its narrative follows; null for tables only.</summary>
    public string? Outline { get; init; }

    /// <summary>Its performance forms (绩效表样) in the order of the document.</summary>
    public IReadOnlyList<PerformanceLayout> Performance { get; init; } = [];

    /// <summary>The scoring schemes by which its self-evaluation forms are scored (评分办法).</summary>
    public ScoringSchemes Schemes { get; init; } = new([]);

    /// <summary>The form with this identity; null when the edition lacks it.</summary>
    public Form? Find(string formId) => Forms.FirstOrDefault(f => f.Id == formId);
}

/// <summary>One table of an edition (表样): the same description compiles, reads, audits and publishes it.</summary>
public sealed record Form
{
    /// <summary>Identity across editions: its title in the base edition.</summary>
    public required string Id { get; init; }

    /// <summary>Title printed by this edition.</summary>
    public required string Title { get; init; }

    /// <summary>Other titles under which documents print it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Printed number, e.g. 表5 or 公开05表.</summary>
    public string? Number { get; init; }

    /// <summary>Unit of its amounts.</summary>
    public Unit Unit { get; init; } = Unit.WanYuan;

    /// <summary>Decimals of its amounts.</summary>
    public int Decimals { get; init; } = 2;

    /// <summary>The note an empty table carries, with {机构} and {年} to be filled in; null when it needs none.</summary>
    public string? EmptyNote { get; init; }

    /// <summary>The note below the table; null when there is none.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the form prints zeros (0.00) or leaves them blank. Either way a blank takes part as zero.</summary>
    public bool PrintsZero { get; init; }

    /// <summary>Which ledger lines enter the table at all.</summary>
    public Selector Lines { get; init; } = Selector.Everything;

    /// <summary>Its sides: one for a plain table, two or three for 收支总表 and the like.</summary>
    public required IReadOnlyList<FormSide> Sides { get; init; }

    /// <summary>Its calculations, in the formula language, each with its stable id.</summary>
    public IReadOnlyList<FormulaText> Calculations { get; init; } = [];

    /// <summary>Every title of the form, its own first.</summary>
    public IEnumerable<string> AllTitles => [Title, Id, .. Aliases];
}

/// <summary>A formula as written in an edition or rule file, with its place for messages.</summary>
/// <param name="Text">The formula.</param>
/// <param name="File">File it stands in.</param>
/// <param name="Line">Line from 1.</param>
/// <param name="Column">Column from 1.</param>
public sealed record FormulaText(string Text, string File, int Line, int Column);

/// <summary>One side of a form (收入 or 支出), or the whole of a plain one.</summary>
/// <param name="Name">Side as printed and used as prefix of row keys; empty for a plain table.</param>
/// <param name="Rows">What its rows are.</param>
/// <param name="Columns">Its columns in printed order, text columns included.</param>
/// <param name="Prefixed">Whether row keys carry the side's name.</param>
public sealed record FormSide(string Name, FormRows Rows, IReadOnlyList<FormColumn> Columns, bool Prefixed = true)
{
    /// <summary>The side as printed; differs from the name where two sides print the same word.</summary>
    public string PrintedName { get; init; } = Name;

    /// <summary>The prefix of row keys of this side: “收入/” or nothing.</summary>
    public string KeyPrefix => Prefixed && PrintedName.Length > 0 ? PrintedName + "/" : "";

    /// <summary>Its amount columns in printed order.</summary>
    public IEnumerable<FormColumn> Amounts => Columns.Where(c => c.Text is null);
}

/// <summary>A column of a form (栏).</summary>
public sealed record FormColumn
{
    /// <summary>Identity across editions: its header path in the base edition, e.g. 基本支出/小计.</summary>
    public required string Id { get; init; }

    /// <summary>Header path this edition prints.</summary>
    public required ColumnPath Header { get; init; }

    /// <summary>Other innermost headers under which documents print it.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>For a text column what it shows (编码, 名称, 项目单位 …); null for an amount column.</summary>
    public string? Text { get; init; }

    /// <summary>Which lines its amounts add up.</summary>
    public Selector Lines { get; init; } = Selector.Everything;

    /// <summary>For a table of records the number it shows (数量, 单价, 金额 …); null for a pivot of lines.</summary>
    public string? RecordField { get; init; }

    /// <summary>Unit where it differs from the table's.</summary>
    public Unit? Unit { get; init; }

    /// <summary>Decimals where they differ from the table's.</summary>
    public int? Decimals { get; init; }
}
