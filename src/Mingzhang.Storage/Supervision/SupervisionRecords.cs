using System.Globalization;
using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Core.Supervision.Inspections;
using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Core.Supervision.Plans;

namespace Mingzhang.Storage.Supervision;

/// <summary>A designated institution of a department.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Facts">What the register has of it.</param>
/// <param name="History">协议变动 in the order of time.</param>
public sealed record InstitutionInfo(int Id, Institution Facts, IReadOnlyList<AgreementEvent> History)
{
    /// <summary>How its agreement stands.</summary>
    public AgreementState State => AgreementHistory.State(History);

    /// <summary>As coverage counts it.</summary>
    public BoundInstitution Bound => new(Facts, History);
}

/// <summary>A draw (双随机抽取) as it is kept.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Year">年度.</param>
/// <param name="Name">名称.</param>
/// <param name="Kind">For which inspections.</param>
/// <param name="SeedSource">Where the seed was published.</param>
/// <param name="Request">What it was made of.</param>
/// <param name="Drawn">What was drawn.</param>
/// <param name="Digest">Digest of both, which the trail has too.</param>
/// <param name="At">When.</param>
/// <param name="Account">By whom.</param>
public sealed record DrawInfo(
    int Id, int Year, string Name, InspectionKind Kind, string SeedSource, DrawRequest Request, IReadOnlyList<DrawnInstitution> Drawn, string Digest, string At, string Account);

/// <summary>An inspection (检查).</summary>
/// <param name="Id">Its number.</param>
/// <param name="InstitutionId">Number of the institution.</param>
/// <param name="Code">机构编码.</param>
/// <param name="Institution">机构名称.</param>
/// <param name="Kind">检查方式.</param>
/// <param name="DrawId">The draw it comes from; null for none.</param>
/// <param name="Inspectors">检查人员.</param>
/// <param name="PlannedOn">计划日期.</param>
/// <param name="DoneOn">检查日期; null before it was done.</param>
/// <param name="Conclusion">检查结论.</param>
/// <param name="Cancelled">Why it is not done after all.</param>
/// <param name="Findings">How many findings.</param>
/// <param name="Amounts">Their amounts together.</param>
public sealed record InspectionInfo(
    int Id, int InstitutionId, string Code, string Institution, InspectionKind Kind, int? DrawId, string Inspectors, DateOnly? PlannedOn, DateOnly? DoneOn, string Conclusion, string? Cancelled,
    int Findings, FindingAmounts Amounts)
{
    /// <summary>已检查, 计划 or 取消.</summary>
    public string State => DoneOn is not null ? "已检查" : Cancelled is not null ? "已取消" : "待检查";
}

/// <summary>A new inspection.</summary>
/// <param name="InstitutionId">Number of the institution.</param>
/// <param name="Kind">检查方式.</param>
/// <param name="Inspectors">检查人员, parted by 、.</param>
/// <param name="PlannedOn">计划日期.</param>
/// <param name="DoneOn">检查日期; null for one that is only planned.</param>
/// <param name="Conclusion">检查结论.</param>
/// <param name="Findings">What was found.</param>
public sealed record NewInspection(int InstitutionId, InspectionKind Kind, string Inspectors, DateOnly? PlannedOn, DateOnly? DoneOn, string Conclusion, IReadOnlyList<NewFinding> Findings);

/// <summary>A new finding.</summary>
/// <param name="Violation">违规类型.</param>
/// <param name="IsFraud">Whether it was done for the purpose of fraud.</param>
/// <param name="Description">What was found.</param>
/// <param name="FoundFen">发现金额 in 分.</param>
/// <param name="ConfirmedFen">认定金额 in 分; null before it is confirmed.</param>
/// <param name="HitId">Number of the hit of screening that it comes from; null for none.</param>
public sealed record NewFinding(string Violation, bool IsFraud, string Description, long FoundFen, long? ConfirmedFen, int? HitId = null);

/// <summary>A finding (问题).</summary>
/// <param name="Id">Its number.</param>
/// <param name="InspectionId">Number of the inspection.</param>
/// <param name="Violation">违规类型.</param>
/// <param name="IsFraud">Whether it was done for the purpose of fraud.</param>
/// <param name="Description">What was found.</param>
/// <param name="Amounts">发现, 认定, 追回.</param>
/// <param name="CaseId">Its case; null for none.</param>
/// <param name="HitId">The hit of screening that it comes from; null for none.</param>
public sealed record FindingInfo(int Id, int InspectionId, string Violation, bool IsFraud, string Description, FindingAmounts Amounts, int? CaseId, int? HitId);

