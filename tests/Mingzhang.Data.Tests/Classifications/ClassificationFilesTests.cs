using Mingzhang.Core.Classifications;
using Mingzhang.Data.Classifications;

namespace Mingzhang.Data.Tests.Classifications;

public sealed class ClassificationFilesTests
{
    private static readonly ClassificationCatalogue Catalogue = ClassificationFiles.Load(Checkout.Classifications).Catalogue!;

    [Fact]
    public void The_files_of_the_product_hold_no_mistakes() =>
        Assert.Empty(ClassificationFiles.Load(Checkout.Classifications).Mistakes);

    [Theory]
    [InlineData(ClassificationCatalogue.Function, 3)]
    [InlineData(ClassificationCatalogue.Economic, 2)]
    public void Codes_grow_by_two_digits_a_level_and_start_with_the_code_above(string name, int levels)
    {
        foreach (var item in Catalogue.Newest(name)!.Items)
        {
            Assert.InRange(item.Level, 1, levels);
            Assert.Equal(1 + (2 * item.Level), item.Code.Length);
            Assert.StartsWith(item.ParentCode ?? item.Code, item.Code, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_item_knows_its_way_from_the_top()
    {
        var item = Catalogue.Find(ClassificationCatalogue.Function, 2024)!.Find("2101501")!;
        Assert.Equal("行政运行", item.Name);
        Assert.Equal(["卫生健康支出", "医疗保障管理事务", "行政运行"], item.AncestorsOrSelf.Select(each => each.Name));
    }

    [Fact]
    public void A_name_that_stands_under_many_headings_is_not_one_item()
    {
        var functions = Catalogue.Find(ClassificationCatalogue.Function, 2024)!;
        Assert.True(functions.Named("行政运行").Count > 5);
        Assert.False(functions.TryFind("行政运行", out _));
        Assert.True(functions.TryFind("城乡医疗救助", out var one));
        Assert.Equal("2101301", one.Code);
    }

    [Fact]
    public void An_alias_names_its_item() =>
        Assert.Equal("一般公共预算", Catalogue.Find(ClassificationCatalogue.Fund, 2024)!.Named("一般公共预算拨款").Single().Name);

    [Fact]
    public void A_mask_covers_the_items_and_all_below_them()
    {
        var funds = Catalogue.Find(ClassificationCatalogue.Fund, 2024)!;
        var mask = funds.Mask(funds.Find("一般公共预算")!, funds.Find("其他收入")!);
        var covered = funds.Items.Where(item => mask[item.Index]).Select(item => item.Name);
        Assert.Equal(
            ["一般公共预算", "经费拨款(补助)", "行政事业单位资产收益拨款", "专项收入", "其他纳入预算管理的非税拨款", "预算内基本建设投资", "中央专项转移支付补助", "其他收入"],
            covered);
    }

    [Fact]
    public void Every_item_stands_at_its_index_and_its_children_within_its_run()
    {
        foreach (var classification in Catalogue.All)
        {
            for (var i = 0; i < classification.Items.Count; i++)
            {
                var item = classification.Items[i];
                Assert.Equal(i, item.Index);
                Assert.All(item.Children, child => Assert.True(child.IsWithin(item) && !item.IsWithin(child)));
                Assert.Equal(classification.Items.Count(other => other.AncestorsOrSelf.Contains(item)), item.End - item.Index);
            }
        }
    }

    [Fact]
    public void A_mistyped_code_is_answered_with_the_closest_ones()
    {
        var functions = Catalogue.Find(ClassificationCatalogue.Function, 2024)!;
        var near = Nearest.Items(functions, "2101507", item => item.Level == 3).Select(item => item.Code);
        Assert.Equal(["2101501", "2101502", "2101503"], near);
        Assert.Equal(["医疗救助"], Nearest.Items(functions, "医疗求助", item => item.Level == 2, most: 1).Select(item => item.Name));
    }

    [Fact]
    public void A_newer_file_supersedes_the_older_one_from_its_year_on()
    {
        using var folder = new TemporaryFolder();
        folder.Write("功能分类-2022.csv", "编码,名称,上级\n201,旧名,\n");
        folder.Write("功能分类-2025.csv", "编码,名称,上级\n201,新名,\n");
        folder.Write("资金来源.csv", "名称,上级\n财政拨款,\n");
        var catalogue = ClassificationFiles.Load(folder.Path).Catalogue!;
        Assert.Null(catalogue.Find("功能分类", 2021));
        Assert.Equal("旧名", catalogue.Find("功能分类", 2024)!.Find("201")!.Name);
        Assert.Equal("新名", catalogue.Find("功能分类", 2025)!.Find("201")!.Name);
        Assert.Equal(2024, catalogue.Find("功能分类", 2022)!.LastYear);
        Assert.NotNull(catalogue.Find("资金来源", 2015));
    }

    [Fact]
    public void All_mistakes_of_a_file_are_told_with_their_rows()
    {
        using var folder = new TemporaryFolder();
        folder.Write("功能分类-2022.csv", "# 说明\n编码,名称,上级,汇总\n201,一般公共服务支出,,\n\n20101,人大事务,202,\n201,重复,,也许\n20102,,201,\n");
        var load = ClassificationFiles.Load(folder.Path);
        Assert.Null(load.Catalogue);
        Assert.Equal(
            [
                "功能分类-2022.csv 第6行 汇总“也许”：“汇总”列只填“是”或“否”，也可空着。",
                "功能分类-2022.csv 第7行 名称：未填，此项必填。",
                "功能分类-2022.csv 第5行“20101”：找不到上级“202”：上级须写在它的下级之前。",
                "功能分类-2022.csv 第6行“201”：“201”重复：同一编码只能写一行。",
            ],
            load.Mistakes.Select(mistake => mistake.ToString()));
    }
}
