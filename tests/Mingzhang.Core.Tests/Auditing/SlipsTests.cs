using Mingzhang.Core.Auditing.Localisation;

namespace Mingzhang.Core.Tests.Auditing;

public sealed class SlipsTests
{
    // Told apart through the localiser: the right value stands in a copy that sums confirm.
    [Theory]
    [InlineData("12.30", "12.80", SlipKind.Digit)]
    [InlineData("12.30", "21.30", SlipKind.Transposed)]
    [InlineData("12.30", "13.20", SlipKind.Transposed)]
    [InlineData("7515.18", "7515.1", SlipKind.Dropped)]
    [InlineData("7515.18", "751.18", SlipKind.Dropped)]
    [InlineData("40.00", "4", SlipKind.Point)]
    [InlineData("12.30", "1.3", SlipKind.Dropped)]
    [InlineData("12.30", "122.30", SlipKind.Doubled)]
    [InlineData("12.30", "123.30", SlipKind.None)]
    [InlineData("12.30", "-12.30", SlipKind.Sign)]
    [InlineData("12.30", "123000", SlipKind.Unit)]
    [InlineData("12.30", "1.23", SlipKind.Point)]
    [InlineData("40.12", "40", SlipKind.Coarse)]
    [InlineData("12.30", "", SlipKind.Missing)]
    [InlineData("12.30", "0.00", SlipKind.Missing)]
    [InlineData("0.50", "0.00", SlipKind.Digit)]
    [InlineData("0.00", "12.30", SlipKind.Surplus)]
    [InlineData("12.30", "75.61", SlipKind.None)]
    public void A_slip_is_known_by_its_shape(string right, string printed, SlipKind expected)
    {
        var sheet = new Sheet().Row($"right {right}", $"total {right}", $"part {right}", "nothing").Row($"wrong {printed}")
            .Rule("total = part + nothing").Rule("right = total + nothing").Rule("wrong == right");
        var found = Localiser.Explain(sheet.System.Evaluate());
        Assert.Equal(expected, Assert.Single(found).Slip);
    }

    [Fact]
    public void Every_slip_has_a_key_of_its_own() =>
        Assert.Distinct(Enum.GetValues<SlipKind>().Select(k => k.Key()));
}
