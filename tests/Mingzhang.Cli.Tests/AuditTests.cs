using System.Text.Json;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Terminal;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Cli.Tests;

public sealed class AuditTests : Folder
{
    [Fact]
    public void A_compiled_ledger_has_no_error()
    {
        var outcome = Calls.Run("audit", Sample("hanyang-2023"));
        Assert.Equal(ExitStatus.Fine, outcome.Status);
        Assert.Matches(@"合计：错误 0 处，疑点 \d 处，", outcome.Output);
    }

    [Fact]
    public void A_changed_figure_is_named_with_its_right_value()
    {
        var outcome = Calls.Run("audit", Changed("x.json", "2080505", "66.77", "66.17"));
        Assert.Equal(ExitStatus.Found, outcome.Status);
        Assert.Contains("《支出总表》", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("[错误] ", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("应为：66.77", outcome.Output, StringComparison.Ordinal);
        Assert.All(outcome.Output.Split('\n').Skip(1), line => Assert.True(TextWidth.Of(line.TrimEnd()) <= 80, line));
    }

    [Fact]
    public void Its_JSON_is_that_of_the_contract()
    {
        var file = Changed("x.json", "2080505", "66.77", "66.17");
        using var json = JsonDocument.Parse(Calls.Run("audit", file, "--json", "-").Output);
        Assert.Equal(file, json.RootElement.GetProperty("document").GetProperty("file").GetString());
        var finding = json.RootElement.GetProperty("findings").EnumerateArray().First();
        Assert.Equal("error", finding.GetProperty("severity").GetString());
        Assert.Equal("2080505", finding.GetProperty("row").GetString());
        Assert.Equal("66.17", finding.GetProperty("printed").GetString());
        Assert.Equal("66.77", finding.GetProperty("correction").GetProperty("text").GetString());
        Assert.True(json.RootElement.GetProperty("coverage").GetProperty("guarded").GetInt32() > 200);
    }

    [Fact]
    public void A_document_to_compare_with_gives_findings_of_its_own()
    {
        var compiled = Calls.Run("compile", Sample("dongxihu-2024"), "--json", "-").Output;
        var last = Write("last.json", compiled.Replace("\"year\":2024", "\"year\":2023", StringComparison.Ordinal));
        using var json = JsonDocument.Parse(Calls.Run("audit", Sample("dongxihu-2024"), "--against", last, "--json", "-").Output);
        var finding = Assert.Single(json.RootElement.GetProperty("findings").EnumerateArray(), f => f.GetProperty("rule").GetString() == "DZ-1001");
        Assert.Equal(("16.45", "170.00"), (finding.GetProperty("printed").GetString(), finding.GetProperty("expected").GetString()));
    }

    [Fact]
    public void A_document_to_compare_with_that_cannot_be_read_ends_the_call()
    {
        var outcome = Calls.Run("audit", Sample("caidian-2025"), "--against", At("none.pdf"));
        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        Assert.Contains("none.pdf", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Hints_are_shown_only_when_asked_for()
    {
        Assert.DoesNotContain("[提示]", Calls.Run("audit", Sample("caidian-2025")).Output, StringComparison.Ordinal);
        Assert.Contains("[提示]", Calls.Run("audit", Sample("caidian-2025"), "--hints").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_unreadable_file_of_several_stops_nothing_and_gives_one()
    {
        var good = Changed("a/good.json", "2080505", "66.77", "66.77");
        var bad = Write("a/bad.json", "{\"statements\":[");
        var outcome = Calls.Run("audit", bad, good, At("none.pdf"), "--json", "-");
        Assert.Equal(ExitStatus.Found, outcome.Status);
        using var json = JsonDocument.Parse(outcome.Output);
        var entries = json.RootElement.EnumerateArray().ToList();
        Assert.Equal([bad, good, At("none.pdf")], entries.Select(e => e.GetProperty("document").GetProperty("file").GetString()));
        Assert.Contains("不完整", entries[0].GetProperty("unreadable").GetString(), StringComparison.Ordinal);
        Assert.Contains("找不到", entries[2].GetProperty("unreadable").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, outcome.Error.AsSpan().Count('\n'));
    }

    [Fact]
    public void A_folder_is_walked_in_order_and_its_JSON_is_an_array()
    {
        Changed("a/2.json", "2080505", "66.77", "66.77");
        Changed("a/b/1.json", "2080505", "66.77", "66.77");
        Write("a/notes.csv", "1,2");
        using var json = JsonDocument.Parse(Calls.Run("audit", At("a"), "--json", "-", "--jobs", "2").Output);
        Assert.Equal([At("a", "2.json"), At("a", "b", "1.json")], json.RootElement.EnumerateArray().Select(e => e.GetProperty("document").GetProperty("file").GetString()));
    }

    [Fact]
    public void An_interrupted_audit_of_a_folder_goes_on_where_it_stopped()
    {
        var first = Changed("a/1.json", "2080505", "66.77", "66.17");
        Changed("a/2.json", "2080505", "66.77", "66.77");
        // What the interrupted call had done: a finding that only it can have made, and a line that it did not end.
        var report = new AuditReport(
            new DocumentFacts(first, DisclosureKind.Budget, "某局", 2025, null, null),
            [new Finding { Rule = "QT-7777", Severity = Severity.Error, Kind = FindingKind.Sum, Message = "上次发现的问题", Statement = "收支总表", Column = new ColumnPath("预算数"), At = new Place(Line: 3) }], 9, 8, [], [], []);
        using (var journal = Journal(At("a"))!)
            journal.Add(first, [report]);

        var outcome = Calls.Run("audit", At("a"), "--brief");
        Assert.Contains("已审 1 份", outcome.Error, StringComparison.Ordinal);
        Assert.Contains($"{first}：错误 1，疑点 0", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("QT-7777", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("共审核 2 份文件", outcome.Output, StringComparison.Ordinal);

        // A call that came to its end leaves nothing to go on with.
        Assert.DoesNotContain("QT-7777", Calls.Run("audit", At("a"), "--brief").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_document_changed_since_or_a_fresh_start_is_audited_again()
    {
        var first = Changed("a/1.json", "2080505", "66.77", "66.77");
        Changed("a/2.json", "2080505", "66.77", "66.77");
        var report = new AuditReport(new DocumentFacts(first, DisclosureKind.Budget, "某局", 2025, null, null), [], 7777, 1, [], [], []);
        using (var journal = Journal(At("a"))!)
            journal.Add(first, [report]);
        using (var journal = Journal(At("a"))!)
        {
            Assert.Equal(7777, Assert.Single(journal.Find(first)!).Figures);
            File.AppendAllText(first, " ");
            Assert.Null(journal.Find(first));
        }

        using (var journal = Journal(At("a"))!)
            journal.Add(first, [report]);
        Assert.DoesNotContain("7777", Calls.Run("audit", At("a"), "--fresh", "--json", "-").Output, StringComparison.Ordinal);
    }

    private static AuditJournal? Journal(string folder) => AuditJournal.Open(new Session(new Language(false), Home.Find(), TextWriter.Null, TextWriter.Null), [folder], afresh: false);

    [Fact]
    public void Nothing_readable_gives_two()
    {
        var outcome = Calls.Run("audit", At("none.pdf"), "--json", At("out.json"));
        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        Assert.False(File.Exists(At("out.json")));
        Assert.Equal(1, outcome.Error.AsSpan().Count('\n'));
        Assert.Equal(ExitStatus.Unusable, Calls.Run("audit", Directory.CreateDirectory(At("empty")).FullName).Status);
    }

    [Fact]
    public void An_office_adds_rules_of_its_own()
    {
        Write("rules/own.txt", "QT-0001 表间 收支总表[收入/收入总计].预算数 = 收支总表[收入/其他收入].预算数\n  说明 本单位只有其他收入\n");
        var outcome = Calls.Run("audit", Sample("caidian-2025"), "--rules", At("rules"));
        Assert.Equal(ExitStatus.Found, outcome.Status);
        Assert.Contains("QT-0001", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_them_is_told_with_line_and_column()
    {
        Write("rules/own.txt", "QT-0001 表间 收支总表[收入/收入总计].预算数 收支总表[收入/其他收入].预算数\n");
        var outcome = Calls.Run("audit", Sample("caidian-2025"), "--rules", At("rules"));
        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        Assert.Matches("own\\.txt 第 1 行第 \\d+ 列：", outcome.Error);
        Assert.Contains("找不到规则文件夹", Calls.Run("audit", Sample("caidian-2025"), "--rules", At("no")).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1000")]
    public void A_wrong_number_of_jobs_is_refused(string jobs) =>
        Assert.Contains("--jobs 应在 1 到 512 之间", Calls.Run("audit", "x", "--jobs", jobs).Error, StringComparison.Ordinal);

    [Fact]
    public void Labels_are_English_when_asked()
    {
        var outcome = Calls.Run("audit", Changed("x.json", "2080505", "66.77", "66.17"), "--lang", "en");
        Assert.Contains("[error]", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Coverage: ", outcome.Output, StringComparison.Ordinal);
    }
}
