using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Assistance.Applications;
using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Core.Assistance.Settlements;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Attachments;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Assistance;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Applications after the event with their deadlines (医后申请).</summary>
[Requires(Act.SeeWork)]
[RequestSizeLimit(LargestUpload)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestUpload)]
internal sealed class AssistanceApplicationsModel(CurrentActor current, OfficeDesk desk, DataFolder data, TimeProvider clock) : AssistancePage(current, desk, data, clock)
{
    private const int Longest = 300, LargestUpload = 5 * AttachmentDesk.Largest;

    /// <summary>The amounts of a bill, as the form names them; the last four may be empty.</summary>
    public static IReadOnlyList<string> Amounts { get; } = ["医疗总费用", "政策范围内费用", "基本医保支付", "大病保险支付", "大额医疗补助", "公务员医疗补助", "其他补助"];

    /// <summary>What applications must bring.</summary>
    public ApplicationPapers Papers => Data.Papers;

    /// <summary>Whether a document must be there, in a word.</summary>
    public static string Needed(ApplicationPaper paper) =>
        paper.Care.Count == CareKinds.Words.Count ? "必收" : paper.Care.Count == 0 ? "可收" : string.Join('、', paper.Care.Select(c => c.ChineseName())) + "必收";

    public IReadOnlyList<StoredApplication> Applications { get; private set; } = [];

    /// <summary>What the person had filled in when it was refused.</summary>
    public IReadOnlyDictionary<string, string?> Filled { get; private set; } = new Dictionary<string, string?>();

    /// <summary>The steps a person may take with an application now.</summary>
    public IEnumerable<string> Steps(StoredApplication each)
    {
        if (each.State == "受理" && May(Act.Review))
            yield return "复核通过";
        if (each.State == "已复核" && May(Act.Work))
            yield return "开始公示";
        if (each.State == "公示中" && May(Act.Approve))
            yield return "批准";
        if (each.State is "受理" or "已复核" or "公示中" && May(Act.Review))
            yield return "不予救助";
    }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAcceptAsync(Dictionary<string, string?> cells, CancellationToken cancellation)
    {
        if (!await FindAsync("医后申请", "/applications", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work) || Policies is null)
            return Forbid();
        Filled = cells;
        var problems = new List<string>();
        var bill = Bill(cells, problems);
        if (problems.Count == 0)
        {
            problems.AddRange(SettlementChecks.Alone(bill).Where(c => c.Stops).Select(c => c.Message));
        }

        if (problems.Count == 0)
        {
            var papers = new BroughtPapers(Papers.Required(bill.Care), await FilesAsync(cancellation).ConfigureAwait(false), Text(cells, "容缺原因"));
            var (id, refusal) = await Desk.Assistance.Applications.AcceptAsync(Actor, DepartmentId, Policies, Text(cells, "人员编号"), bill, papers, DateOf(cells, "受理日期") ?? Today, cancellation).ConfigureAwait(false);
            if (id is not null)
            {
                Done = $"已受理，申请 {id}。受理通知书在这一页出。";
                return LocalRedirect(FormattableString.Invariant($"{Root}/applications/{id}"));
            }

            problems.Add(refusal!);
        }

        Problems = problems;
        return await ShowAsync(cancellation).ConfigureAwait(false);
    }

    public async Task<IActionResult> OnPostStepAsync(int application, string? step, string? note, CancellationToken cancellation)
    {
        if (!await FindAsync("医后申请", "/applications", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work) && !May(Act.Review) && !May(Act.Approve))
            return Forbid();
        var refusal = await Desk.Assistance.Applications.StepAsync(Actor, DepartmentId, application, step ?? "", note, Today, Settings, Data.Calendar, cancellation).ConfigureAwait(false);
        if (refusal is not null)
        {
            Problems = [refusal];
            return await ShowAsync(cancellation).ConfigureAwait(false);
        }

        Done = $"申请 {application}：{step}。";
        return LocalRedirect($"{Root}/applications");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("医后申请", "/applications", cancellation).ConfigureAwait(false))
            return NotFound();
        Applications = await Desk.Assistance.Applications.ListAsync(DepartmentId, Settings, Data.Calendar, cancellation).ConfigureAwait(false);
        return Page();
    }

    // The files of the form, by the document they are. One byte more than is taken says enough.
    private async Task<IReadOnlyList<PaperFile>> FilesAsync(CancellationToken cancellation)
    {
        var files = new List<PaperFile>();
        for (var i = 0; i < Papers.Papers.Count; i++)
        {
            if (Request.Form.Files.GetFile(FormattableString.Invariant($"paper{i}")) is not { } file)
                continue;
            var content = new byte[Math.Min(file.Length, AttachmentDesk.Largest + 1)];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(content, cancellation).ConfigureAwait(false);
            files.Add(new PaperFile(Papers.Papers[i].Name, file.FileName, content));
        }

        return files;
    }

    private static Settlement Bill(Dictionary<string, string?> cells, List<string> problems)
    {
        foreach (var needed in (string[])["人员编号", "票据号", "机构代码", "开始日期", "结束日期", .. Amounts.Take(2)])
        {
            if (Text(cells, needed).Length == 0)
                problems.Add($"“{needed}”没有填。");
        }

        decimal[] amounts = [.. Amounts.Select(a => Yuan(cells, a, problems))];
        var (from, to) = (DateOf(cells, "开始日期") ?? default, DateOf(cells, "结束日期") ?? default);
        var care = CareKinds.Words.GetValueOrDefault(Text(cells, "医疗类别"));
        return new Settlement(
            Text(cells, "票据号"), care, Text(cells, "机构代码"), from, to, to, amounts[0], amounts[1], amounts[2], amounts[3], amounts[4], amounts[5], amounts[6], 0m, Text(cells, "按规定转诊") == "是", null);
    }

    private static decimal Yuan(Dictionary<string, string?> cells, string name, List<string> problems)
    {
        if (Text(cells, name) is not { Length: > 0 } text)
            return 0m;
        if (FigureText.Parse(text) is { Decimals: <= 2 } figure)
            return figure.Value;
        problems.Add($"“{name}”（{text}）不是金额：只填数字，最多两位小数。");
        return 0m;
    }

    private static DateOnly? DateOf(Dictionary<string, string?> cells, string name) => DateOnly.TryParseExact(Text(cells, name), "yyyy-MM-dd", out var day) ? day : null;

    private static string Text(Dictionary<string, string?> cells, string name) => (cells.GetValueOrDefault(name) ?? "").Trim() is var text ? text[..Math.Min(text.Length, Longest)] : "";
}
