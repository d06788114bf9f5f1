using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Api;
using Mingzhang.Web.Workbench.Drafting;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Steps of the process, remarks, publishing (流程与批注).</summary>
[Requires(Act.See)]
internal sealed class ProcessModel(CurrentActor current, OfficeDesk desk, DraftWorks works, TimeProvider clock) : DraftPage(current, desk, works)
{
    private const int LongestText = 500;

    private static readonly HashSet<string> StepNames = [.. DraftProcess.Steps.Select(s => s.Name), "建立编报"];

    public IReadOnlyList<DraftStep> Steps => DraftProcess.Open(Draft.Round, Draft.State, [.. Core.Office.Access.Roles(Actor.Assignments, DepartmentId)]);

    public IReadOnlyList<Remark> Remarks { get; private set; } = [];

    public IReadOnlyList<PublishingSheet> Published { get; private set; } = [];

    public IReadOnlyList<(TrailEntry Entry, string Words)> History { get; private set; } = [];

    public DateOnly Today => Clock.Today(clock);

    public string TodayText => Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Whose turn it is.</summary>
    public string Waiting => string.Join("、", DraftProcess.Steps.Where(s => s.IsOpen(Draft.Round, Draft.State)).SelectMany(s => s.By).Distinct().Select(r => r.ChineseName()));

    /// <summary>What a remark is about.</summary>
    public string Where(Remark remark)
    {
        if (remark.Sheet is null)
            return $"情况说明：{remark.Sentence}";
        var number = Work.Records.Where(r => r.Sheet == remark.Sheet).Select((r, i) => (r.Id, i)).Where(r => r.Id == remark.Record).Select(r => (int?)r.i + 1).FirstOrDefault();
        return string.Create(CultureInfo.InvariantCulture, $"{remark.Sheet} {(number is null ? "（已删除的一条）" : $"第 {number} 条")} {remark.Column}");
    }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostStepAsync(int revision, string? step, string? reason, DateOnly? approvedOn, string? control, CancellationToken cancellation)
    {
        if (!await FindAsync("流程与批注", cancellation).ConfigureAwait(false))
            return NotFound();
        var open = Steps.FirstOrDefault(s => s.Name == step && s.Name != "公开");
        long? fen = null;
        if (open is null)
            Problems = ["这一步现在不能办：状态已经变了，或您的岗位不办这一步。"];
        else if (open.MustBeSound && Work.Obstacles.Count > 0)
            Problems = Work.Obstacles;
        else if (open.Name == "批复" && (approvedOn is null || approvedOn > Today))
            Problems = ["批复日期要填，不能晚于今天。"];
        else if (open.Name == "下达控制数")
        {
            if (FenText.TryParse(control ?? "", out var parsed, out var why))
                fen = parsed;
            else
                Problems = [$"控制数{why}"];
        }

        if (Problems.Count == 0 && await Desk.Drafts.Versions.StepAsync(Actor, DepartmentId, DraftId, revision, step!, new StepDetails(Short(reason), approvedOn, fen), cancellation).ConfigureAwait(false) is { } refusal)
            Problems = [refusal];
        if (Problems.Count > 0)
            return await ShowAsync(cancellation).ConfigureAwait(false);
        Done = $"已{step}。";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostPublishAsync(
        int revision, DateOnly? publishedOn, string? address, string? secrecyReviewer, DateOnly? secrecyReviewedOn, string? signer, string? approvalNumber, string? reason, CancellationToken cancellation)
    {
        if (!await FindAsync("流程与批注", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Publish))
            return Forbid();
        if (publishedOn is not { } published || secrecyReviewedOn is not { } reviewed || new[] { address, secrecyReviewer, signer, approvalNumber }.Any(string.IsNullOrWhiteSpace))
            Problems = ["审签单上的各项都要填。"];
        else if (published > Today || reviewed > published)
            Problems = ["公开日期不能晚于今天，保密审查不能晚于公开。"];
        else if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            Problems = ["公开网址要写全，例如 https://www.example.gov.cn/…"];
        else if (Work.Obstacles.Count > 0 || Work.Publication is null)
            Problems = Work.Obstacles;
        else
        {
            var sheet = new PublishingSheet(0, 0, Draft.ApprovedOn ?? published, Short(approvalNumber)!, published, Short(secrecyReviewer)!, reviewed, Short(signer)!, Short(address)!, Short(reason));
            if (await Desk.Drafts.Versions.PublishAsync(Actor, DepartmentId, DraftId, revision, sheet, Work.Publication.Ledger, cancellation).ConfigureAwait(false) is { } refusal)
                Problems = [refusal];
        }

        if (Problems.Count > 0)
            return await ShowAsync(cancellation).ConfigureAwait(false);
        Done = "已公开。公开的版本不再改动；要改，请“开始更正”。";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAnswerAsync(int remark, string? answer, bool close, CancellationToken cancellation)
    {
        if (!await FindAsync("流程与批注", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Remark))
            return Forbid();
        if (!close && string.IsNullOrWhiteSpace(answer))
            Problems = ["答复是空的。"];
        else if (!await Desk.Drafts.Remarks.AnswerAsync(Actor, DepartmentId, DraftId, remark, Short(answer), close, cancellation).ConfigureAwait(false))
            Problems = ["这条批注已经办结。"];
        if (Problems.Count > 0)
            return await ShowAsync(cancellation).ConfigureAwait(false);
        Done = close ? "已办结。" : "已答复。";
        return RedirectToPage();
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("流程与批注", cancellation).ConfigureAwait(false))
            return NotFound();
        var seen = SheetRights.Visible(Actor, Work).Select(r => r.Id).ToHashSet();
        Remarks = [.. (await Desk.Drafts.Remarks.OfAsync(DraftId, cancellation).ConfigureAwait(false)).Where(r => SeesAll || (r.Record is { } id && seen.Contains(id)))];
        Published = await Desk.Drafts.Versions.PublishedAsync(DraftId, cancellation).ConfigureAwait(false);
        var trail = await Desk.Trail.ActsAsync(Draft, StepNames, cancellation).ConfigureAwait(false);
        History = [.. trail.Select(e => (e, Words(e)))];
        return Page();
    }

    private static string Words(TrailEntry entry)
    {
        var changes = JsonSerializer.Deserialize<List<TrailChange>>(entry.Changes)!.Where(c => c.Record is null && c.Field != "整行" && !c.Field.StartsWith("第 ", StringComparison.Ordinal));
        return string.Join('；', changes.Where(c => c.New is not null).Select(c => c.Field == "状态" ? c.New : $"{c.Field} {c.New}"));
    }

    private static string? Short(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim()[..Math.Min(text.Trim().Length, LongestText)];
}
