using Mingzhang.Core.Execution;

namespace Mingzhang.Storage.Execution;

/// <summary>执行账 of a department and year.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Department">Number of the department.</param>
/// <param name="Year">年度.</param>
/// <param name="IsClosed">已关账.</param>
/// <param name="Revision">Raised by every change.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="ClosedAt">When it was closed; null while it is open.</param>
public sealed record ExecutionInfo(int Id, int Department, int Year, bool IsClosed, int Revision, string OpenedAt, string? ClosedAt);

/// <summary>What a year came to (年度合计), in 分.</summary>
/// <param name="Year">年度.</param>
/// <param name="BudgetFen">年初预算.</param>
/// <param name="AdjustedFen">Adjustments.</param>
/// <param name="DoneFen">Paid.</param>
public sealed record YearTotal(int Year, long BudgetFen, long AdjustedFen, long DoneFen);

/// <summary>An entry as it lies in the database.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Source">The file or form it came by.</param>
/// <param name="Account">Who booked it.</param>
/// <param name="Decision">Why the line was allowed to be overdrawn by it, and who decided; null where it was not.</param>
public sealed record StoredEntry(int Id, ExecutionEntry Entry, string Source, string Account, string? Decision);

/// <summary>A payment of another business of the office (业务付款).</summary>
/// <param name="On">支付日期.</param>
/// <param name="Voucher">凭证号.</param>
/// <param name="Fen">Amount in 分.</param>
/// <param name="PayeeKind">收款人类别, one of <see cref="ExecutionEntry.PayeeKinds"/>.</param>
/// <param name="Summary">摘要.</param>
/// <param name="Source">Business it comes from, as lists of entries show it.</param>
public sealed record BusinessPayment(DateOnly On, string Voucher, long Fen, string PayeeKind, string Summary, string Source);

/// <summary>Which entries are wanted.</summary>
/// <param name="Units">Units the person sees; null for all.</param>
/// <param name="Voucher">Beginning of the voucher number; null for all.</param>
/// <param name="Line">Number of the line; null for all.</param>
/// <param name="Kind">事项; null for all.</param>
/// <param name="Before">Only those with smaller numbers, for the next page; null for the first.</param>
/// <param name="Most">How many at most.</param>
public sealed record EntryFilter(IReadOnlyList<string>? Units, string? Voucher, int? Line, EntryKind? Kind, int? Before, int Most);

/// <summary>A row that was refused, with the reason.</summary>
/// <param name="Row">Number of the row.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Reason">Why.</param>
/// <param name="OverFen">By how much the line would be overdrawn; null where no decision helps.</param>
public sealed record RefusedRow(int Row, IReadOnlyDictionary<string, string> Cells, string Reason, long? OverFen);

/// <summary>What bringing rows in gave.</summary>
/// <param name="Posted">How many entries were booked; 0 when nothing was stored.</param>
/// <param name="Fen">Their amounts together, in 分.</param>
/// <param name="Known">How many rows the books had already.</param>
/// <param name="Refused">What was refused: kept for correction when the good ones were taken, otherwise only told.</param>
/// <param name="IsStored">Whether anything was stored.</param>
public sealed record PostOutcome(int Posted, long Fen, int Known, IReadOnlyList<RefusedRow> Refused, bool IsStored);

/// <summary>A row that waits for correction (待更正).</summary>
/// <param name="Id">Its number.</param>
/// <param name="UnitCode">Its unit; null when that is unknown.</param>
/// <param name="Source">File or form.</param>
/// <param name="Row">Row of the file.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Reason">Why it was refused.</param>
/// <param name="OverFen">By how much the line would be overdrawn; null where no decision helps.</param>
/// <param name="At">When.</param>
/// <param name="Account">Who brought it in.</param>
public sealed record PendingEntry(int Id, string? UnitCode, string Source, int? Row, IReadOnlyDictionary<string, string> Cells, string Reason, long? OverFen, string At, string Account);

/// <summary>How far a long import is (导入进度).</summary>
/// <param name="Step">What is being done.</param>
/// <param name="Done">How much of it.</param>
/// <param name="Whole">Of how much; 0 where that is unknown.</param>
public sealed record ImportProgress(string Step, long Done, long Whole);
