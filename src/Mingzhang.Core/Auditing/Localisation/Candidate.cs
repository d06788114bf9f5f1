using Mingzhang.Core.Auditing.Relations;

namespace Mingzhang.Core.Auditing.Localisation;

/// <summary>A figure whose change alone would repair all relations asked for and break none.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Expected">The value chosen within the intervals; null when nothing recommends one.</param>
/// <param name="Decided">Whether the value is the only one left or was decided by copies, exact relations or a known slip.</param>
/// <param name="Slip">The slip that would have turned it into what is printed.</param>
/// <param name="Votes">How many equalities it would make exact.</param>
/// <param name="Confirming">How firmly relations that hold now speak for what is printed: 2 for an exact equality, 1 for one within rounding.</param>
/// <param name="SoftBalance">Soft relations it would break, less those it would repair.</param>
internal readonly record struct Candidate(
    int Figure, decimal? Expected, bool Decided, SlipKind Slip, int Votes, int Confirming, int SoftBalance)
{
    /// <summary>How unlikely it is; 100 is one ordinary slip.</summary>
    internal int Cost =>
        100 + (40 * SoftBalance) + (8 * Math.Min(Confirming, 6)) - (3 * Math.Min(Votes, 5)) + (Expected is null ? 10 : 0) + Slip switch
        {
            SlipKind.None => 30,
            SlipKind.Surplus => 35,
            SlipKind.Missing => 40,
            SlipKind.Coarse => -5,
            _ => 0,
        };

    internal Correction ToCorrection(SystemState state, bool alone) =>
        new(Figure, state.Node(Figure).Amount, Expected, alone && Decided && Expected is not null);
}
