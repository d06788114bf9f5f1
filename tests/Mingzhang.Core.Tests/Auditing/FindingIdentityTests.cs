using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Tests.Auditing;

/// <summary>When a finding is the same as one of an earlier reading or version.</summary>
public class FindingIdentityTests
{
    [Fact]
    public void The_same_cell_on_another_page_is_the_same_finding()
    {
        var (a, b) = (Only(Cell("100.00") with { At = new Place(Page: 3) }), Only(Cell("100.00") with { At = new Place(Line: 70) }));
        Assert.Equal(a, b);
    }

    [Fact]
    public void Another_figure_in_the_cell_is_the_same_finding_with_another_fact()
    {
        var (a, b) = (Only(Cell("100.00")), Only(Cell("200.00")));
        Assert.Equal(a.Key, b.Key);
        Assert.NotEqual(a.Fact, b.Fact);
    }

    [Fact]
    public void Another_cell_or_rule_is_another_finding()
    {
        Assert.NotEqual(Only(Cell("1")).Key, Only(Cell("1") with { Row = "支出总计" }).Key);
        Assert.NotEqual(Only(Cell("1")).Key, Only(Cell("1") with { Rule = "BG-0102" }).Key);
    }

    [Fact]
    public void A_sentence_is_known_by_its_words_without_spaces_and_figures()
    {
        var (a, b) = (Only(Sentence("比上年增加 5.30 万元")), Only(Sentence("比上年增加6万元")));
        Assert.Equal(a.Key, b.Key);
        Assert.NotEqual(a.Fact, b.Fact);
        Assert.NotEqual(a.Key, Only(Sentence("比上年减少6万元")).Key);
    }

    [Fact]
    public void Two_at_one_place_are_told_apart()
    {
        var identities = FindingIdentity.Of([Sentence("，，"), Sentence("，，")]);
        Assert.NotEqual(identities[0].Key, identities[1].Key);
    }

    private static FindingIdentity Only(Finding finding) => FindingIdentity.Of([finding]).Single();

    private static Finding Cell(string printed) => new()
    {
        Rule = "BG-0101",
        Severity = Severity.Error,
        Kind = FindingKind.Sum,
        Statement = "收支总表",
        Row = "收入总计",
        Column = new ColumnPath("预算数"),
        Printed = printed,
        Expected = "300.00",
        Message = "合计不符",
    };

    private static Finding Sentence(string quote) => new() { Rule = "TX-0001", Severity = Severity.Warning, Kind = FindingKind.Change, Section = "第二部分 2.1", Quote = quote, Message = "增减不符" };
}
