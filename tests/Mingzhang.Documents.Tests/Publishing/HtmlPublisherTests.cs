using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Tests.Publishing;

public partial class HtmlPublisherTests
{
    public static TheoryData<string> Names => Samples.Names;

    private static string Page(Disclosure disclosure) => Encoding.UTF8.GetString(Assert.Single(Samples.Publish("html", disclosure)).Content.Span);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_holds_no_script_no_inline_style_and_nothing_from_elsewhere(string sample)
    {
        var page = Page(Samples.Compile(sample));
        Assert.DoesNotMatch("(?i)<script|<link|<img|<iframe|<[^>]+ on[a-z]+=|<[^>]+ style=|https?://|url\\(|@import", page);
        Assert.Single(StyleElement().Matches(page));
    }

    [Fact]
    public void The_policy_of_the_page_allows_its_own_style()
    {
        var page = Page(Samples.Compile("caidian-2025"));
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(StyleElement().Match(page).Groups[1].Value)));
        Assert.Contains($"style-src 'sha256-{hash}'", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_line_of_the_contents_leads_to_one_place(string sample)
    {
        var page = Page(Samples.Compile(sample));
        var targets = Link().Matches(page).Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(targets);
        Assert.All(targets, t => Assert.Equal(2, page.Split($" id=\"{t}\"").Length));
    }

    [Fact]
    public void A_table_has_caption_scopes_unit_and_figures_with_separators()
    {
        var page = Page(Samples.Compile("caidian-2025"));
        Assert.Matches("<caption><div class=\"caption\"><h3 id=\"[^\"]+\">收支总表</h3><p class=\"number\">表1</p><p class=\"unit\">单位：万元</p>", page);
        Assert.Contains("<th scope=\"colgroup\" colspan=\"2\">收入</th>", page, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"row\" class=\"in3\">城乡医疗救助</th><td>1,803.00</td>", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_never_markup()
    {
        const string Evil = "</title><script>alert(1)</script>&\"'";
        var column = new ColumnPath(Evil);
        var cell = new Cell(column, Evil, null, true, Place.Unknown);
        var disclosure = new Disclosure(
            new DocumentFacts(null, DisclosureKind.Budget, Evil, 2024, Evil, null),
            [new Statement(Evil, Evil, Evil, [column], [new StatementRow(Evil, Evil, 1, [cell])], Evil, Place.Unknown)],
            [new PerformanceForm(Evil, Evil, [new(Evil, Evil)], [new Indicator(Evil, Evil, Evil, Evil, [new(Evil, Evil)], 1, 1, Place.Unknown)])],
            [new Paragraph(Evil, Evil, Place.Unknown, [])]);
        Assert.DoesNotContain("<script", Page(disclosure), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_empty_disclosure_still_gives_a_page() =>
        Assert.Contains("<h1>", Page(new Disclosure(new DocumentFacts(null, null, null, null, null, null), [], [], [])), StringComparison.Ordinal);

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex StyleElement();

    [GeneratedRegex("<a href=\"#([^\"]+)\"")]
    private static partial Regex Link();
}
