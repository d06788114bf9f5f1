using Mingzhang.Core.Ledgers;

namespace Mingzhang.Core.Performance.Measuring;

/// <summary>Kind of a field of a source (栏的种类).</summary>
public enum MeasureKind
{
    /// <summary>Words or codes.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>An amount in 元.</summary>
    Amount,

    /// <summary>A day.</summary>
    Date,
}

/// <summary>A field of a source.</summary>
/// <param name="Name">Its name, as queries write it.</param>
/// <param name="Kind">Its kind.</param>
public sealed record MeasureField(string Name, MeasureKind Kind);

/// <summary>A value of a record; all null where the record leaves the field empty.</summary>
/// <param name="Text">As it is compared and shown.</param>
/// <param name="Number">As a number; amounts in 元.</param>
/// <param name="Date">As a day.</param>
public sealed record MeasureCell(string? Text, decimal? Number = null, DateOnly? Date = null)
{
    /// <summary>Nothing.</summary>
    public static MeasureCell Empty { get; } = new((string?)null);

    /// <summary>Words or a code.</summary>
    public static MeasureCell Of(string? text) => text is null ? Empty : new MeasureCell(text);

    /// <summary>A number.</summary>
    public static MeasureCell Of(decimal? number) =>
        number is { } known ? new MeasureCell(known.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture), known) : Empty;

    /// <summary>An amount in 分, shown in 元.</summary>
    public static MeasureCell OfFen(long? fen) => fen is { } known ? new MeasureCell(FenText.Format(known), known / 100m) : Empty;

    /// <summary>A day.</summary>
    public static MeasureCell Of(DateOnly? date) =>
        date is { } known ? new MeasureCell(known.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), Date: known) : Empty;
}

/// <summary>Records of the office from which actual values are computed (数据来源): those of a ledger, or those of a business in the database.</summary>
public interface IRecordSource
{
    /// <summary>Its name, as queries write it; without spaces, points and signs of comparison.</summary>
    string Name { get; }

    /// <summary>Its fields, in the order in which records are shown.</summary>
    IReadOnlyList<MeasureField> Fields { get; }
}

/// <summary>Records that lie in a ledger (台账里的来源): whoever has the ledger computes them anew. They are listed in <see cref="MeasureSources.All"/>.</summary>
public interface IMeasureSource : IRecordSource
{
    /// <summary>Its records of a ledger, the cells in the order of the fields.</summary>
    IEnumerable<IReadOnlyList<MeasureCell>> Rows(Ledger ledger);
}
