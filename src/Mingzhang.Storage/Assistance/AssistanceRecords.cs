using Mingzhang.Core.Assistance.Calculation;
using Mingzhang.Core.Assistance.Persons;
using Mingzhang.Core.Assistance.Settlements;
using Mingzhang.Core.Office;

namespace Mingzhang.Storage.Assistance;

/// <summary>Particulars of a person as a list or a form gives them (个人资料); null is not said and changes nothing.</summary>
/// <param name="Code">人员编号.</param>
/// <param name="Name">姓名.</param>
/// <param name="Number">证件号码.</param>
/// <param name="Account">银行账号.</param>
/// <param name="Bank">开户银行.</param>
public sealed record Particulars(string Code, string? Name, string? Number, string? Account, string? Bank);

/// <summary>A person as every page may show them (救助对象).</summary>
/// <param name="Id">Number of the record.</param>
/// <param name="Code">人员编号.</param>
/// <param name="Name">姓名, masked.</param>
/// <param name="Number">证件号码, masked.</param>
/// <param name="Account">银行账号, masked.</param>
/// <param name="Bank">开户银行.</param>
/// <param name="Subjects">Current identities.</param>
public sealed record AssistedPerson(int Id, string Code, string Name, string Number, string Account, string Bank, IReadOnlyList<string> Subjects);

/// <summary>A row of a list of subjects (名单的一行).</summary>
/// <param name="Person">人员编号.</param>
/// <param name="Identity">身份.</param>
public sealed record ListedIdentity(string Person, Identity Identity);

/// <summary>An identity of which a list says something else than is known (变化的身份).</summary>
/// <param name="Person">人员编号.</param>
/// <param name="Before">As it is known.</param>
/// <param name="After">As it will be.</param>
public sealed record ChangedIdentity(string Person, Identity Before, Identity After);

/// <summary>What a list changes (名单差异).</summary>
/// <param name="Added">新增.</param>
/// <param name="Ended">Those who are no longer on it, ended the day before (退出).</param>
/// <param name="Changed">变更.</param>
/// <param name="Unchanged">How many are as they were.</param>
public sealed record ListDifference(IReadOnlyList<ListedIdentity> Added, IReadOnlyList<ChangedIdentity> Ended, IReadOnlyList<ChangedIdentity> Changed, int Unchanged)
{
    /// <summary>Whether it changes nothing.</summary>
    public bool IsNone => Added.Count + Ended.Count + Changed.Count == 0;
}

/// <summary>A settlement to be stored.</summary>
/// <param name="Row">Row of the file.</param>
/// <param name="Person">人员编号.</param>
/// <param name="Settlement">The settlement.</param>
public sealed record IncomingSettlement(int Row, string Person, Settlement Settlement);

/// <summary>A settlement that was kept out (退回的行).</summary>
/// <param name="Row">Row of the file.</param>
/// <param name="Number">结算编号.</param>
/// <param name="Field">The field that differs.</param>
/// <param name="Reason">Why, in Chinese.</param>
public sealed record RefusedSettlement(int Row, string Number, string Field, string Reason);

/// <summary>What storing settlements gave (导入结果).</summary>
/// <param name="Added">New ones.</param>
/// <param name="Known">Those that were there before, the same in every field.</param>
/// <param name="Refused">Those that differ from what is there.</param>
public sealed record SettlementOutcome(int Added, int Known, IReadOnlyList<RefusedSettlement> Refused);

/// <summary>What a run of the calculation gave (核定结果).</summary>
/// <param name="Decisions">New decisions with an amount.</param>
/// <param name="Fen">Their amount.</param>
/// <param name="Nothing">New decisions that give nothing.</param>
/// <param name="Stopped">Settlements that are stopped.</param>
/// <param name="Doubtful">Doubts sent to review.</param>
/// <param name="Differences">Differences from what was granted.</param>
public sealed record RunOutcome(int Decisions, long Fen, int Nothing, int Stopped, int Doubtful, int Differences);

