using Mingzhang.Core.Assistance.Calculation;
using Mingzhang.Core.Assistance.Persons;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Settlements;

namespace Mingzhang.Core.Tests.Assistance;

/// <summary>Policies, persons and bills of a made-up district.</summary>
internal static class Situation
{
    public const string Destitute = "特困人员";
    public const string LowIncome = "低保对象";
    public const string Marginal = "低保边缘家庭成员";

    public static Provision Written { get; } = new("第八条", "示府发〔2024〕1号");

    /// <summary>2024: destitute all, low income 80%, marginal 70% above 4,800 元; 80,000 元 a year; tilted 60% above 8,000 元 when referred.</summary>
    public static AssistancePolicy Policy2024 { get; } = new(
        "2024", "示例区医疗救助办法", "示例区", new DateOnly(2024, 1, 1), null, new DateOnly(2026, 11, 22), false, 48000m,
        [Destitute, LowIncome, Marginal],
        [
            new Benefit(Destitute, [CareKind.Inpatient, CareKind.LongTermOutpatient], "年度救助", 0m, 1m, 80000m, Written),
            new Benefit(LowIncome, [CareKind.Inpatient, CareKind.LongTermOutpatient], "年度救助", 0m, 0.8m, 80000m, Written),
            new Benefit(Marginal, [CareKind.Inpatient, CareKind.LongTermOutpatient], "年度救助", 4800m, 0.7m, 80000m, Written),
        ],
        new TiltedBenefit([LowIncome, Marginal], 8000m, 0.6m, 30000m, true, Written), 0.01m, Written);

    /// <summary>2023: the same with 75% for low income.</summary>
    public static AssistancePolicy Policy2023 { get; } = Policy2024 with
    {
        Id = "2023",
        From = new DateOnly(2023, 1, 1),
        To = new DateOnly(2023, 12, 31),
        Benefits = [.. Policy2024.Benefits.Select(b => b.Subject == LowIncome ? b with { Share = 0.75m } : b)],
    };

    public static PolicyBook Policies { get; } = new([Policy2024, Policy2023]);

    public static Identity Is(string subject, string from = "2020-01-01", string? to = null, string? recognised = null) =>
        new(subject, Day(from), to is null ? null : Day(to), Day(recognised ?? from));

    /// <summary>A stay in which all of the cost is in scope and the insurances left <paramref name="eligible"/> to the person.</summary>
    public static Settlement Stay(string id, string to, decimal eligible, string? from = null, CareKind care = CareKind.Inpatient, bool referred = false)
    {
        var insured = eligible * 2m;
        return new Settlement(id, care, "H42010400001", Day(from ?? to), Day(to), Day(to), eligible + insured, eligible + insured, insured, 0m, 0m, 0m, 0m, 0m, referred, null);
    }

    public static Settlement Reversal(string id, Settlement of) => of with
    {
        Id = id,
        Reverses = of.Id,
        Total = -of.Total,
        InScope = -of.InScope,
        Basic = -of.Basic,
        MajorIllness = -of.MajorIllness,
        LargeSum = -of.LargeSum,
        CivilServant = -of.CivilServant,
        OtherSubsidies = -of.OtherSubsidies,
        PaidAtSettlement = -of.PaidAtSettlement,
    };

    public static IReadOnlyList<decimal> Amounts(IReadOnlyList<Settlement> settlements, params Identity[] identities) =>
        [.. PersonYear.Assess(settlements, identities, Policies).Select(a => a.Amount)];

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
