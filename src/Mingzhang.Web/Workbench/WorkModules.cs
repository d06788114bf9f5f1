using Mingzhang.Core.Office;

namespace Mingzhang.Web.Workbench;

/// <summary>A business of the office with pages of its own (业务模块).</summary>
/// <param name="Name">As the department's page names it.</param>
/// <param name="Path">Its first page, after /office/{department}/.</param>
/// <param name="Purpose">What it is for, in one line.</param>
/// <param name="Act">Whoever may do this sees it.</param>
internal sealed record WorkModule(string Name, string Path, string Purpose, Act Act);

/// <summary>The businesses behind the indicators, as the department's page lists them: a module is reached because it has a line here.</summary>
internal static class WorkModules
{
    public static IReadOnlyList<WorkModule> All { get; } =
    [
        new("医疗救助", "assistance", "名单、结算、核定、复核、付款，逐笔有计算书", Act.SeeWork),
        new("医疗救助基金账", "fund", "专户收支和结余，与部门执行对账", Act.SeeWork),
        new("资助参保", "enrolment", "救助对象名单与参保名单核对，算参保率和资助金额", Act.SeeWork),
        new("基金监管", "supervision", "定点机构、检查计划和双随机抽取、检查、案件和追回", Act.SeeWork),
        new("智能审核", "screening", "用规则审核结算明细，命中由第二人复核", Act.SeeWork),
        new("投诉举报", "complaints", "信访、12345、举报：受理、办理、答复、奖励", Act.SeeWork),
        new("信用评价", "credit", "定点机构年度评价：得分说明、异议、更正、公布名单", Act.SeeWork),
        new("台账", "registers", "宣传、培训、采购、参保等，栏目自己定", Act.SeeWork),
        new("季度简报", "bulletin", "监管、投诉举报和台账的一个季度，下载 Word", Act.SeeWork),
        new("文件审核", "reviews", "上传公开文件，逐份审核，处理发现，在原文件上批注", Act.See),
    ];
}
