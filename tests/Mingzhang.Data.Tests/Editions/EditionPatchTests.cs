using Mingzhang.Core.Editions;
using Mingzhang.Data.Editions;
using Mingzhang.Data.Tests.Ledgers;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Tests.Editions;

/// <summary>Patches on a base: merged, replaced, removed; and what can be wrong with them.</summary>
public class EditionPatchTests
{
    private const string Head = "版本: 改\n名称: 改\n种类: 预算\n适用: 2025-\n底本: 表样\n表:\n";

    [Fact]
    public void A_patch_changes_what_it_names_and_keeps_the_rest()
    {
        var form = Patched("  支出总表:\n    编号: 表3\n    栏:\n      基本支出: {表头: 基本开支}\n      其他: {支出类别: 上缴上级支出}\n").Find("支出总表")!;
        Assert.Equal("表3", form.Number);
        Assert.Equal(["合计", "基本开支", "项目支出", "其他"], form.Sides[0].Amounts.Select(c => c.Header.Text));
        Assert.Equal(["合计", "基本支出", "项目支出", "其他"], form.Sides[0].Amounts.Select(c => c.Id));
        Assert.Equal(2, form.Calculations.Count);
    }

    [Fact]
    public void A_key_with_an_exclamation_mark_replaces_the_whole()
    {
        var form = Patched("  支出总表:\n    栏!:\n      合计: {}\n    计算: [BG-0302 逐级]\n").Find("支出总表")!;
        Assert.Equal(["合计"], form.Sides[0].Columns.Select(c => c.Id));
        Assert.Equal("BG-0302 逐级", Assert.Single(form.Calculations).Text);
    }

    [Fact]
    public void A_table_that_the_patch_leaves_alone_is_the_form_of_its_base()
    {
        var mistakes = new List<DataMistake>();
        var library = EditionLibrary.Parse([new EditionSource("表样.yaml", EditionText.Whole), new EditionSource("改.yaml", Head + "  收支总表: ~\n")], SampleFolder.Catalogue, mistakes);
        Assert.Same(library.Find("表样")!.Find("支出总表"), library.Find("改")!.Find("支出总表"));
    }

    [Fact]
    public void A_tilde_removes_a_table() => Assert.Equal(["支出总表"], Patched("  收支总表: ~\n").Forms.Select(f => f.Id));

    [Fact]
    public void A_patch_may_stand_on_a_patch()
    {
        var mistakes = new List<DataMistake>();
        var library = EditionLibrary.Parse(
            [
                new EditionSource("表样.yaml", EditionText.Whole),
                new EditionSource("改.yaml", Head + "  收支总表: ~\n"),
                new EditionSource("再改.yaml", "版本: 再改\n底本: 改\n适用: 2026-\n表:\n  支出总表: {编号: 表9}\n"),
            ],
            SampleFolder.Catalogue,
            mistakes);
        Assert.Empty(mistakes);
        var edition = library.Find("再改")!;
        Assert.Equal(("改", 2026), (edition.Name, edition.From));
        Assert.Equal("表9", Assert.Single(edition.Forms).Number);
    }

    [Fact]
    public void Removing_what_the_base_lacks_is_a_mistake() =>
        Assert.Equal(["改.yaml 第 7 行第 3 列：底本里没有“收支总帐”，无从删去；有：支出总表、收支总表。"], EditionText.Mistakes(("表样", EditionText.Whole), ("改", Head + "  收支总帐: ~\n")));

    [Fact]
    public void Changing_a_table_that_the_base_lacks_is_a_mistake() =>
        Assert.Equal(
            ["改.yaml 第 7 行第 9 列：缺少“栏”：请写出各栏的表头。", "改.yaml 第 7 行第 9 列：缺少“行”：请写出各行，或写“功能科目”“经济科目”“单位”“项目”“记录”“单行”之一。"],
            EditionText.Mistakes(("表样", EditionText.Whole), ("改", Head + "  收支总帐: {编号: 表1}\n")));

    [Fact]
    public void An_unknown_base_is_a_mistake() =>
        Assert.Equal(["改.yaml 第 5 行第 5 列：找不到底本“表样”，请检查 data/editions 下的文件名。"], EditionText.Mistakes(("改", Head + "  收支总表: ~\n")));

    [Fact]
    public void Bases_in_a_circle_are_a_mistake()
    {
        var mistakes = EditionText.Mistakes(("改", Head + "  甲: ~\n"), ("表样", "版本: 表样\n底本: 改\n表:\n  甲: ~\n"));
        Assert.NotEmpty(mistakes);
        Assert.All(mistakes, m => Assert.EndsWith("绕回了自己。", m, StringComparison.Ordinal));
    }

    [Fact]
    public void A_mistake_in_a_base_is_told_once() =>
        Assert.Single(EditionText.Mistakes(("表样", EditionText.Whole.Replace("支出类别: 基本支出", "支出类别: 基本", StringComparison.Ordinal)), ("改", Head + "  收支总表: ~\n")));

    private static Edition Patched(string tables)
    {
        var mistakes = new List<DataMistake>();
        var library = EditionLibrary.Parse(
            [new EditionSource("表样.yaml", EditionText.Whole), new EditionSource("改.yaml", Head + tables)],
            SampleFolder.Catalogue,
            mistakes);
        Assert.Empty(mistakes);
        return library.Find("改")!;
    }
}
