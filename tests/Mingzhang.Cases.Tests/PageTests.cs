using System.Text.RegularExpressions;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Compiling;
using Mingzhang.Data.Rules;

namespace Mingzhang.Cases.Tests;

/// <summary>The examples of docs/edition-format.md and docs/formula-language.md work, and docs/rules.md is current.</summary>
public partial class PageTests
{
    private const string Example = "example-2030-budget";

    private static readonly Page Format = new("edition-format.md");
    private static readonly Page Language = new("formula-language.md");

    [Fact]
    public void The_edition_of_the_format_page_loads_and_compiles()
    {
        var (library, mistakes) = EditionSources.With(Example, Format.Example($"data/editions/{Example}.yaml"));
        Assert.Empty(mistakes);
        var disclosure = Compiler.Compile(Product.Samples["台账"], library.Find(Example)!, Product.Data.Catalogue);
        Assert.Equal(library.Find(Example)!.Forms.Count, disclosure.Statements.Count);
        Assert.Equal("注：本表由某区综合服务局编制，反映2024年全部收支。", disclosure.Statements[0].Note);
        Assert.Contains("2024年预算", disclosure.Statements[2].Columns.Select(c => c.Text));
        Assert.DoesNotContain(disclosure.Statements, s => s.IsEmpty);
    }

    [Fact]
    public void The_format_page_names_every_key_that_a_file_may_hold()
    {
        // A strange key at each level is answered with the keys known there.
        var yaml = Format.Example($"data/editions/{Example}.yaml")
            .Replace("种类: 预算 ", "怪: 一\n种类: 预算 ", StringComparison.Ordinal)
            .Replace("    编号: 表1\n", "    怪: 一\n    编号: 表1\n", StringComparison.Ordinal)
            .Replace("{标识: 财政拨款收入,", "{怪: 一, 标识: 财政拨款收入,", StringComparison.Ordinal)
            .Replace("{序号: 二十一、,", "{怪: 一, 序号: 二十一、,", StringComparison.Ordinal)
            .Replace("        前缀: 支出 ", "        怪: 一\n        前缀: 支出 ", StringComparison.Ordinal)
            .Replace("行: {单位: 合计}", "行: {单位: 合计, 怪: 一}", StringComparison.Ordinal)
            .Replace("{标识: 本年资金,", "{怪: 一, 标识: 本年资金,", StringComparison.Ordinal);
        var (_, mistakes) = EditionSources.With(Example, yaml);
        Assert.Equal(7, mistakes.Count(m => m.Contains("不认识“怪”", StringComparison.Ordinal)));
        Assert.All(mistakes.SelectMany(m => Known().Match(m).Groups[1].Value.Split('、')), key => Assert.Matches($"[|` 、{{]{key}[|` 、：:}}]", Format.Text));
    }

    [Fact]
    public void The_formulas_of_the_language_page_are_those_of_the_product()
    {
        var written = Product.Data.Calculations.Select(f => f.Source.Text).ToHashSet(StringComparer.Ordinal);
        var examples = Language.Blocks("表内").SelectMany(b => b.Split('\n', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.True(examples.Count >= 8);
        Assert.All(examples, e => Assert.Contains(e, written));
    }

    [Fact]
    public void The_rule_file_of_the_language_page_has_no_mistake()
    {
        var mistakes = new List<FormulaMistake>();
        var rules = Language.Blocks("公式").SelectMany(b => RuleFile.Parse(b, "page.txt", mistakes)).ToList();
        mistakes.AddRange(FormulaCatalogue.CheckBetween(rules, Product.Data.Editions.Editions));
        Assert.Empty(mistakes);
        Assert.Equal(8, rules.Count);
        Assert.Equal((2022, null), (rules[0].From, rules[0].To));
    }

    [Fact]
    public void The_case_of_the_language_page_gives_what_it_expects() =>
        CaseTests.Check(CaseFile.Parse("docs/formula-language.md", Assert.Single(Language.Blocks("案例"))));

    [Fact]
    public void The_catalogue_of_rules_is_current()
    {
        var path = Path.Combine(Product.Root, "docs", "rules.md");
        var page = RulePage.Markdown(Product.Data);
        Assert.True(File.Exists(path) && File.ReadAllText(path).ReplaceLineEndings("\n") == page, "docs/rules.md 已过时，请运行：./mz rules list --markdown > docs/rules.md");
    }

    [GeneratedRegex("这里可以写：(.*)。$")]
    private static partial Regex Known();
}
