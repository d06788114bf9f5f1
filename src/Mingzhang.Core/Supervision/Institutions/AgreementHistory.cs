namespace Mingzhang.Core.Supervision.Institutions;

/// <summary>How an agreement stands (协议状态).</summary>
public enum AgreementState
{
    /// <summary>未签订.</summary>
    None,

    /// <summary>有效.</summary>
    Valid,

    /// <summary>中止.</summary>
    Suspended,

    /// <summary>解除.</summary>
    Ended,
}

/// <summary>What happens to an agreement (协议变动).</summary>
public enum AgreementStep
{
    /// <summary>签订.</summary>
    Concluded,

    /// <summary>中止.</summary>
    Suspended,

    /// <summary>恢复.</summary>
    Resumed,

    /// <summary>解除.</summary>
    Ended,
}

/// <summary>Something that happened to an agreement.</summary>
/// <param name="Step">What.</param>
/// <param name="On">When.</param>
/// <param name="Reason">Why; must be said of all but signing.</param>
public sealed record AgreementEvent(AgreementStep Step, DateOnly On, string Reason);

/// <summary>The history of an institution's agreement (协议状态沿革): what may follow what, and how it stood on a day.</summary>
public static class AgreementHistory
{
    private static readonly (AgreementStep Step, string Word, AgreementState[] After, AgreementState Gives)[] Steps =
    [
        (AgreementStep.Concluded, "签订", [AgreementState.None, AgreementState.Ended], AgreementState.Valid),
        (AgreementStep.Suspended, "中止", [AgreementState.Valid], AgreementState.Suspended),
        (AgreementStep.Resumed, "恢复", [AgreementState.Suspended], AgreementState.Valid),
        (AgreementStep.Ended, "解除", [AgreementState.Valid, AgreementState.Suspended], AgreementState.Ended),
    ];

    /// <summary>The official word of a step.</summary>
    public static string ChineseName(this AgreementStep step) => Steps[(int)step].Word;

    /// <summary>The official word of a state.</summary>
    public static string ChineseName(this AgreementState state) => state switch { AgreementState.Valid => "有效", AgreementState.Suspended => "中止", AgreementState.Ended => "解除", _ => "未签订" };

    /// <summary>The step of a word; null when there is none.</summary>
    public static AgreementStep? ParseStep(string word) => Array.FindIndex(Steps, s => s.Word == word) is >= 0 and var i ? Steps[i].Step : null;

    /// <summary>How it stands after all that happened.</summary>
    /// <param name="history">In the order of time.</param>
    public static AgreementState State(IReadOnlyList<AgreementEvent> history) => history.Count == 0 ? AgreementState.None : Steps[(int)history[^1].Step].Gives;

    /// <summary>How it stood at the end of a day.</summary>
    public static AgreementState StateOn(IReadOnlyList<AgreementEvent> history, DateOnly day) => State([.. history.Where(e => e.On <= day)]);

    /// <summary>Whether there was an agreement, valid or suspended, on some day of a span.</summary>
    public static bool WasBound(IReadOnlyList<AgreementEvent> history, DateOnly from, DateOnly until) =>
        StateOn(history, from) is AgreementState.Valid or AgreementState.Suspended || history.Any(e => e.On > from && e.On <= until && e.Step is AgreementStep.Concluded or AgreementStep.Resumed);

    /// <summary>What may happen next.</summary>
    public static IReadOnlyList<AgreementStep> Next(AgreementState state) => [.. Steps.Where(s => s.After.Contains(state)).Select(s => s.Step)];

    /// <summary>In Chinese why something cannot be added to a history; null when it can.</summary>
    public static string? Refusal(IReadOnlyList<AgreementEvent> history, AgreementEvent next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var state = State(history);
        if (!Steps[(int)next.Step].After.Contains(state))
            return $"协议现在是“{state.ChineseName()}”，不能{next.Step.ChineseName()}；可以：{string.Join('、', Next(state).Select(s => s.ChineseName()))}。";
        if (history.Count > 0 && next.On < history[^1].On)
            return $"日期早于上一次变动（{history[^1].On:yyyy-MM-dd} {history[^1].Step.ChineseName()}），请核对。";
        return next.Step != AgreementStep.Concluded && string.IsNullOrWhiteSpace(next.Reason) ? $"{next.Step.ChineseName()}要写明原因。" : null;
    }
}
