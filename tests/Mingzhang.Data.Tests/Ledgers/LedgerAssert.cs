using Mingzhang.Core.Ledgers;

namespace Mingzhang.Data.Tests.Ledgers;

internal static class LedgerAssert
{
    /// <summary>Fails at the first difference of two ledgers.</summary>
    public static void Same(Ledger expected, Ledger actual)
    {
        Assert.Equal(expected.Settings, actual.Settings);
        Assert.Equal(expected.Units, actual.Units);
        Assert.Equal(expected.Projects, actual.Projects);
        Assert.Equal(expected.Lines, actual.Lines);
        Assert.Equal(expected.Procurements, actual.Procurements);
        Assert.Equal(expected.ThreePublic, actual.ThreePublic);
        // Lists within records are equal by what they hold.
        Assert.Equivalent(expected.Narrative, actual.Narrative, strict: true);
    }
}