/// <summary>A decision as lists show it (核定).</summary>
/// <param name="Id">Its number.</param>
/// <param name="Person">The person, masked.</param>
/// <param name="PersonCode">人员编号.</param>
/// <param name="Settlement">结算编号.</param>
/// <param name="EndedOn">Last day of the care.</param>
/// <param name="Channel">医中 or 医后.</param>
/// <param name="Kind">首次, 补付 or 追回.</param>
/// <param name="Subject">救助对象.</param>
/// <param name="Policy">政策版本.</param>
/// <param name="EligibleFen">政策范围内个人自付.</param>
/// <param name="Fen">What it gives, negative to be paid back.</param>
/// <param name="Reason">Why.</param>
/// <param name="Concern">Doubt to look at; null for none.</param>
/// <param name="State">待复核, 已复核, 退回 or 不需支付.</param>
/// <param name="MadeBy">Who computed it.</param>
/// <param name="EnteredBy">Who entered the settlement.</param>
/// <param name="ReviewedBy">Who reviewed it; null before.</param>
/// <param name="Note">What the reviewer said.</param>
public sealed record StoredDecision(
    int Id, string Person, string PersonCode, string Settlement, DateOnly EndedOn, string Channel, string Kind, string? Subject, string? Policy, long EligibleFen, long Fen, string Reason, string? Concern,
    string State, string MadeBy, string EnteredBy, string? ReviewedBy, string? Note);

/// <summary>A doubt of the last run (疑点).</summary>
/// <param name="Person">The person, masked.</param>
/// <param name="PersonCode">人员编号.</param>
/// <param name="SettlementId">Number of the record of the settlement.</param>
/// <param name="Concern">What it is.</param>
public sealed record StoredConcern(string Person, string PersonCode, int SettlementId, Concern Concern);

/// <summary>A difference of the last run (重算差异).</summary>
/// <param name="Id">Its number.</param>
/// <param name="Person">The person, masked.</param>
/// <param name="PersonCode">人员编号.</param>
/// <param name="Settlement">结算编号.</param>
/// <param name="GrantedFen">已核定.</param>
/// <param name="DueFen">应核定.</param>
/// <param name="Reason">Why.</param>
public sealed record StoredDifference(int Id, string Person, string PersonCode, string Settlement, long GrantedFen, long DueFen, string Reason);

/// <summary>A payable (应付).</summary>
/// <param name="Id">Its number.</param>
/// <param name="PaymentId">付款批次; null before.</param>
/// <param name="Person">The person, masked.</param>
/// <param name="PersonCode">人员编号.</param>
/// <param name="Settlement">结算编号.</param>
/// <param name="Payee">Who gets it: the person masked, or the hospital.</param>
/// <param name="Account">银行账号, masked; empty when it is not known.</param>
/// <param name="Fen">Amount, negative to be paid back.</param>
/// <param name="State">待付, 待更正, 已付, 退票, 待追回 or 已追回.</param>
/// <param name="Note">What was noted.</param>
public sealed record StoredPayable(int Id, int? PaymentId, string Person, string PersonCode, string Settlement, string Payee, string Account, long Fen, string State, string? Note);

/// <summary>A payment batch (付款批次).</summary>
/// <param name="Id">Its number.</param>
/// <param name="Count">笔数.</param>
/// <param name="Fen">金额.</param>
/// <param name="State">待批准, 已批准 or 已付.</param>
/// <param name="MadeBy">Who made it.</param>
/// <param name="MadeAt">When.</param>
/// <param name="ApprovedBy">Who approved it.</param>
/// <param name="PaidOn">When the bank paid.</param>
public sealed record StoredPayment(int Id, int Count, long Fen, string State, string MadeBy, string MadeAt, string? ApprovedBy, DateOnly? PaidOn);

/// <summary>An application after the event (医后救助申请).</summary>
/// <param name="Id">Its number.</param>
/// <param name="Person">The person, masked.</param>
/// <param name="PersonCode">人员编号.</param>
/// <param name="Subject">救助对象 it was granted as; null when none.</param>
/// <param name="Settlement">结算编号.</param>
/// <param name="State">受理, 已复核, 公示中, 已批准 or 不予救助.</param>
/// <param name="Documents">材料.</param>
/// <param name="ReceivedOn">受理日期.</param>
/// <param name="AcceptedBy">Who accepted it.</param>
/// <param name="Due">Until when the next step is to be done; null when none is.</param>
/// <param name="PublishedOn">公示起.</param>
/// <param name="PublishedUntil">公示止.</param>
/// <param name="Fen">Amount it comes to.</param>
/// <param name="Note">What was noted.</param>
public sealed record StoredApplication(
    int Id, string Person, string PersonCode, string? Subject, string Settlement, string State, string Documents, DateOnly ReceivedOn, string AcceptedBy, DateOnly? Due, DateOnly? PublishedOn,
    DateOnly? PublishedUntil, long Fen, string? Note)
{
    /// <summary>容缺: what was missing when it was accepted, and why it was accepted; null for nothing.</summary>
    public string? Exception { get; init; }

    /// <summary>The bill it is about.</summary>
    public required Settlement Bill { get; init; }

    /// <summary>Number of the decision that computed it; null when it was sent back or stopped.</summary>
    public int? DecisionId { get; init; }

    /// <summary>Day on which it was granted or not; null before.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>Policy version it was computed by; null for none.</summary>
    public string? PolicyId { get; init; }
}

