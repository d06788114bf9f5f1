using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Compiling.Narrative;

/// <summary>
/// Words a comparison (比较用语): growth, decline, equality, and what has no rate because the figure compared with is zero or negative.
/// </summary>
internal static class ComparisonWriter
{
    /// <summary>Slots its wordings may use.</summary>
    public static IReadOnlyList<string> Slots { get; } = ["差额", "幅度", "完成率", "本数", "原数", "原因", "名"];

    /// <summary>Name of the case two figures are.</summary>
    public static string CaseOf(decimal now, decimal before) =>
        now == before ? (now == 0m ? "均无" : "持平")
        : (now > before ? "增加" : "减少") + (before > 0m ? "" : "无幅度");

    /// <summary>Writes a slot of a wording; false when it is none of ours.</summary>
    public static bool Fill(SentenceWriter writer, string slot, string name, decimal now, decimal before, string? reason, string reasonGap)
    {
        switch (slot)
        {
            case "差额":
                writer.Money(name, Math.Abs(now - before), FilledKind.Change);
                return true;
            case "幅度":
                writer.Percent(name, Precision.Round(Math.Abs(now - before) / before * 100m, 2), 2, FilledKind.Rate);
                return true;
            case "完成率":
                writer.Percent(name, Precision.Round(now / before * 100m, 2), 2, FilledKind.Completion);
                return true;
            case "本数":
                writer.Money(name, now);
                return true;
            case "原数":
                writer.Money(name, before);
                return true;
            case "名":
                writer.Words(name);
                return true;
            case "原因" when reason is not null:
                writer.Given(reason);
                return true;
            case "原因":
                writer.Gap(reasonGap);
                return true;
            default:
                return false;
        }
    }
}
