using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Core.Supervision.Plans;
using Mingzhang.Data;
using Mingzhang.Storage.Supervision;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>A district with a year of supervision: sixty institutions, a plan, a draw, inspections with findings, a case on its way.</summary>
internal sealed record SupervisedDistrict(int Department, int Institution, int Draw, int Inspection, int Case)
{
    public string Root => $"/office/{Department}/supervision";

    public static async Task<SupervisedDistrict> BeginAsync(OfficeFixture office)
    {
        var (department, _) = await office.DraftAsync(null);
        var (clerk, head) = (await office.ActorAsync("clerk"), await office.ActorAsync("head"));
        var desk = office.Desk.Supervision;
        var none = CancellationToken.None;
        var year = TimeProvider.System.GetUtcNow().Year;
        var start = new DateOnly(year, 1, 1);
        await desk.Institutions.TakeAsync(
            clerk, department,
            [.. Enumerable.Range(1, 60).Select(i => new Institution($"{(i <= 20 ? 'H' : 'P')}4201{i:0000}", i <= 20 ? $"示例区第{i}医院" : $"示例大药房第{i}分店", i <= 20 ? InstitutionKind.Hospital : InstitutionKind.Pharmacy, i <= 20 ? Core.Supervision.Institutions.Institution.Levels[i % 4] : "", $"示例路{i}号", $"协{i:000}", start.AddYears(-1), start.AddYears(1)))],
            null, "名单.xlsx", none);
        var all = await desk.Institutions.AllAsync(department, none);
        Assert.Null(await desk.Institutions.ChangeAsync(clerk, department, all[1].Id, new AgreementEvent(AgreementStep.Suspended, start, "停业装修"), none));
        Assert.Null(await desk.Plans.SetAsync(clerk, department, year, [new(InstitutionKind.Hospital, null, 100), new(InstitutionKind.Pharmacy, null, 30), new(null, InspectionKind.Sample, 10)], none));
        var (draw, refusal) = await desk.Plans.DrawAsync(
            clerk, department, year, "上半年药店抽查", InspectionKind.Sample, "局网站公告", new DrawRequest($"{year}年第1号公告", 6, 2, [.. all.Where(i => i.Facts.Kind == InstitutionKind.Pharmacy).Select(i => new DrawCandidate(i.Facts.Code, i.Facts.Name, i.Facts.Code == "P42010030" ? "已约定整改" : null))], ["甲", "乙", "丙"], [new("甲", "P42010025", "亲属任职")]), none);
        Assert.Null(refusal);
        var (ids, _) = await desk.Inspections.AddAsync(
            clerk, department,
            [.. all.Take(12).Select((i, n) => new NewInspection(i.Id, (InspectionKind)(n % 8), "甲、乙", null, start.AddDays(n), "发现问题，要求整改", [new("重复收费", false, "同一项目收费两次", 12_345_67 + n, n % 2 == 0 ? 10_000_00 : null), new("超限定范围", false, "超限定支付范围用药", 8_000_00, 0)]))], none);
        var (id, wrong) = await desk.Cases.OpenAsync(clerk, department, ids[0], start.AddDays(2), "重复收费", none);
        Assert.Null(wrong);
        var rules = office.Services.GetRequiredService<DataFolder>().Supervision;
        foreach (var (to, who) in new[] { (CaseStep.Investigated, clerk), (CaseStep.Notified, clerk), (CaseStep.Reviewed, head) })
            Assert.Null(await desk.Cases.MoveAsync(who, department, id, to, start.AddDays(3), "同意", null, rules, none));
        Assert.Null(await desk.Recovery.SetPlanAsync(clerk, department, id, [new(start.AddMonths(1), 4_000_00), new(start.AddMonths(14), 6_000_00)], none));
        Assert.Null(await desk.Recovery.ReceiveAsync(clerk, department, id, null, start.AddDays(4), 3_000_00, $"收-{department}", none));
        return new SupervisedDistrict(department, all[0].Id, draw, ids[2], id);
    }
}
