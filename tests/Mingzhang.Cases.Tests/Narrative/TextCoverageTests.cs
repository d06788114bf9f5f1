using System.Text;
using Mingzhang.Core.Auditing;
using Mingzhang.Documents.Json;

namespace Mingzhang.Cases.Tests.Narrative;

/// <summary>Every number of the text is compared with something, or listed with the reason why it stands alone.</summary>
public class TextCoverageTests
{
    [Theory]
    [InlineData("2026年度支出合计900万元。", 1, "")]
    [InlineData("2026年度支出合计900万元，与2025年度相比，增加100万元，增长12.5%，主要原因是项目增加。", 3, "")]
    [InlineData("全年接待来访群众300人次。", 0, "人数、次数")]
    [InlineData("水库蓄水率达到92.5%。", 0, "没有找到它所比的")]
    [InlineData("2024年度抢险物资费用33万元。", 0, "是2024年的数")]
    [InlineData("抢险物资租赁费用33万元。", 0, "没有认出")]
    public void A_number_is_compared_or_its_reason_is_given(string sentence, int guarded, string why)
    {
        var coverage = Audit(sentence).Text!;
        Assert.Equal(guarded, coverage.Guarded);
        Assert.Equal(coverage.Numbers, coverage.Guarded + coverage.Unguarded.Count);
        if (why.Length == 0)
            Assert.Empty(coverage.Unguarded);
        else
            Assert.Contains(why, Assert.Single(coverage.Unguarded).Why, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_written_as_JSON_is_read_back_whole()
    {
        var report = Audit("2026年度支出合计901万元。全年接待来访群众300人次。");
        Assert.NotEmpty(report.Findings);
        var written = Json(report);
        Assert.Equal(written, Json(FindingsJsonReader.Read(Encoding.UTF8.GetBytes(written))!));
        Assert.Null(FindingsJsonReader.Read(Encoding.UTF8.GetBytes(written[..(written.Length / 2)])));
    }

    private static AuditReport Audit(string sentence) => Auditor.Audit(
        NarratedDocument.Read("national-final", "三、支出决算情况说明", sentence), [Product.Data.Editions.Find("national-final")!], Product.Data.Rules, Product.Data.Catalogue, Product.Data.Wordings);

    private static string Json(AuditReport report)
    {
        using var memory = new MemoryStream();
        using (var json = JsonFormat.Writer(memory))
            FindingsJson.Write(json, report);
        return Encoding.UTF8.GetString(memory.ToArray());
    }
}
