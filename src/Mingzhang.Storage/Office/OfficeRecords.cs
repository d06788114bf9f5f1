using System.Globalization;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;

namespace Mingzhang.Storage.Office;

/// <summary>Who does something (操作人): an account with its roles, as they are at this moment.</summary>
/// <param name="Id">Number of the account.</param>
/// <param name="UserName">账号.</param>
/// <param name="FullName">姓名.</param>
/// <param name="MustChangePassword">Whether nothing else is allowed before the password is changed.</param>
/// <param name="Stamp">Changes with the password: what was signed in with the old one ends.</param>
/// <param name="Assignments">任职.</param>
public sealed record Actor(int Id, string UserName, string FullName, bool MustChangePassword, string Stamp, IReadOnlyList<Assignment> Assignments);

/// <summary>部门.</summary>
/// <param name="Id">Its number; 0 for a new one.</param>
/// <param name="Name">Full name.</param>
/// <param name="ShortName">简称.</param>
/// <param name="IsDepartment">口径: true for a department with its units.</param>
/// <param name="Address">地址.</param>
/// <param name="Telephone">电话.</param>
public sealed record Department(int Id, string Name, string ShortName, bool IsDepartment, string Address, string Telephone);

/// <summary>An account as its administrator sees it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="UserName">账号.</param>
/// <param name="FullName">姓名.</param>
/// <param name="IsDisabled">停用.</param>
/// <param name="IsLocked">Locked after wrong passwords.</param>
/// <param name="Assignments">任职.</param>
public sealed record AccountInfo(int Id, string UserName, string FullName, bool IsDisabled, bool IsLocked, IReadOnlyList<Assignment> Assignments);

/// <summary>编报.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Department">Number of the department.</param>
/// <param name="Year">年度.</param>
/// <param name="Edition">预算版本.</param>
/// <param name="Round">阶段.</param>
/// <param name="State">状态.</param>
/// <param name="Revision">Raised by every change.</param>
/// <param name="ApprovedOn">批复日期; null before.</param>
/// <param name="ControlFen">控制数 in 分; null before.</param>
/// <param name="Stage">预算 or 决算.</param>
/// <param name="DeviationPercent">决算差异: final accounts that differ from the budget by more must say why; null where every difference must.</param>
public sealed record DraftInfo(
    int Id, int Department, int Year, string Edition, Round Round, DraftState State, int Revision, DateOnly? ApprovedOn, long? ControlFen, Stage Stage = Stage.Budget, decimal? DeviationPercent = null)
{
    /// <summary>What is compiled, e.g. 2024 年预算.</summary>
    public string Title => string.Create(CultureInfo.InvariantCulture, $"{Year} 年{Stage.ChineseName()}");
}

/// <summary>A record of a draft.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Sheet">Its sheet, e.g. 预算支出.</param>
/// <param name="Revision">Raised by every change of it.</param>
/// <param name="Cells">Texts by column; what is empty is not there.</param>
public sealed record DraftRecord(int Id, string Sheet, int Revision, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>Text of a cell; empty when there is none.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");
}

/// <summary>A cell that a person changed: it is stored only where the cell still is what the person saw.</summary>
/// <param name="Record">Number of the record.</param>
/// <param name="Column">Column.</param>
/// <param name="Old">What the person saw there; empty for nothing.</param>
/// <param name="New">What is to stand there; empty for nothing.</param>
public sealed record CellEdit(int Record, string Column, string Old, string New);

/// <summary>A record that a person added.</summary>
/// <param name="Key">The person's own name for it, given back with its number.</param>
/// <param name="Cells">Its cells.</param>
/// <param name="Before">Number of the record it is put before; null for the end.</param>
public sealed record NewRecord(string Key, IReadOnlyDictionary<string, string> Cells, int? Before = null);

/// <summary>A record that a person removed, as it was seen.</summary>
/// <param name="Record">Number of the record.</param>
/// <param name="Revision">Its revision then.</param>
public sealed record RemovedRecord(int Record, int Revision);

/// <summary>Changes of one sheet that are stored together.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Cells">Changed cells.</param>
/// <param name="Added">New records.</param>
/// <param name="Removed">Removed records.</param>
public sealed record SheetEdit(string Sheet, IReadOnlyList<CellEdit> Cells, IReadOnlyList<NewRecord> Added, IReadOnlyList<RemovedRecord> Removed);

/// <summary>A cell that two people changed (冲突): nothing of it was stored.</summary>
/// <param name="Record">Number of the record.</param>
/// <param name="Column">Column; null when the record as a whole is meant.</param>
/// <param name="Seen">What this person had seen.</param>
/// <param name="Mine">What this person wants.</param>
/// <param name="Theirs">What stands there; null when the record is gone.</param>
/// <param name="By">Who changed it; null when that is not known.</param>
/// <param name="At">When.</param>
public sealed record CellConflict(int Record, string? Column, string Seen, string Mine, string? Theirs, string? By, string? At);

/// <summary>What storing an edit gave.</summary>
/// <param name="Revision">Revision of the draft afterwards.</param>
/// <param name="Added">New records by the keys they came with.</param>
/// <param name="Records">Every record that was changed, as it is now.</param>
/// <param name="Conflicts">Cells that were not stored.</param>
/// <param name="Refusal">Why nothing was stored, in Chinese; null when it was.</param>
public sealed record EditOutcome(
    int Revision, IReadOnlyDictionary<string, int> Added, IReadOnlyList<DraftRecord> Records, IReadOnlyList<CellConflict> Conflicts, string? Refusal = null)
{
    /// <summary>Nothing was stored.</summary>
    public static EditOutcome Refused(string why) => new(0, new Dictionary<string, int>(), [], [], why);
}
