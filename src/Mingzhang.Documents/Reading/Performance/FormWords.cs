using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Mingzhang.Documents.Reading.Performance;

/// <summary>
/// The words that performance forms are made of, after the national forms (财预〔2015〕88号, 财预〔2020〕10号) and their
/// local variants. Everything else in a form is content.
/// </summary>
internal static partial class FormWords
{
    /// <summary>一级指标.</summary>
    public static FrozenSet<string> Level1 { get; } = Set("成本指标 产出指标 效益指标 满意度指标");

    /// <summary>二级指标. A place may print them without the last word.</summary>
    public static FrozenSet<string> Level2 { get; } = Set(
        "经济成本指标 社会成本指标 生态环境成本指标 数量指标 质量指标 时效指标 经济效益指标 社会效益指标 生态效益指标 " +
        "可持续影响指标 可持续发展指标 服务对象满意度指标 服务对象满意度 社会公众或服务对象满意度指标 社会公众满意度指标 受益对象满意度指标");

    /// <summary>Labels whose value stands beside them.</summary>
    public static FrozenSet<string> Labels { get; } = Set(
        "部门名称 部门（单位）名称 部门(单位)名称 单位名称 填报人 联系人 联系电话 填报日期 申报日期 编报时间 填报单位 编报单位 部门职能概述 年度工作任务 年度主要任务 " +
        "项目名称 项目编码 项目代码 申报项目名称 项目主管部门 主管部门 主管部门及编码 主管部门及代码 项目执行单位 项目实施单位 实施单位 项目单位 项目负责人 部门负责人 " +
        "单位地址 邮政编码 项目属性 项目类别 项目类型 支出项目类别 起始年度 终止年度 项目起止时间 项目期 是否待分配 " +
        "项目立项依据 立项依据 项目申请理由 项目实施方案 项目主要内容 项目概况 政策文件及依据 实施目的与效果 实施时间与范围 政策内容与标准 " +
        "项目总预算 项目当年预算 项目前两年预算及当年预算变动情况 资金总额 其中:财政拨款 其中：财政拨款 其他资金 当年资金总额 其中:当年财政拨款 其中：当年财政拨款 当年其他资金 " +
        "年度财政资金总额 总分 长期目标 中期目标 年度目标 年度总体目标 " +
        "偏差大或目标未完成原因分析 改进措施及结果应用方案 单位主要负责人签批意见 自评结论");

    /// <summary>Names of parts of a form; what follows belongs to them.</summary>
    public static FrozenSet<string> Groups { get; } = Set(
        "部门总体资金情况 部门总体收支情况 项目资金 项目资金来源 项目当年资金来源 项目支出情况 项目支出明细测算 项目采购 项目绩效总目标 项目前两年预算及当年预算变动情况 " +
        "预算执行情况 整体绩效目标 总体目标 长期绩效目标表 年度绩效目标表 年度绩效指标 长期绩效指标 绩效项目指标表 年度绩效目标");

    /// <summary>Headers of the tables inside a form, those that name a row first.</summary>
    public static FrozenSet<string> KeyHeaders { get; } = Set("总体收支情况 总体资金情况 来源项目 项目名称 名称 品名 年度 项目活动 活动内容表述");

    /// <summary>Headers of the tables inside a form that stand over values.</summary>
    public static FrozenSet<string> ValueHeaders { get; } = Set(
        "金额 当年金额 当年预算收支 占比 近两年收支情况 近两年收支金额 支出项目类别 项目总预算 项目本年度预算 项目当年预算 项目主要支出方向和用途 支出经济分类 测算依据及说明 备注 数量 目标说明 " +
        "预算数 执行数 执行率 得分");

    /// <summary>What 指标值确定依据 may say.</summary>
    public static FrozenSet<string> Bases { get; } = Set("计划数据 计划标准 历史标准 历史数据 行业标准 行业数据 年度工作计划 其他 其他标准");

    /// <summary>A label as it is compared: without spaces, closing colon and remarks in brackets.</summary>
    public static string Bare(string text)
    {
        var bare = TextFlow.Squeeze(text).TrimEnd(':', '：');
        var remark = Remark().Match(bare);
        return remark.Success && remark.Index > 0 ? bare[..remark.Index] : bare;
    }

    /// <summary>Whether a cell is a label.</summary>
    public static bool IsLabel(string text) => text.Length > 0 && (Labels.Contains(TextFlow.Squeeze(text).TrimEnd(':', '：')) || Labels.Contains(Bare(text)));

    /// <summary>Whether a cell is a header of a table inside a form, e.g. 金额, 2023年.</summary>
    public static bool IsHeader(string text) => IsKeyHeader(text) || IsValueHeader(text);

    /// <summary>Whether a cell is a header over the names of rows.</summary>
    public static bool IsKeyHeader(string text) => KeyHeaders.Contains(Bare(text));

    /// <summary>Whether a cell is a header over values.</summary>
    public static bool IsValueHeader(string text) => ValueHeaders.Contains(Bare(text)) || Year().IsMatch(TextFlow.Squeeze(text));

    /// <summary>Whether a cell is part of the header over indicator values.</summary>
    public static bool IsIndicatorHeader(string text) => IndicatorHeader().IsMatch(TextFlow.Squeeze(text));

    /// <summary>The level word a cell holds, without a weight in brackets; null when it holds none.</summary>
    public static string? Level(string text, FrozenSet<string> words)
    {
        var bare = Bare(text);
        return words.Contains(bare) ? bare : null;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"(?:[（(][^（）()]*[)）])+$")]
    private static partial Regex Remark();

    [GeneratedRegex(@"^20\d\d年?$")]
    private static partial Regex Year();

    [GeneratedRegex(@"^(?:20\d\d年|前年|上年|近两年指标值|预[期计]当年实现值?|指标值|指标值确定依据|绩效标准|年初目标值.*|实际完成值.*|得分|分值|权重)$")]
    private static partial Regex IndicatorHeader();
}
