using Mingzhang.Core.Ledgers;

namespace Mingzhang.Data.Workbench;

/// <summary>How a cell is filled (栏的种类).</summary>
public enum FieldKind
{
    /// <summary>文字.</summary>
    Text,

    /// <summary>长文.</summary>
    LongText,

    /// <summary>金额, in 元.</summary>
    Amount,

    /// <summary>整数.</summary>
    Count,

    /// <summary>数.</summary>
    Quantity,

    /// <summary>算式: a long text that is reckoned while it is typed.</summary>
    Formula,
}

/// <summary>A column as the workbench shows it.</summary>
/// <param name="Name">Header.</param>
/// <param name="Kind">How it is filled.</param>
/// <param name="IsRequired">Whether every record must fill it.</param>
/// <param name="List">Name of the list its values come from; null for none.</param>
/// <param name="Values">Its values, where they stand in the description itself.</param>
/// <param name="Help">The official definition.</param>
public sealed record FieldDescription(string Name, FieldKind Kind, bool IsRequired, string? List, IReadOnlyList<string> Values, string Help);

/// <summary>A sheet as the workbench shows it (录入表).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Group">Group of the navigation.</param>
/// <param name="Help">What it is for.</param>
/// <param name="Matching">Columns by which a record finds the one of last year; empty when years are not compared.</param>
/// <param name="Fields">Its columns.</param>
public sealed record SheetDescription(string Name, string Group, string Help, IReadOnlyList<string> Matching, IReadOnlyList<FieldDescription> Fields)
{
    /// <summary>The stage it is for; null for both.</summary>
    public Stage? Stage { get; init; }

    /// <summary>Whether drafts of a stage have it.</summary>
    public bool IsFor(Stage stage) => Stage is null || Stage == stage;
}
