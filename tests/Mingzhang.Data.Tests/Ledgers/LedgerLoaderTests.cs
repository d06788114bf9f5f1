using System.Text;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Ledgers;

namespace Mingzhang.Data.Tests.Ledgers;

public sealed class LedgerLoaderTests
{
    [Fact]
    public void A_folder_without_mistakes_is_loaded_whole()
    {
        using var folder = new SampleFolder();
        folder.Write("预算收入.csv", "单位代码,功能科目,资金来源,资金年度,金额(元)", "202001,,一般公共预算,本年,200000");
        folder.Write("结转结余.csv", "阶段,事项,单位代码,功能科目,资金来源,金额(元)", "预算,年初结转和结余,202002,2101550,其他收入,-163512.50");
        folder.Write("三公经费.csv", "经济科目,全年预算数(元)", "30217,8000");
        folder.Write(
            "政府采购.csv",
            "单位代码,项目,采购品目,功能科目,经济科目,资金来源,资金性质,数量,单价(元),计量单位,金额(元),面向中小企业(元),面向小微企业(元)",
            "202001,医疗保障工作经费,[C0803]审计服务,2101502,30227,,年初安排,1.5,\"12,000\",批,18000,0,18000");
        var load = folder.Load();
        Assert.Empty(load.Mistakes);
        var ledger = load.Ledger!;
        Assert.Equal(new LedgerSettings("某区医疗保障局", "某区医疗保障局", 2024, "wuhan-2024-budget", null, IsDepartment: true), ledger.Settings);
        Assert.Equal(new BudgetUnit("202", "某区医疗保障局", null, null), ledger.Units[0]);
        Assert.Equal(new BudgetUnit("202002", "某区医疗保障服务中心", "202", "事业"), ledger.Units[2]);
        Assert.Equal(new Project(SampleFolder.Project, "医疗保障工作经费", "202001", "31", "本级支出项目", null), ledger.Projects[0]);
        Assert.Equal(
            [
                new LedgerLine(Stage.Budget, Flow.Income, "202001", null, null, null, null, "一般公共预算", MoneyYear.Current, 20000000),
                new LedgerLine(Stage.Budget, Flow.Expenditure, "202001", SampleFolder.Project, "特定目标类", "2101502", "30227", "经费拨款(补助)", MoneyYear.Current, 20000000),
                new LedgerLine(Stage.Budget, Flow.Expenditure, "202002", "42010722202R000000101", "人员类", "2101550", "30101", "一般公共预算", MoneyYear.Carried, 16351250),
                new LedgerLine(Stage.Budget, Flow.Opening, "202002", null, null, "2101550", null, "其他收入", MoneyYear.Carried, -16351250),
            ],
            ledger.Lines);
        Assert.Equal(
            [new ProcurementLine("202001", "医疗保障工作经费", "[C0803]审计服务", "2101502", "30227", null, "年初安排", 1.5m, 1200000, "批", 1800000, 0, 1800000)],
            ledger.Procurements);
        Assert.Equal([new ThreePublicBudget("30217", 800000)], ledger.ThreePublic);
    }

    [Fact]
    public void Columns_may_stand_in_any_order_and_optional_ones_be_missing()
    {
        using var folder = new SampleFolder();
        folder.Write("项目.csv", "单位代码,名称,编码", "202001,医疗保障工作经费,42010722202T000000118", "202002,人员经费,42010722202R000000101");
        Assert.Empty(folder.Mistakes());
    }

    [Fact]
    public void Blank_rows_comments_blanks_around_words_and_full_width_digits_do_not_matter()
    {
        using var folder = new SampleFolder();
        folder.Write(
            "预算支出.csv", "# 第一批, “一上”", "", SampleFolder.ExpenditureHeader, "\"# 说明, 带逗号\",,,,,,,", " ,,,,,,,", "202001 ,　42010722202T000000118, 特定目标类,2101502,30227,一般公共预算,本年,２００．５", ",,");
        var load = folder.Load();
        Assert.Empty(load.Mistakes);
        Assert.Equal(20050, load.Ledger!.Lines.Single().Fen);
    }

    [Fact]
    public void An_alias_of_a_fund_source_is_taken_for_its_name()
    {
        using var folder = new SampleFolder();
        folder.Write("预算收入.csv", "单位代码,功能科目,资金来源,资金年度,金额(元)", "202001,,一般公共预算拨款,本年,1");
        Assert.Equal("一般公共预算", folder.Load().Ledger!.Lines[0].Fund);
    }

