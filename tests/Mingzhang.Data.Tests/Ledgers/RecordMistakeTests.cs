namespace Mingzhang.Data.Tests.Ledgers;

/// <summary>Mistakes in the records that the narrative needs. Each case adds one file to the good sample and states what a person is told.</summary>
public sealed class RecordMistakeTests
{
    [Theory]
    [InlineData("职责.csv", "职责", "负责一，负责二\n负责一，负责二", "职责.csv 第3行：与第2行说的是同一件事：请并成一行。")]
    [InlineData("内设机构.csv", "单位代码,名称", "202,办公室", "内设机构.csv 第2行 单位代码“202”：“某区医疗保障局”由所属单位汇总，不能直接记账：应填所属单位，例如 202001 某区医疗保障局本级、202002 某区医疗保障服务中心。")]
    [InlineData("人员.csv", "单位代码,类别,编制数,实有数", "202001,公务员,6,6", "人员.csv 第2行 类别“公务员”：应填“行政编制”、“参公编制”、“事业编制”、“离休人员”、“退休人员”、“其他人员”之一。")]
    [InlineData("人员.csv", "单位代码,类别,编制数,实有数", "202001,行政编制,,6", "人员.csv 第2行 编制数：未填：有编制的人员要填编制数，没有填 0。")]
    [InlineData("人员.csv", "单位代码,类别,编制数,实有数", "202001,退休人员,2,6", "人员.csv 第2行 编制数“2”：这类人员没有编制：请空着。")]
    [InlineData("人员.csv", "单位代码,类别,编制数,实有数", "202001,行政编制,6,6.5", "人员.csv 第2行 实有数“6.5”：应是整数，例如 6。")]
    [InlineData("上年数.csv", "阶段,事项,上年数(元),增减原因", "预算,收支总预算,1万,人员增加", "上年数.csv 第2行 上年数(元)“1万”：不是数字：只填阿拉伯数字，单位为元，例如 1234.50。")]
    [InlineData("上年数.csv", "阶段,事项,上年数(元),增减原因", "预算,收支总预算,1,甲\n预算,收支总预算,2,乙", "上年数.csv 第3行：与第2行说的是同一件事：请并成一行。")]
    [InlineData("年初预算.csv", "功能科目,年初预算(元),差异原因", "2101501,-1,甲", "年初预算.csv 第2行 年初预算(元)“-1”：不能是负数。")]
    [InlineData("项目用途.csv", "项目编码,用途", "42010722202T000000118,", "项目用途.csv 第2行 用途：未填，此项必填。")]
    [InlineData("公务接待.csv", "类别,批次,人次,金额(元),接待事由", "国内公务接待,六,41,1100,检查", "公务接待.csv 第2行 批次“六”：应是整数，例如 6。")]
    [InlineData("国有资产.csv", "阶段,类别,数量,计量单位,原值(元)", "预算,设备,,,", "国有资产.csv 第2行 数量：数量和原值至少填一项。")]
    [InlineData("国有资产.csv", "阶段,类别,数量,计量单位,原值(元)", "预算,设备,3,,", "国有资产.csv 第2行 计量单位：数量和计量单位要么都填，要么都空着。")]
    [InlineData("购买服务.csv", "单位代码,是否政府采购,项目,购买内容,金额(元)", "202001,对,甲,乙,1", "购买服务.csv 第2行 是否政府采购“对”：应填“是”、“否”之一。")]
    [InlineData("资产配置.csv", "单位代码,项目,资产名称,申请数量,单价(元)", "202001,甲,台式计算机,,5000", "资产配置.csv 第2行 申请数量：未填，此项必填。")]
    [InlineData("资产配置.csv", "单位代码,项目,资产名称,申请数量,单价(元),预算数量,预算单价(元)", "202001,甲,台式计算机,2,5000,2,", "资产配置.csv 第2行 预算单价(元)：预算数量和预算单价要么都填，要么都空着。")]
    [InlineData("绩效填报.csv", "项目编码,栏目,内容", ",项目主要支出方向和用途,救助", "绩效填报.csv 第2行 栏目“项目主要支出方向和用途”：项目的用途写在项目用途.csv，情况说明和绩效表都从那里取：请移过去。")]
    [InlineData("补充说明.csv", "事项,说明", "机构,甲", "补充说明.csv 第2行 事项“机构”：应填“机构设置”、““三公”经费预决算差异”、“绩效评价结果”、“绩效结果应用”、“国有资产”、“其他事项”之一。")]
    public void A_mistake_is_told_by_file_row_and_column(string file, string header, string rows, string mistake)
    {
        using var folder = new SampleFolder();
        folder.Write(file, [header, .. rows.Split('\n')]);
        folder.Tells(mistake);
    }

    [Fact]
    public void A_project_that_is_not_registered_has_no_use()
    {
        using var folder = new SampleFolder();
        folder.Write("项目用途.csv", "项目编码,用途", "42010722202T000000119,甲");
        Assert.StartsWith("项目用途.csv 第2行 项目编码“42010722202T000000119”：项目.csv 没有登记这个项目", Assert.Single(folder.Mistakes()), StringComparison.Ordinal);
    }
}
