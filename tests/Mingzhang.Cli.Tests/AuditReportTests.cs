namespace Mingzhang.Cli.Tests;

public sealed class AuditReportTests : Folder
{
    [Fact]
    public void One_document_gives_one_web_page_and_one_list()
    {
        var outcome = Calls.Run("audit", Changed("x.json", "2080505", "66.77", "66.17"), "--html", At("r.html"), "--list", At("r.xlsx"));
        Assert.Equal(ExitStatus.Found, outcome.Status);
        Assert.Contains("66.17<ins>66.77</ins>", File.ReadAllText(At("r.html")), StringComparison.Ordinal);
        Assert.True(new FileInfo(At("r.xlsx")).Length > 1000);
        Assert.Contains($"已写入 {At("r.html")}", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_documents_give_a_folder_of_pages_and_a_summary_by_rule_and_agency()
    {
        // Three errors are the office's own: its calculations do not give the amounts it asks for.
        Changed("in/a/x.json", "2080505", "66.77", "66.17");
        Changed("in/b/x.json", "2080505", "66.77", "66.77");
        Write("in/c.json", "{");
        var outcome = Calls.Run("audit", At("in"), "--html", At("out"), "--brief");
        Assert.Equal(ExitStatus.Found, outcome.Status);
        Assert.Equal(["x-2.json.html", "x.json.html"], Directory.GetFiles(At("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Contains($"{At("in", "a", "x.json")}：错误 4，疑点 ", outcome.Output, StringComparison.Ordinal);
        Assert.Matches(@"规则 +文件 +错误 +疑点", outcome.Output);
        Assert.Matches(@"单位 +文件 +错误 +疑点\r?\n-+\r?\n\S+ +2 +7 +\d+", outcome.Output);
        Assert.Matches(@"共审核 2 份文件：错误 7 处，疑点 \d+ 处；读不了的文件 1 份", outcome.Output);
    }

    [Fact]
    public void What_has_no_notes_of_its_own_cannot_be_annotated_and_says_so()
    {
        var outcome = Calls.Run("audit", Changed("x.json", "2080505", "66.77", "66.17"), "--annotate", At("r.pdf"));
        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        Assert.Contains("只有 PDF 和 Word", outcome.Error, StringComparison.Ordinal);
    }
}
