using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Statements;
using Mingzhang.Core.Calendar;
using Mingzhang.Core.Letters;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Letters;

namespace Mingzhang.Web.Workbench.Assistance;

/// <summary>What letters of medical assistance are filled with (医疗救助文书的字段); docs/assistance.md lists them.</summary>
internal static class AssistanceLetters
{
    /// <summary>Uses of letters.</summary>
    public const string Application = "救助申请", Decision = "救助核定";

    private const string Example = "是";

    /// <summary>Fields of an application.</summary>
    public static Dictionary<string, string> Of(
        Department department, StoredApplication a, PolicyBook? policies, AssistanceSettings settings, WorkCalendar calendar, IReadOnlyList<string> brought, IReadOnlyList<string> missing) => new(StringComparer.Ordinal)
        {
            ["机关名称"] = department.Name,
            ["申请编号"] = FormattableString.Invariant($"{a.ReceivedOn.Year}-{a.Id}"),
            ["人员编号"] = a.PersonCode,
            ["受理日期"] = LetterOffer.Day(a.ReceivedOn),
            ["票据号"] = a.Settlement,
            ["医疗类别"] = a.Bill.Care.ChineseName(),
            ["就诊日期"] = a.Bill.From == a.Bill.To ? LetterOffer.Day(a.Bill.To) : $"{LetterOffer.Day(a.Bill.From)}至{LetterOffer.Day(a.Bill.To)}",
            ["材料"] = brought.Count > 0 ? string.Join('、', brought) : "申请书等纸质材料",
            ["容缺说明"] = missing.Count > 0 ? string.Join('、', missing) : "",
            ["复核期限"] = LetterOffer.Day(settings.After(calendar, a.ReceivedOn, settings.ReviewDays)),
            ["公示天数"] = FormattableString.Invariant($"{settings.PublicityDays}个{settings.DayWord}"),
            ["救助对象"] = a.Subject ?? "",
            ["救助金额"] = a.Fen > 0 ? AssistancePage.Yuan(a.Fen) : "",
            ["决定日期"] = a.DecidedOn is { } day ? LetterOffer.Day(day) : "",
            ["付款期限"] = a.DecidedOn is { } decided ? LetterOffer.Day(settings.After(calendar, decided, settings.PayDays)) : "",
            ["不予理由"] = a.State == ApplicationDesk.NotGranted ? (a.Note ?? "").TrimEnd('。') : "",
            ["政策名称"] = policies?.Versions.FirstOrDefault(v => v.Id == a.PolicyId)?.Name ?? "",
            ["示例值"] = policies?.Versions.FirstOrDefault(v => v.Id == a.PolicyId)?.HasExamples == true ? Example : "",
        };

    /// <summary>Fields of a decision.</summary>
    public static Dictionary<string, string> Of(Department department, StoredDecision d, CalculationStatement statement) => new(StringComparer.Ordinal)
    {
        ["机关名称"] = department.Name,
        ["人员编号"] = d.PersonCode,
        ["结算编号"] = d.Settlement,
        ["渠道"] = d.Channel,
        ["结束日期"] = LetterOffer.Day(d.EndedOn),
        ["政策名称"] = statement.Policy,
        ["核定种类"] = d.Kind,
        ["核定原因"] = d.Reason,
        ["结论"] = statement.Conclusion,
        ["核定金额"] = AssistancePage.Yuan(d.Fen),
        ["示例值"] = statement.HasExamples ? Example : "",
        ["复核意见"] = (d.Note ?? "").TrimEnd('。'),
        ["核定人"] = d.MadeBy,
        ["复核人"] = d.ReviewedBy ?? "尚未复核",
    };

    /// <summary>The table of steps; without rows where nothing was computed.</summary>
    public static Dictionary<string, LetterTable> Tables(CalculationStatement? statement) => new(StringComparer.Ordinal)
    {
        ["计算步骤"] = new(
            [("步骤", 6, false), ("算式", 14, false), ("结果", 5, true), ("依据", 6, false)],
            [.. (statement?.Steps ?? []).Select(s => (IReadOnlyList<string>)[s.Title, s.Arithmetic, AssistancePage.Yuan(s.Amount), s.Basis])], "元"),
    };

    /// <summary>Whether a letter fits the state of its application: a decision is not told before it was made.</summary>
    public static bool Fits(string letter, StoredApplication a) =>
        !letter.Contains("审批结果", StringComparison.Ordinal) || a.State == (letter.Contains("不予", StringComparison.Ordinal) ? ApplicationDesk.NotGranted : ApplicationDesk.Approved);

    /// <summary>Puts the full name into the fields, where the person may see it: the view is logged. Otherwise the name is asked for.</summary>
    /// <returns>In Chinese why it could not be shown; none when all is well.</returns>
    public static async Task<IReadOnlyList<string>> NameAsync(AssistancePage page, OfficeDesk desk, Dictionary<string, string> values, string field, string person, string reason, CancellationToken cancellation)
    {
        if (!page.May(Act.Reveal))
            return [];
        var revealed = await desk.Assistance.Persons.RevealAsync(page.Actor, page.DepartmentId, person, reason, ["姓名"], cancellation).ConfigureAwait(false);
        values[field] = revealed.Texts.GetValueOrDefault("姓名") ?? "";
        return revealed.Refusal is { } refusal ? [refusal] : [];
    }
}
