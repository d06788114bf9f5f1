using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Data.Editions;
using Mingzhang.Data.Tests.Ledgers;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Tests.Editions;

/// <summary>A small edition without mistakes, of which a test changes a few words.</summary>
internal static class EditionText
{
    public const string Whole = """
        版本: 表样
        名称: 试用
        种类: 预算
        适用: 2024-
        表:
          支出总表:
            收支: 支出
            栏:
              科目编码: {文本: 编码}
              合计: {}
              基本支出: {支出类别: 基本支出}
              项目支出: {支出类别: 项目支出}
            行: {功能科目: 合计}
            计算:
              - BG-0301 每行 合计 = 基本支出 + 项目支出
              - BG-0302 逐级
          收支总表:
            边:
              收入:
                栏: {预算数: {}}
                行:
                  - 一、其他收入: {收支: 收入, 资金来源: 其他收入}
                  - 收入总计: {收支: 收入}
              支出:
                栏: {预算数: {}}
                行:
                  - 功能类: {序号: 一、, 科目: [210]}
            计算:
              - BG-0102 每列 收入/收入总计 = 收入/其他收入

        """;

    /// <summary>The mistakes of the small edition once words in it are replaced.</summary>
    public static IReadOnlyList<string> MistakesAfter(string from, string to)
    {
        Assert.Contains(from, Whole, StringComparison.Ordinal);
        return Mistakes(("表样", Whole.Replace(from, to, StringComparison.Ordinal)));
    }

    /// <summary>The mistakes of some editions, their formulas included.</summary>
    public static IReadOnlyList<string> Mistakes(params (string Id, string Text)[] editions)
    {
        var mistakes = new List<DataMistake>();
        var library = EditionLibrary.Parse(
            editions.Select(e => new EditionSource(e.Id + ".yaml", e.Text)), SampleFolder.Catalogue, mistakes);
        return [.. mistakes.Select(m => m.ToString()), .. library.Editions.SelectMany(FormulaCatalogue.Check).Select(m => new DataMistake(m.File, m.Line, m.Column, m.Message).ToString())];
    }
}
