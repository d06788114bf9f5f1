using System.Globalization;
using Mingzhang.Core.Assistance.Calculation;
using Mingzhang.Core.Assistance.Policies;

namespace Mingzhang.Core.Assistance.Statements;

/// <summary>Writes the statement of an assessment (计算书): the same quantities, in words a person can check with a pocket calculator.</summary>
public static class StatementWriter
{
    /// <summary>Writes it.</summary>
    public static CalculationStatement Write(Assessment assessment)
    {
        var steps = new List<CalculationStep>();
        Eligible(assessment, steps);
        if (assessment.Policy is { } policy && assessment.Benefit is { } benefit && assessment.Settlement.Eligible > 0m)
        {
            Ordinary(assessment, benefit, steps);
            if (policy.Tilted is { } rule && (assessment.BurdenAdded > 0m))
                Tilted(assessment, rule, steps);
            var sum = assessment.Tilted > 0m ? $"{Yuan(assessment.Ordinary)} + {Yuan(assessment.Tilted)} = {Yuan(assessment.Amount)} 元" : $"{Yuan(assessment.Amount)} 元";
            steps.Add(new CalculationStep("核定救助金额", sum, assessment.Amount, ""));
            var paid = assessment.Settlement.PaidAtSettlement;
            if (paid > 0m)
                steps.Add(new CalculationStep("减医中已救助", $"{Yuan(assessment.Amount)} − {Yuan(paid)} = {Yuan(assessment.Amount - paid)} 元", assessment.Amount - paid, ""));
        }

        var name = assessment.Policy is { } held ? $"{held.Name}（{Day(held.From)}起施行）" : "";
        return new CalculationStatement(
            assessment.Settlement.Id, name, steps, Conclusion(assessment), assessment.Amount,
            assessment.Benefit?.Provision.IsExample == true || (assessment.Tilted > 0m && assessment.Policy?.Tilted?.Provision.IsExample == true));
    }

    private static void Eligible(Assessment assessment, List<CalculationStep> steps)
    {
        var settlement = assessment.Settlement;
        if (settlement.InScope > settlement.Total)
            steps.Add(new CalculationStep("政策范围内费用以总费用为限", $"{Yuan(settlement.Total)} 元", settlement.Total, ""));
        var start = Math.Min(settlement.InScope, settlement.Total);
        var parts = new List<(string Name, decimal Amount)>
        {
            ("基本医保", settlement.Basic), ("大病保险", settlement.MajorIllness), ("大额医疗补助", settlement.LargeSum),
            ("公务员医疗补助", settlement.CivilServant), ("其他补助", settlement.OtherSubsidies),
        }.Where(p => p.Amount != 0m).ToList();
        var less = string.Concat(parts.Select(p => $" − {Yuan(p.Amount)}（{p.Name}）"));
        var difference = start - settlement.PaidByOthers;
        var nothing = difference < 0m ? "，不足零，按零计" : "";
        steps.Add(new CalculationStep("政策范围内个人自付", $"{Yuan(start)}{less} = {Yuan(difference)} 元{nothing}", settlement.Eligible, "国办发〔2021〕42号"));
    }

    private static void Ordinary(Assessment assessment, Benefit benefit, List<CalculationStep> steps)
    {
        var basis = benefit.Provision.ToString();
        var use = assessment.Before.Of(benefit.Pool);
        var eligible = assessment.Settlement.Eligible;
        if (benefit.Deductible > 0m)
        {
            var left = Math.Max(0m, benefit.Deductible - use.Deductible);
            steps.Add(new CalculationStep("扣除年度起付标准", $"起付标准 {Yuan(benefit.Deductible)} 元，本年已计入 {Yuan(use.Deductible)} 元，尚余 {Yuan(left)} 元；本次计入 {Yuan(assessment.DeductibleTaken)} 元", assessment.DeductibleTaken, basis));
            steps.Add(new CalculationStep("救助基数", $"{Yuan(eligible)} − {Yuan(assessment.DeductibleTaken)} = {Yuan(assessment.Base)} 元", assessment.Base, ""));
        }

        var exact = assessment.Base * benefit.Share;
        var reckoned = Cents.Cut(exact);
        var cut = exact != reckoned ? "（分以下舍去）" : "";
        steps.Add(new CalculationStep("按比例救助", $"{Yuan(assessment.Base)} × {Percent(benefit.Share)} = {Yuan(reckoned)} 元{cut}", reckoned, basis));
        var room = Math.Max(0m, benefit.Cap - use.Entitled);
        if (exact > room)
            steps.Add(new CalculationStep("受年度限额限制", $"{benefit.Pool}年度限额 {Yuan(benefit.Cap)} 元，本年已计 {Exact(use.Entitled)} 元，尚余 {Exact(room)} 元", assessment.Ordinary, basis));
    }

    private static void Tilted(Assessment assessment, TiltedBenefit rule, List<CalculationStep> steps)
    {
        var burden = assessment.Before.Burden + assessment.BurdenAdded;
        var basis = rule.Provision.ToString();
        steps.Add(new CalculationStep("本年救助后累计自付", $"{Exact(assessment.Before.Burden)} + {Exact(assessment.BurdenAdded)} = {Exact(burden)} 元", burden, ""));
        if (burden <= rule.Threshold)
        {
            steps.Add(new CalculationStep("倾斜救助", $"累计自付未超过门槛 {Yuan(rule.Threshold)} 元，不予倾斜救助", 0m, basis));
            return;
        }

        var limit = $"，年度限额 {Yuan(rule.Cap)} 元";
        steps.Add(new CalculationStep(
            "倾斜救助",
            $"（{Exact(burden)} − {Yuan(rule.Threshold)}）× {Percent(rule.Share)}{limit}，减本年已倾斜救助 {Yuan(assessment.Before.Tilted)} 元，本次 {Yuan(assessment.Tilted)} 元",
            assessment.Tilted, basis));
    }

    private static string Conclusion(Assessment assessment)
    {
        var day = Day(assessment.Settlement.To);
        return assessment.Outcome switch
        {
            Outcome.Assisted => $"按“{assessment.Benefit!.Subject}”核定救助 {Yuan(assessment.Amount)} 元，救助后个人负担 {Yuan(assessment.Remaining)} 元。",
            Outcome.NoPolicy => $"{day} 没有施行的救助政策，不能核定；请先登记政策。",
            Outcome.NoIdentity => $"{day} 不在救助对象名单内，不予救助；如有补认的身份，登记后重算。",
            Outcome.NoBenefit => "政策对该类对象的这种医疗类别没有救助，不予救助。",
            Outcome.NothingLeft => "各方支付后没有政策范围内的个人自付，无须救助。",
            Outcome.BelowDeductible => "个人自付全部在年度起付标准以内，计入累计，本次不予救助。",
            Outcome.BelowCent => "按比例不足一分，本次不予救助。",
            Outcome.CapReached => "本年救助已达年度限额，本次不再救助。",
            _ => throw new InvalidOperationException($"没有“{assessment.Outcome}”的说法。"),
        };
    }

    private static string Yuan(decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);

    // Cap and burden go on with parts of a 分.
    private static string Exact(decimal amount) => amount.ToString("#,##0.00##", CultureInfo.InvariantCulture);

    private static string Percent(decimal share) => (share * 100m).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    private static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}
