using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Execution.Closing;

/// <summary>What was paid by government procurement on a line, for an item, to a kind of payee (政府采购支付).</summary>
/// <param name="Line">The line.</param>
/// <param name="Item">采购品目 with its code, or 货物, 工程, 服务.</param>
/// <param name="PayeeKind">收款人类别; null where none was said.</param>
/// <param name="Fen">In 分, refunds taken off.</param>
public sealed record ProcuredSum(LineKey Line, string Item, string? PayeeKind, long Fen);

/// <summary>Procurement of final accounts, made of the year's payments (政府采购支出): who was paid says what small and medium firms were granted.</summary>
public static class FinalProcurement
{
    private const string Micro = "小微企业", Small = "中小企业", Batch = "批";

    /// <summary>The lines, one for each unit, project, item and budget line.</summary>
    /// <param name="sums">What was paid.</param>
    /// <param name="nameOf">Name of a project by its code.</param>
    /// <param name="fundOf">The fund source that final accounts print for one of the budget.</param>
    public static IReadOnlyList<ProcurementLine> Of(IEnumerable<ProcuredSum> sums, Func<string, string> nameOf, Func<string, string> fundOf)
    {
        ArgumentNullException.ThrowIfNull(sums);
        ArgumentNullException.ThrowIfNull(nameOf);
        ArgumentNullException.ThrowIfNull(fundOf);
        return
        [
            .. sums.GroupBy(s => (s.Line.UnitCode, Project: nameOf(s.Line.ProjectCode), s.Item, s.Line.FunctionCode, s.Line.EconomicCode, Fund: fundOf(s.Line.Fund)))
                .OrderBy(g => g.Key.UnitCode, StringComparer.Ordinal).ThenBy(g => g.Key.Project, StringComparer.Ordinal).ThenBy(g => g.Key.Item, StringComparer.Ordinal).ThenBy(g => g.Key.EconomicCode, StringComparer.Ordinal)
                .Select(g => Line(g.Key, g.Sum(s => s.Fen), g.Where(s => s.PayeeKind is Micro or Small).Sum(s => s.Fen), g.Where(s => s.PayeeKind == Micro).Sum(s => s.Fen)))
                .Where(l => l.Fen != 0),
        ];
    }

    // Payments know neither pieces nor prices: each line is one lot.
    private static ProcurementLine Line((string Unit, string Project, string Item, string Function, string Economic, string Fund) key, long fen, long small, long micro) =>
        new(key.Unit, key.Project, key.Item, key.Function, key.Economic, key.Fund, null, 1, fen, Batch, fen, small, micro) { Kind = ProcurementLine.Kinds.Contains(key.Item) ? key.Item : null };
}