/// <summary>A file that came with an application.</summary>
/// <param name="Paper">材料 it is.</param>
/// <param name="FileName">Name it came with.</param>
/// <param name="Content">The whole file.</param>
public sealed record PaperFile(string Paper, string FileName, byte[] Content);

/// <summary>The documents of an application (收到的材料).</summary>
/// <param name="Required">Names of what must be there.</param>
/// <param name="Files">What was brought.</param>
/// <param name="Exception">容缺原因: why it is accepted without what is missing; blank for none.</param>
public sealed record BroughtPapers(IReadOnlyList<string> Required, IReadOnlyList<PaperFile> Files, string? Exception)
{
    /// <summary>What must be there and is not.</summary>
    public IReadOnlyList<string> Missing => [.. Required.Except(Files.Select(f => f.Paper), StringComparer.Ordinal)];
}

/// <summary>What a bank says of one payment (回盘的一笔).</summary>
/// <param name="Row">Row of the file.</param>
/// <param name="Payable">Number of the payable.</param>
/// <param name="Fen">Amount.</param>
/// <param name="IsPaid">Whether it arrived.</param>
/// <param name="Reason">Why not.</param>
public sealed record BankResult(int Row, int Payable, long Fen, bool IsPaid, string Reason);

/// <summary>What importing a bank's return gave (回盘结果).</summary>
/// <param name="Paid">Payments that arrived.</param>
/// <param name="Returned">Payments that came back, noted now.</param>
/// <param name="Known">Those noted before.</param>
/// <param name="Refused">Rows that were kept out: row, 序号, and why in Chinese.</param>
public sealed record BankOutcome(int Paid, int Returned, int Known, IReadOnlyList<(int Row, int Payable, string Why)> Refused);

/// <summary>Something that waits for somebody, with the day until which it is to be done (待办).</summary>
/// <param name="What">What, in a few words with its number.</param>
/// <param name="Due">Until when.</param>
/// <param name="Path">Its page below that of assistance.</param>
/// <param name="Act">Who may do this is to do it.</param>
/// <param name="Who">岗位 of who is to do it.</param>
public sealed record AssistanceTask(string What, DateOnly Due, string Path, Act Act, string Who);

/// <summary>A person's file as it is known, with what was decided (个人年度一览).</summary>
/// <param name="Person">The person, masked.</param>
/// <param name="File">What the calculation goes by.</param>
/// <param name="Decisions">Decisions, in their order.</param>
/// <param name="Payables">Payables, in their order.</param>
public sealed record PersonOverview(AssistedPerson Person, PersonFile File, IReadOnlyList<StoredDecision> Decisions, IReadOnlyList<StoredPayable> Payables);

/// <summary>Numbers of the first page (概况).</summary>
/// <param name="Persons">救助对象.</param>
/// <param name="Settlements">Settlements of the year.</param>
/// <param name="ToReview">Decisions to review.</param>
/// <param name="Stopped">Stopped settlements.</param>
/// <param name="Differences">Differences to decide on.</param>
/// <param name="ToPay">Payables in no batch.</param>
/// <param name="ToPayFen">Their amount.</param>
/// <param name="ToCorrect">Payments that came back and wait for a right account.</param>
/// <param name="ToRecover">To be paid back.</param>
/// <param name="BySubject">Of the year by subject: settlements, eligible cost and amount of reviewed decisions.</param>
public sealed record AssistanceSummary(
    int Persons, int Settlements, int ToReview, int Stopped, int Differences, int ToPay, long ToPayFen, int ToCorrect, int ToRecover, IReadOnlyList<(string Subject, int Settlements, long EligibleFen, long Fen)> BySubject);

/// <summary>收款机构.</summary>
/// <param name="Code">机构代码.</param>
/// <param name="Name">名称.</param>
/// <param name="Bank">开户银行.</param>
/// <param name="Account">银行账号, masked.</param>
public sealed record PaidHospital(string Code, string Name, string Bank, string Account);