/// <summary>A case (案件).</summary>
/// <param name="Id">Its number.</param>
/// <param name="InstitutionId">Number of the institution.</param>
/// <param name="Code">机构编码.</param>
/// <param name="Institution">机构名称.</param>
/// <param name="InspectionId">The inspection it comes from.</param>
/// <param name="Year">年度 of its number.</param>
/// <param name="Sequence">序号 of its number.</param>
/// <param name="Reason">案由.</param>
/// <param name="Handler">Account of whoever handles it.</param>
/// <param name="Step">The last step done.</param>
/// <param name="Measures">处理方式.</param>
/// <param name="FineFen">罚款 in 分; null before the decision.</param>
/// <param name="FineReason">Why the fine is below the least.</param>
/// <param name="FinePaidFen">Fine received in 分.</param>
/// <param name="ConfirmedFen">认定金额 in 分.</param>
/// <param name="RecoveredFen">追回金额 in 分.</param>
/// <param name="Steps">What was done, in order.</param>
/// <param name="Handovers">How it changed hands, in order.</param>
public sealed record CaseInfo(
    int Id, int InstitutionId, string Code, string Institution, int InspectionId, int Year, int Sequence, string Reason, string Handler, CaseStep Step, IReadOnlyList<string> Measures,
    long? FineFen, string? FineReason, long FinePaidFen, long ConfirmedFen, long RecoveredFen, IReadOnlyList<CaseStepInfo> Steps, IReadOnlyList<CaseHandover> Handovers)
{
    /// <summary>Whether an account handles the case, or did before it changed hands: none of them reviews or approves it.</summary>
    public bool IsHandler(string account) => Handler == account || Handovers.Any(h => h.From == account);

    /// <summary>案号.</summary>
    public string Number => string.Create(CultureInfo.InvariantCulture, $"〔{Year}〕{Sequence}号");

    /// <summary>立案日期.</summary>
    public DateOnly OpenedOn => Steps[0].On;

    /// <summary>The steps by which deadlines are reckoned.</summary>
    public IReadOnlyList<(CaseStep Step, DateOnly On)> Done => [.. Steps.Select(s => (s.Step, s.On))];
}

/// <summary>A step of a case that was done.</summary>
/// <param name="Step">Where the case stood afterwards.</param>
/// <param name="Label">What was done.</param>
/// <param name="On">When.</param>
/// <param name="Note">意见.</param>
/// <param name="Account">By whom.</param>
public sealed record CaseStepInfo(CaseStep Step, string Label, DateOnly On, string Note, string Account);

/// <summary>A case that changed hands (案件移交).</summary>
/// <param name="From">Who handled it.</param>
/// <param name="To">Who handles it from then on.</param>
/// <param name="On">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="Account">Who handed it over.</param>
public sealed record CaseHandover(string From, string To, DateOnly On, string Reason, string Account);

/// <summary>What the head decides (处理决定).</summary>
/// <param name="Measures">处理方式.</param>
/// <param name="FineFen">罚款 in 分.</param>
/// <param name="Reason">Why it is below the least; null otherwise.</param>
public sealed record CaseDecision(IReadOnlyList<string> Measures, long FineFen, string? Reason);

/// <summary>Money received (款项).</summary>
/// <param name="Kind">退回基金 or 罚款.</param>
/// <param name="On">到账日期.</param>
/// <param name="Fen">Amount in 分.</param>
/// <param name="Voucher">凭证号.</param>
/// <param name="Account">Who noted it.</param>
public sealed record ReceiptInfo(string Kind, DateOnly On, long Fen, string Voucher, string Account)
{
    /// <summary>Money of the fund that came back.</summary>
    public const string Fund = "退回基金";

    /// <summary>A fine.</summary>
    public const string Fine = "罚款";
}

/// <summary>Amounts of a month (各月金额).</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Inspections">Inspections done.</param>
/// <param name="FoundFen">Found by inspections of the month, in 分.</param>
/// <param name="ConfirmedFen">Confirmed of them, in 分.</param>
/// <param name="RecoveredFen">Money of the fund received in the month, in 分.</param>
/// <param name="FinedFen">Fines received in the month, in 分.</param>
public sealed record SupervisionMonth(int Month, int Inspections, long FoundFen, long ConfirmedFen, long RecoveredFen, long FinedFen);

/// <summary>Days as rows hold them.</summary>
internal static class Days
{
    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string? Text(DateOnly? day) => day is { } known ? Text(known) : null;

    public static DateOnly Parse(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static DateOnly? ParseOrNull(string? text) => text is null ? null : Parse(text);
}
