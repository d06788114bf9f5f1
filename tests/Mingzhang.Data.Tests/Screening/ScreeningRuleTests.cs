using Mingzhang.Core.Screening;
using Mingzhang.Data.Screening;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Tests.Screening;

public sealed class ScreeningRuleTests : IDisposable
{
    private const string Good = """
        规则:
          - 编号: T-1
            名称: 一天一张床
            种类: 数量
            依据: 甲文〔2024〕1号
            限值出处: 甲文〔2024〕1号
            项目: ["*床位费*"]
            期间: 每日
            最多: 1
            例:
              - 命中: 两张
                明细: [{项目名称: 普通床位费, 数量: 2}]
              - 不命中: 一张
                明细: [{项目名称: 普通床位费}]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> ProductCases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var entry in Book.Entries)
            {
                foreach (var each in entry.Cases)
                    data.Add(entry.Rule.Head.Id, each.Name);
            }

            return data;
        }
    }

    private static ScreeningBook Book { get; } = new DataFolder(Path.Combine(Checkout.Root, "data")).Screening;

    [Theory]
    [MemberData(nameof(ProductCases))]
    public void A_rule_hits_what_its_cases_say_and_nothing_else(string id, string name)
    {
        var entry = Book.Entries.Single(e => e.Rule.Head.Id == id);
        var each = entry.Cases.Single(c => c.Name == name);
        Assert.Equal(each.IsHit, Screener.All([entry.Rule], each.Claims).Count > 0);
    }

    [Fact]
    public void There_are_fifty_rules_and_each_has_both_kinds_of_cases()
    {
        Assert.True(Book.Rules.Count >= 50);
        Assert.All(Book.Entries, e => Assert.Equal(2, e.Cases.Select(c => c.IsHit).Distinct().Count()));
    }

    [Fact]
    public void Every_kind_of_rule_is_used() =>
        Assert.Equal(15, Book.Rules.Select(r => r.Head.Kind).Distinct(StringComparer.Ordinal).Count());

    [Fact]
    public void A_rule_that_a_person_adds_is_read_and_a_case_that_comes_out_otherwise_is_told()
    {
        var book = Load(Good, out var mistakes);
        Assert.Empty(mistakes);
        Assert.Empty(book.Failures());
        Assert.Contains("应当命中，实际不命中", Assert.Single(Load(Good.Replace("最多: 1", "最多: 2", StringComparison.Ordinal), out _).Failures()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("种类: 数量", "种类: 多少", "不认识种类“多少”")]
    [InlineData("期间: 每日", "期间: 每小时", "不认识期间“每小时”")]
    [InlineData("最多: 1", "最多: 一", "“最多”应是不小于 0 的数")]
    [InlineData("最多: 1", "最高: 1", "不认识“最高”")]
    [InlineData("限值出处: 甲文〔2024〕1号\n", "\n", "缺少“限值出处”")]
    [InlineData("\"*床位费*\"", "\"*\"", "什么都算")]
    [InlineData("- 不命中: 一张", "- 命中: 一张", "至少要有一个“命中”和一个“不命中”")]
    [InlineData("数量: 2", "数目: 2", "不认识“数目”")]
    [InlineData("期间: 每日", "医疗类别: [门诊]\n    期间: 每日", "不认识医疗类别“门诊”")]
    public void A_mistake_is_named_by_its_place(string right, string wrong, string message)
    {
        Load(Good.Replace(right, wrong, StringComparison.Ordinal), out var mistakes);
        Assert.Contains(mistakes, m => m.Message.Contains(message, StringComparison.Ordinal) && m.File == "rules.yaml" && m.Line > 0);
    }

    private ScreeningBook Load(string text, out List<DataMistake> mistakes)
    {
        File.WriteAllText(Path.Combine(_folder.Path, "rules.yaml"), text);
        mistakes = [];
        return ScreeningBook.Load(_folder.Path, mistakes);
    }
}
