namespace Mingzhang.Architecture.Tests;

/// <summary>The clock and the culture of the machine are arguments, never asked for.</summary>
public class ClockTests
{
    private static readonly Rule NoClock = new(@"\bDateTime(Offset)?\s*\.\s*(Utc)?(Now|Today)\b|\bThread\s*\.\s*Sleep\b");

    private static readonly Rule NoCulture = new(@"\bCurrent(UI)?Culture(IgnoreCase)?\b");

    [Fact]
    public void Nothing_asks_the_machine_what_time_it_is() => NoClock.HoldsIn(Checkout.Sources);

    [Fact]
    public void Nothing_depends_on_the_culture_of_the_machine() => NoCulture.HoldsIn(Checkout.Sources);

    [Theory]
    [InlineData("var t = DateTime.Now;")]
    [InlineData("var t = DateTime.UtcNow;")]
    [InlineData("var t = DateTimeOffset . Now;")]
    [InlineData("var t = DateTime.Today;")]
    public void A_planted_clock_is_found(string planted) => Assert.True(NoClock.Finds(planted));

    [Fact]
    public void A_planted_culture_is_found() => Assert.True(NoCulture.Finds("x.ToString(CultureInfo.CurrentCulture)"));
}
