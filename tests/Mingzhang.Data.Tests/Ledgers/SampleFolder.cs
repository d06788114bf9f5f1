using Mingzhang.Core.Classifications;
using Mingzhang.Data.Classifications;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Data.Tests.Ledgers;

/// <summary>A small ledger folder without mistakes, of which a test changes one file.</summary>
internal sealed class SampleFolder : IDisposable
{
    public const string Unit = "202001", Project = "42010722202T000000118";

    private readonly TemporaryFolder folder = new();

    public SampleFolder()
    {
        Write("台账.yaml", "机构: 某区医疗保障局\n年度: 2024\n预算版本: wuhan-2024-budget\n口径: 部门\n");
        Write("单位.csv", "代码,名称,上级代码,性质", "202,某区医疗保障局,,", "202001,某区医疗保障局本级,202,行政", "202002,某区医疗保障服务中心,202,事业");
        Write("项目.csv", ProjectHeader, "42010722202T000000118,医疗保障工作经费,202001,31,本级支出项目,", "42010722202R000000101,人员经费,202002,,,");
        Write("预算支出.csv", ExpenditureHeader, "202001,42010722202T000000118,特定目标类,2101502,30227,经费拨款(补助),本年,200000.00", "202002,42010722202R000000101,人员类,2101550,30101,一般公共预算,上年结转,163512.5");
    }

    public static string ExpenditureHeader => "单位代码,项目编码,支出类别,功能科目,经济科目,资金来源,资金年度,金额(元)";

    public static string ProjectHeader => "编码,名称,单位代码,分组代码,分组名称,一级项目";

    public static ClassificationCatalogue Catalogue { get; } = ClassificationFiles.Load(Checkout.Classifications).Catalogue!;

    public string Path => folder.Path;

    public void Write(string file, params string[] lines) => folder.Write(file, string.Concat(lines.Select(line => line + "\n")));

    public void Delete(string file) => File.Delete(System.IO.Path.Combine(Path, file));

    public LedgerLoad Load() => LedgerLoader.Load(Path, Catalogue);

    public string[] Mistakes() => [.. Load().Mistakes.Select(mistake => mistake.ToString())];

    /// <summary>The folder is not loaded, and exactly these mistakes are told.</summary>
    public void Tells(params string[] mistakes)
    {
        Assert.Equal(mistakes, Mistakes());
        Assert.Null(Load().Ledger);
    }

    public void Dispose() => folder.Dispose();
}
