using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Core.Supervision.Plans;

namespace Mingzhang.Core.Tests.Supervision;

public class StreetTests
{
    [Theory]
    [InlineData("某市某区东风街道解放路1号", "东风街道")]
    [InlineData("东风街道解放路1号", "东风街道")]
    [InlineData("某省某县城关镇人民路", "城关镇")]
    [InlineData("某区向阳乡二组", "向阳乡")]
    [InlineData("某区解放路1号", "")]
    [InlineData("", "")]
    public void A_street_is_what_the_address_names(string address, string street) => Assert.Equal(street, Streets.Of(address));

    [Fact]
    public void An_institution_counts_once_for_its_street_and_those_without_one_come_last()
    {
        var day = new DateOnly(2024, 1, 1);
        BoundInstitution Bound(string code, string address) => new(new Institution(code, code, InstitutionKind.Pharmacy, "", address, "协", day, null), [new AgreementEvent(AgreementStep.Concluded, day, "")]);
        var standing = Streets.Standing(
            2024, new DateOnly(2024, 12, 31), [Bound("P1", "某区乙街道1号"), Bound("P2", "某区甲街道2号"), Bound("P3", "某区甲街道3号"), Bound("P4", "路4号")],
            [new DoneInspection("P2", InspectionKind.Routine, day), new DoneInspection("P2", InspectionKind.Routine, day)], new Dictionary<string, long> { ["P2"] = 5, ["P3"] = 7 });
        Assert.Equal(["乙街道", "甲街道", ""], standing.Select(s => s.Street));
        Assert.Equal((2, 1, 12L, 50), (standing[1].Population, standing[1].Reached, standing[1].FoundFen, standing[1].Percent));
    }
}