    [Theory]
    [InlineData("GB18030")]
    [InlineData("GBK")]
    [InlineData("UTF-8 with mark")]
    public void A_folder_may_be_saved_in_the_encodings_offices_use(string name)
    {
        using var folder = new SampleFolder();
        var encoding = name.StartsWith("GB", StringComparison.Ordinal) ? CodePagesEncodingProvider.Instance.GetEncoding(name)! : new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        var plain = folder.Load().Ledger!;
        foreach (var file in Directory.GetFiles(folder.Path))
            File.WriteAllText(file, File.ReadAllText(file), encoding);
        var load = folder.Load();
        Assert.Empty(load.Mistakes);
        LedgerAssert.Same(plain, load.Ledger!);
    }

    [Fact]
    public void The_samples_of_the_product_load()
    {
        var folders = Directory.GetDirectories(Path.Combine(Checkout.Root, "samples")).Where(folder => File.Exists(Path.Combine(folder, "台账.yaml"))).ToList();
        Assert.NotEmpty(folders);
        Assert.All(folders, folder => Assert.Empty(LedgerLoader.Load(folder, SampleFolder.Catalogue).Mistakes));
    }

    [Theory]
    [InlineData("202001,42010722202T000000119,特定目标类,2101502,30227,经费拨款(补助),本年,1")]
    [InlineData("202001,42010722202T000000118,其他运转类,2101502,30227,经费拨款(补助),本年,1")]
    [InlineData("202001,42010722202T000000118,特定目标类,2101501,30227,经费拨款(补助),本年,1")]
    [InlineData("202001,42010722202T000000118,特定目标类,2101502,30226,经费拨款(补助),本年,1")]
    [InlineData("202001,42010722202T000000118,特定目标类,2101502,30227,专项收入,本年,1")]
    [InlineData("202001,42010722202T000000118,特定目标类,2101502,30227,经费拨款(补助),上年结转,1")]
    public void Lines_that_differ_in_one_dimension_are_two_entries(string other)
    {
        using var folder = new SampleFolder();
        folder.Write("项目.csv", SampleFolder.ProjectHeader, "42010722202T000000118,甲,202001,,,", "42010722202T000000119,乙,202001,,,");
        folder.Write("预算支出.csv", SampleFolder.ExpenditureHeader, "202001,42010722202T000000118,特定目标类,2101502,30227,经费拨款(补助),本年,1", other);
        Assert.Equal(2, folder.Load().Ledger?.Lines.Count);
    }

    [Theory]
    [InlineData("决算,年末结转和结余,202001,2101502,其他收入,1")]
    [InlineData("预算,年初结转和结余,202001,2101502,其他收入,1")]
    [InlineData("决算,年初结转和结余,202002,2101502,其他收入,1")]
    [InlineData("决算,年初结转和结余,202001,,其他收入,1")]
    public void Balances_that_differ_in_one_dimension_are_two_entries(string other)
    {
        using var folder = new SampleFolder();
        folder.Write("结转结余.csv", "阶段,事项,单位代码,功能科目,资金来源,金额(元)", "决算,年初结转和结余,202001,2101502,其他收入,1", other);
        Assert.Equal(2, folder.Load().Ledger?.Lines.Count(line => line.Flow is Flow.Opening or Flow.Closing));
    }

    [Fact]
    public void Two_hundred_thousand_lines_load_without_a_string_for_every_cell()
    {
        using var folder = new SampleFolder();
        var functions = SampleFolder.Catalogue.Newest("功能分类")!.Items.Where(item => item.Level == 3).ToList();
        var economics = SampleFolder.Catalogue.Newest("部门经济分类")!.Items.Where(item => item.Level == 2).ToList();
        var codes = Enumerable.Range(0, 10).Select(i => $"42010722202T{i:D9}").ToList();
        folder.Write("项目.csv", [SampleFolder.ProjectHeader, .. codes.Select(code => $"{code},项目{code},202001,,,")]);
        var lines = from code in codes from function in functions from economic in economics select $"202001,{code},特定目标类,{function.Code},{economic.Code},一般公共预算,本年,{function.Index}{economic.Index}.{economic.Index % 10}5";
        folder.Write("预算支出.csv", [SampleFolder.ExpenditureHeader, .. lines.Take(200_000)]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var load = folder.Load();
        var perLine = (GC.GetAllocatedBytesForCurrentThread() - before) / 200_000;
        Assert.Equal(200_000, load.Ledger!.Lines.Count);
        // Time on a shared machine says nothing; memory does: a string for every cell would take some 300 bytes more.
        TestContext.Current.TestOutputHelper?.WriteLine($"{perLine} bytes a line");
        Assert.InRange(perLine, 0, 450);
    }
}
