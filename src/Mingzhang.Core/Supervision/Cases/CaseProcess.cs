using Mingzhang.Core.Office;

namespace Mingzhang.Core.Supervision.Cases;

/// <summary>A step of a case (办案环节); a case stands at the last step done.</summary>
public enum CaseStep
{
    /// <summary>立案.</summary>
    Opened,

    /// <summary>调查.</summary>
    Investigated,

    /// <summary>告知.</summary>
    Notified,

    /// <summary>审核.</summary>
    Reviewed,

    /// <summary>决定.</summary>
    Decided,

    /// <summary>执行.</summary>
    Enforced,

    /// <summary>结案.</summary>
    Closed,
}

/// <summary>A move of a case from one step to another.</summary>
/// <param name="From">Where it stands.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Act">Who may.</param>
/// <param name="ByAnother">Whether it must be somebody else than the handler.</param>
/// <param name="Label">On the button.</param>
/// <param name="NeedsNote">Whether a note must be written.</param>
public sealed record CaseMove(CaseStep From, CaseStep To, Act Act, bool ByAnother, string Label, bool NeedsNote);

/// <summary>The steps of a case (办案流程): who handles a case neither reviews nor approves it.</summary>
public static class CaseProcess
{
    private static readonly string[] Words = ["立案", "调查", "告知", "审核", "决定", "执行", "结案"];

    /// <summary>All moves.</summary>
    public static IReadOnlyList<CaseMove> Moves { get; } =
    [
        new(CaseStep.Opened, CaseStep.Investigated, Act.Work, false, "调查终结", true),
        new(CaseStep.Investigated, CaseStep.Notified, Act.Work, false, "已告知", true),
        new(CaseStep.Notified, CaseStep.Reviewed, Act.Review, true, "审核通过", true),
        new(CaseStep.Notified, CaseStep.Opened, Act.Review, true, "退回补充调查", true),
        new(CaseStep.Reviewed, CaseStep.Decided, Act.Approve, true, "作出决定", true),
        new(CaseStep.Reviewed, CaseStep.Opened, Act.Approve, true, "退回补充调查", true),
        new(CaseStep.Decided, CaseStep.Enforced, Act.Work, false, "执行完毕", false),
        new(CaseStep.Enforced, CaseStep.Closed, Act.Review, true, "结案", false),
    ];

    /// <summary>The official word.</summary>
    public static string ChineseName(this CaseStep step) => Words[(int)step];

    /// <summary>The step of a word; null when there is none.</summary>
    public static CaseStep? Parse(string word) => Array.IndexOf(Words, word) is >= 0 and var i ? (CaseStep)i : null;

    /// <summary>The moves that are open to a person.</summary>
    /// <param name="step">Where the case stands.</param>
    /// <param name="isHandler">Whether the person handles the case.</param>
    /// <param name="may">What the person may do.</param>
    public static IReadOnlyList<CaseMove> Open(CaseStep step, bool isHandler, Func<Act, bool> may) => [.. Moves.Where(m => m.From == step && may(m.Act) && !(m.ByAnother && isHandler))];

    /// <summary>In Chinese why a person cannot make a move; null when it can be made.</summary>
    public static string? Refusal(CaseStep at, CaseStep to, bool isHandler, Func<Act, bool> may, string? note)
    {
        ArgumentNullException.ThrowIfNull(may);
        if (Moves.FirstOrDefault(m => m.From == at && m.To == to) is not { } move)
            return $"案件现在是“{at.ChineseName()}”，不能到“{to.ChineseName()}”：可能别人已经办过，请刷新。";
        if (move.ByAnother && isHandler)
            return $"您是这个案件的经办人，不能{move.Label}：由别人办。";
        if (!may(move.Act))
            return $"您没有{move.Label}的权限。";
        return move.NeedsNote && string.IsNullOrWhiteSpace(note) ? $"{move.Label}要写意见。" : null;
    }

    /// <summary>When the next steps are due.</summary>
    /// <param name="done">Steps done, with their days: of a step done twice the last counts.</param>
    /// <param name="deadlines">期限.</param>
    public static IReadOnlyList<(CaseDeadline Deadline, DateOnly Due)> Due(IReadOnlyList<(CaseStep Step, DateOnly On)> done, IReadOnlyList<CaseDeadline> deadlines)
    {
        var at = done.Count == 0 ? CaseStep.Opened : done[^1].Step;
        return [.. deadlines.Where(d => d.To > at).Select(d => (Deadline: d, Days: done.Where(s => s.Step == d.From).Select(s => s.On).ToList())).Where(d => d.Days.Count > 0)
            // A case that was sent back is as old as it was.
            .Select(d => (d.Deadline, (d.Deadline.From == CaseStep.Opened ? d.Days[0] : d.Days[^1]).AddDays(d.Deadline.Days)))];
    }
}
