using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Performance;
using Mingzhang.Storage.Office;

namespace Mingzhang.Web.Workbench.Drafting;

/// <summary>A calculation of a project, reckoned (测算复算).</summary>
/// <param name="Record">Number of its record.</param>
/// <param name="Result">What its text gives.</param>
/// <param name="Fen">The amount written beside it in 分; null when there is none.</param>
internal sealed record ReckonedLine(int Record, CalculationResult Result, long? Fen);

/// <summary>A project's calculations beside what is asked for it (测算与申报数).</summary>
/// <param name="Record">Number of the project's record.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="AskedFen">Sum of its lines of expenditure in 分.</param>
/// <param name="ReckonedFen">Sum of its calculations in 分; null when it has none.</param>
internal sealed record ReckonedProject(int Record, string Code, string Name, long AskedFen, long? ReckonedFen);

/// <summary>Reckons the calculations of a draft.</summary>
internal static class Reckoning
{
    public const string Sheet = "项目测算";

    private const string Project = "项目编码", Amount = "金额(元)", Basis = "测算依据";

    /// <summary>Every calculation.</summary>
    public static IReadOnlyList<ReckonedLine> Lines(IReadOnlyList<DraftRecord> records) =>
        [.. records.Where(r => r.Sheet == Sheet).Select(r => new ReckonedLine(r.Id, Calculation.Of(r[Basis]), Fen(r)))];

    /// <summary>Every project that asks for money or is reckoned.</summary>
    public static IReadOnlyList<ReckonedProject> Projects(IReadOnlyList<DraftRecord> records)
    {
        var asked = records.Where(r => r.Sheet == "预算支出").ToLookup(r => r[Project], r => Fen(r) ?? 0, StringComparer.Ordinal);
        var reckoned = records.Where(r => r.Sheet == Sheet).ToLookup(r => r[Project], r => Fen(r) ?? 0, StringComparer.Ordinal);
        return [.. records.Where(r => r.Sheet == "项目" && (asked.Contains(r["编码"]) || reckoned.Contains(r["编码"])))
            .Select(r => new ReckonedProject(r.Id, r["编码"], r["名称"], asked[r["编码"]].Sum(), reckoned.Contains(r["编码"]) ? reckoned[r["编码"]].Sum() : null))];
    }

    private static long? Fen(DraftRecord record) => FenText.TryParse(record[Amount], out var fen, out _) ? fen : null;
}
