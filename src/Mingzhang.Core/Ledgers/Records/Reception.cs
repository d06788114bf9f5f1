namespace Mingzhang.Core.Ledgers.Records;

/// <summary>Official receptions of a year (公务接待).</summary>
/// <param name="Kind">One of <see cref="Kinds"/>.</param>
/// <param name="Batches">批次.</param>
/// <param name="Persons">人次, those who accompany not counted.</param>
/// <param name="Fen">Spent, in 分.</param>
/// <param name="Purpose">Who was received and why; goes on after 主要用于.</param>
public sealed record Reception(string Kind, int Batches, int Persons, long Fen, string Purpose)
{
    /// <summary>接待类别.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["国内公务接待", "外事接待"];
}
