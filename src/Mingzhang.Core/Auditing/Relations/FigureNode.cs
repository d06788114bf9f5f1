using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Auditing.Relations;

/// <summary>What stands in a cell, as far as arithmetic is concerned.</summary>
public enum FigureState
{
    /// <summary>A number is printed.</summary>
    Printed,

    /// <summary>Nothing is printed and the form prints blanks for zero (空白视为零): takes part as exact zero.</summary>
    Blank,

    /// <summary>Something is printed that could not be read: its relations are not readable, never broken.</summary>
    Unreadable,
}

/// <summary>A figure (数) as a variable of the system of relations.</summary>
/// <param name="Value">The number in the printed unit; of no meaning unless printed.</param>
/// <param name="PrintedDecimals">Decimals of the figure as printed.</param>
/// <param name="Decimals">Decimals of its column (列的精度), the finest printed there; never fewer than <paramref name="PrintedDecimals"/>.</param>
/// <param name="State">Whether it is printed, blank or unreadable.</param>
/// <param name="Table">Number of its table; negative for a figure that stands in no table and so has no neighbours.</param>
/// <param name="Row">Number of its row in the table, consecutive in print order.</param>
/// <param name="Column">Number of its column in the table, consecutive in print order.</param>
public readonly record struct FigureNode(
    decimal Value, int PrintedDecimals, int Decimals, FigureState State, int Table, int Row, int Column)
{
    // Division is the slowest operation of decimal, and half steps are asked for millions of times.
    private static readonly decimal[] HalfSteps = [.. Enumerable.Range(0, Precision.Finest + 1).Select(Precision.HalfStep)];

    /// <summary>The number that takes part in relations: zero for a blank.</summary>
    public decimal Amount => State == FigureState.Printed ? Value : 0m;

    /// <summary>How far the exact value may lie from <see cref="Amount"/>: half a step of the column, nothing for a blank.</summary>
    public decimal Slack => State == FigureState.Printed ? HalfStep(Decimals) : 0m;

    /// <summary>Whether it printed fewer decimals than its column does; a lone 0 means nothing at all and is not counted.</summary>
    public bool IsCoarse => State == FigureState.Printed && PrintedDecimals < Decimals && Value != 0m;

    /// <summary>What its own printed decimals would add to <see cref="Slack"/>; 0 unless coarse.</summary>
    internal decimal ExtraSlack => IsCoarse ? HalfStep(PrintedDecimals) - HalfStep(Decimals) : 0m;

    internal static decimal HalfStep(int decimals) => HalfSteps[Math.Clamp(decimals, 0, Precision.Finest)];

    // The same cell holding another number, written at the precision of its column.
    internal FigureNode Holding(decimal value) =>
        value == 0m && State == FigureState.Blank ? this
            : this with { Value = value, PrintedDecimals = Decimals, State = FigureState.Printed };
}
