namespace Mingzhang.Core.Office;

/// <summary>Round of a year's budget (编报阶段).</summary>
public enum Round
{
    /// <summary>一上: what the department asks for.</summary>
    First,

    /// <summary>二上: the budget within the control figures (控制数).</summary>
    Second,

    /// <summary>调整: a change in the year.</summary>
    Adjustment,

    /// <summary>更正: a correction of what was published.</summary>
    Correction,
}

/// <summary>Where a draft is (编报状态).</summary>
public enum DraftState
{
    /// <summary>编制中: records may be changed. Nowhere else they may.</summary>
    Drafting,

    /// <summary>审核中: with the office's reviewer.</summary>
    InReview,

    /// <summary>待签发: with the head.</summary>
    ToSign,

    /// <summary>财政审核中: with the finance bureau.</summary>
    WithFinance,

    /// <summary>已批复: approved and not yet published.</summary>
    Approved,

    /// <summary>已公开.</summary>
    Published,
}

/// <summary>A step that a draft can take (流程操作).</summary>
/// <param name="Name">Its name on the button.</param>
/// <param name="Rounds">In which rounds; empty for all.</param>
/// <param name="From">From where.</param>
/// <param name="To">To where.</param>
/// <param name="NextRound">The round it begins; null when the round stays.</param>
/// <param name="By">Who may.</param>
/// <param name="NeedsReason">Whether the reason must be said.</param>
/// <param name="MustBeSound">Whether the draft must be without mistakes and gaps.</param>
/// <param name="Freezes">Whether the version is kept unchanged for ever.</param>
public sealed record DraftStep(
    string Name, IReadOnlyList<Round> Rounds, DraftState From, DraftState To, Round? NextRound, IReadOnlyList<Role> By, bool NeedsReason = false, bool MustBeSound = false, bool Freezes = false)
{
    /// <summary>Whether a draft at this place can take it.</summary>
    public bool IsOpen(Round round, DraftState state) => From == state && (Rounds.Count == 0 || Rounds.Contains(round));
}

/// <summary>
/// The process of a budget (编报流程): 一上, 控制数, 二上, 批复, and 调整 in the year. The table below is all of it: states, steps, who may.
/// </summary>
public static class DraftProcess
{
    private static readonly Role[] Finance = [Role.FinanceReviewer, Role.Head];

    /// <summary>All steps.</summary>
    public static IReadOnlyList<DraftStep> Steps { get; } =
    [
        new("送审", [], DraftState.Drafting, DraftState.InReview, null, [Role.Clerk], MustBeSound: true, Freezes: true),
        new("审核退回", [], DraftState.InReview, DraftState.Drafting, null, [Role.Reviewer], NeedsReason: true),
        new("审核通过", [], DraftState.InReview, DraftState.ToSign, null, [Role.Reviewer]),
        new("签发退回", [], DraftState.ToSign, DraftState.Drafting, null, [Role.Head], NeedsReason: true),
        new("签发", [Round.First, Round.Second, Round.Adjustment], DraftState.ToSign, DraftState.WithFinance, null, [Role.Head], Freezes: true),
        // What was approved and is only printed wrong does not go to the finance bureau again.
        new("签发更正", [Round.Correction], DraftState.ToSign, DraftState.Approved, null, [Role.Head], Freezes: true),
        new("财政退回", [], DraftState.WithFinance, DraftState.Drafting, null, Finance, NeedsReason: true),
        new("下达控制数", [Round.First], DraftState.WithFinance, DraftState.Drafting, Round.Second, Finance, NeedsReason: true),
        new("批复", [Round.Second, Round.Adjustment], DraftState.WithFinance, DraftState.Approved, null, Finance, NeedsReason: true, Freezes: true),
        new("公开", [], DraftState.Approved, DraftState.Published, null, [Role.Head, Role.Clerk], MustBeSound: true, Freezes: true),
        new("开始调整", [], DraftState.Approved, DraftState.Drafting, Round.Adjustment, [Role.Clerk], NeedsReason: true),
        new("开始调整", [], DraftState.Published, DraftState.Drafting, Round.Adjustment, [Role.Clerk], NeedsReason: true),
        new("开始更正", [], DraftState.Published, DraftState.Drafting, Round.Correction, [Role.Clerk], NeedsReason: true),
    ];

    /// <summary>The steps that a person of these roles can take now.</summary>
    public static IReadOnlyList<DraftStep> Open(Round round, DraftState state, IReadOnlyCollection<Role> roles) =>
        [.. Steps.Where(s => s.IsOpen(round, state) && s.By.Any(roles.Contains))];

    /// <summary>Whether records may be changed.</summary>
    public static bool MayChange(DraftState state) => state == DraftState.Drafting;

    /// <summary>Sheets that are filled in while the year runs and after it: they are no part of what was published.</summary>
    public static IReadOnlyList<string> YearSheets { get; } = ["绩效监测", "偏差原因"];

    /// <summary>Whether records of a sheet may be changed: those of the year also when the budget was approved or published.</summary>
    public static bool MayChange(DraftState state, string sheet) =>
        MayChange(state) || (state is DraftState.Approved or DraftState.Published && YearSheets.Contains(sheet));

    /// <summary>一上, 二上, 调整, 更正.</summary>
    public static string ChineseName(this Round round) => round switch
    {
        Round.First => "一上",
        Round.Second => "二上",
        Round.Adjustment => "调整",
        Round.Correction => "更正",
        _ => throw new ArgumentOutOfRangeException(nameof(round), round, "No such round."),
    };

    /// <summary>编制中, 审核中 and so on.</summary>
    public static string ChineseName(this DraftState state) => state switch
    {
        DraftState.Drafting => "编制中",
        DraftState.InReview => "审核中",
        DraftState.ToSign => "待签发",
        DraftState.WithFinance => "财政审核中",
        DraftState.Approved => "已批复",
        DraftState.Published => "已公开",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
    };
}
