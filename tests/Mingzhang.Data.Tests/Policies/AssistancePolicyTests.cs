using Mingzhang.Data.Policies;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Tests.Policies;

public sealed class AssistancePolicyTests : IDisposable
{
    private const string Good = """
        名称: 办法
        地区: 甲区
        施行: 2024-01-01
        核对: 2026-11-22
        身份认定: 出院当日
        对象: [特困人员, 低保对象]
        待遇:
          - {对象: 特困人员, 类别: 住院, 额度: 年度救助, 起付标准: 0, 比例: 100%, 年度限额: 50000, 文号: 甲府〔2024〕1号, 条: 第八条}
        代理费: {比例: 1%, 文号: 示例}
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_policies_that_come_with_the_product_have_no_mistake_and_keep_to_the_national_frame()
    {
        var policies = new DataFolder(Path.Combine(Checkout.Root, "data")).Assistance;
        var versions = policies.Places["示例区"].Versions;
        Assert.Equal(["示例区-2023", "示例区-2024"], versions.Select(v => v.Id));
        Assert.All(versions, v => Assert.True(v.HasExamples));
        Assert.Empty(versions.SelectMany(policies.Frame.Beyond));
    }

    [Fact]
    public void A_value_knows_its_document_and_article_or_that_it_is_an_example()
    {
        var policy = Assert.Single(Load([], Good)!.Places["甲区"].Versions);
        var benefit = Assert.Single(policy.Benefits);
        Assert.Equal("甲府〔2024〕1号第八条", benefit.Provision.ToString());
        Assert.Equal((0m, 1m, 50000m), (benefit.Deductible, benefit.Share, benefit.Cap));
        Assert.True(policy.AgentProvision.IsExample);
    }

    [Fact]
    public void A_policy_below_the_national_frame_is_told()
    {
        var policies = Load([], Good.Replace("100%", "65%", StringComparison.Ordinal))!;
        Assert.Contains("低于国办发〔2021〕42号的 70%", Assert.Single(policies.Frame.Beyond(policies.Places["甲区"].Versions[0])), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("比例: 100%", "比例: 1", "百分数")]
    [InlineData("比例: 100%", "比例: 101%", "百分数")]
    [InlineData("年度限额: 50000", "年度限额: 5万", "元数")]
    [InlineData("年度限额: 50000, ", "", "缺少“年度限额”")]
    [InlineData("类别: 住院", "类别: 住院费", "不认识类别")]
    [InlineData("{对象: 特困人员", "{对象: 特困", "不在“对象”里")]
    [InlineData("施行: 2024-01-01", "施行: 2024年1月", "2024-01-01 这样的日期")]
    [InlineData("核对: 2026-11-22", "停止: 2023-12-31", "“停止”早于“施行”")]
    [InlineData("出院当日", "出院", "“出院当日”")]
    [InlineData("条: 第八条}", "条: 第八条, 备注: 无}", "不认识“备注”")]
    [InlineData("代理费: {比例: 1%, 文号: 示例}", "", "缺少“代理费”")]
    public void A_mistake_is_named_by_file_line_and_column(string from, string to, string words)
    {
        var mistakes = new List<DataMistake>();
        Assert.Null(Load(mistakes, Good.Replace(from, to, StringComparison.Ordinal)));
        Assert.Contains(mistakes, m => m.File == "甲区-0.yaml" && m.Line > 0 && m.Message.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public void Two_versions_on_one_day_are_refused()
    {
        var mistakes = new List<DataMistake>();
        Assert.Null(Load(mistakes, Good, Good.Replace("2024-01-01", "2025-01-01", StringComparison.Ordinal)));
        Assert.Contains("重叠", Assert.Single(mistakes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void One_kind_of_care_cannot_draw_two_pools()
    {
        var mistakes = new List<DataMistake>();
        Assert.Null(Load(mistakes, Good.Replace("代理费:", "  - {对象: 低保对象, 类别: 住院, 额度: 另一个, 起付标准: 0, 比例: 80%, 年度限额: 1, 文号: 示例}\n代理费:", StringComparison.Ordinal)));
        Assert.Contains("只能属于一个额度", Assert.Single(mistakes).Message, StringComparison.Ordinal);
    }

    private AssistancePolicies? Load(List<DataMistake> mistakes, params string[] versions)
    {
        File.Copy(Path.Combine(Checkout.Root, "data", "policies", "医疗救助", "国家框架.yaml"), Path.Combine(_folder.Path, "国家框架.yaml"), overwrite: true);
        for (var i = 0; i < versions.Length; i++)
            File.WriteAllText(Path.Combine(_folder.Path, $"甲区-{i}.yaml"), versions[i]);
        return AssistancePolicies.Load(_folder.Path, mistakes);
    }
}
