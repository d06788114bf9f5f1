using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Tracing;

/// <summary>Where a printed figure comes from (数的来源): the conditions of its table, row and column, and what of the ledger meets them.</summary>
/// <param name="Conditions">What is asked of the ledger; all must hold. None means everything.</param>
/// <param name="Lines">The ledger lines that are added up, in the order of the ledger.</param>
/// <param name="Budgets">The “三公” budget records that are added up.</param>
/// <param name="Records">The records of procurement or of services bought that are added up.</param>
/// <param name="Value">Their sum in the unit of the column, not rounded.</param>
/// <param name="Unit">Unit of the column; not an amount for quantities.</param>
/// <param name="Decimals">Decimals the column prints.</param>
public sealed record FigureTrace(
    IReadOnlyList<TraceCondition> Conditions,
    IReadOnlyList<LedgerLine> Lines,
    IReadOnlyList<ThreePublicBudget> Budgets,
    IReadOnlyList<TracedRecord> Records,
    decimal Value,
    Unit Unit,
    int Decimals)
{
    /// <summary>The sum as the column prints it.</summary>
    public string Printed => FigureText.Format(Value, Decimals, thousands: true);
}

/// <summary>A record of procurement or of services bought that is a row of its table (记录).</summary>
/// <param name="Kind">Which records: 政府采购, 政府购买服务.</param>
/// <param name="Project">The project that pays.</param>
/// <param name="Item">What is bought.</param>
/// <param name="Fund">Fund source; null when none is named.</param>
/// <param name="Value">What it adds to the figure, in the unit of the column.</param>
public sealed record TracedRecord(string Kind, string Project, string Item, string? Fund, decimal Value);

/// <summary>Which part of a form asks something of the ledger.</summary>
public enum TracePart
{
    /// <summary>The table (表).</summary>
    Table,

    /// <summary>The row (行).</summary>
    Row,

    /// <summary>The column (栏).</summary>
    Column,
}

/// <summary>A condition on ledger lines (取数条件).</summary>
/// <param name="Part">Which part of the form asks it.</param>
/// <param name="Dimension">Name of the dimension, e.g. 资金来源, 单位, 项目.</param>
/// <param name="Members">Members of which a line must have one, codes with their names; anything below them counts too.</param>
public sealed record TraceCondition(TracePart Part, string Dimension, IReadOnlyList<string> Members);
