namespace Mingzhang.Data.Intake;

/// <summary>What a published document does not say and a person has to add (待补).</summary>
/// <param name="Sheet">Sheet of the ledger.</param>
/// <param name="Column">Its column.</param>
/// <param name="Count">In how many records it is open.</param>
/// <param name="Words">What is known of it, and what to do.</param>
public sealed record OpenPoint(string Sheet, string Column, int Count, string Words);

/// <summary>What a published document gives for a new draft (公开文件的起草结果): nothing of it is stored yet.</summary>
/// <param name="Agency">Agency on its cover; null when it could not be read.</param>
/// <param name="Year">Its year; likewise.</param>
/// <param name="Edition">Name of the edition its tables follow.</param>
/// <param name="Comparatives">Figures that next year's document compares with, in 分 by their names (上年数).</param>
/// <param name="Sheets">First records of the ledger's sheets; what the document leaves open is not filled.</param>
/// <param name="Open">What is to be added.</param>
/// <param name="Inferred">What was concluded though no table says it, a sentence each (推定).</param>
/// <param name="Problems">What could not be read, or does not add up.</param>
public sealed record PublishedIntake(
    string? Agency, int? Year, string Edition, IReadOnlyDictionary<string, long> Comparatives,
    IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Sheets, IReadOnlyList<OpenPoint> Open, IReadOnlyList<string> Inferred, IReadOnlyList<string> Problems);

/// <summary>A line of expenditure as far as tables determine it; null is left open.</summary>
internal sealed record FirstLine(string? Project, string? Category, string? Function, string? Economic, string? Fund, string? MoneyYear, long Fen, string? Unit = null);

/// <summary>What is found on the way.</summary>
internal sealed class DraftNotes
{
    /// <summary>What rounding to hundredths of 万元 may take from a figure, in 分.</summary>
    public const long RoundingFen = 5000;

    public List<OpenPoint> Open { get; } = [];

    public List<string> Inferred { get; } = [];

    public List<string> Problems { get; } = [];
}
