using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Documents.Reporting;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;
using Mingzhang.Web.Workbench.Letters;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The sign-off sheet of a publication, made to be printed (公开审签单).</summary>
[Requires(Act.See)]
internal sealed class SignOffModel(CurrentActor current, OfficeDesk desk, DraftWorks works) : DraftPage(current, desk, works)
{
    // The steps that somebody answers for.
    private static readonly string[] Signed = ["送审", "审核通过", "签发", "签发更正", "批复", "公开"];

    /// <summary>Which publication, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "number")]
    public int Number { get; set; }

    public PublishingSheet Sheet { get; private set; } = null!;

    public DraftVersion Version { get; private set; } = null!;

    /// <summary>The last time each step was taken before this publication.</summary>
    public IReadOnlyList<TrailEntry> Steps { get; private set; } = [];

    /// <summary>Its title.</summary>
    public string PaperTitle => $"{Draft.Title}公开审批（保密审查）表";

    /// <summary>Which time the year is published.</summary>
    public string Times => Sheet.Number == 1 ? "首次公开" : $"第 {Sheet.Number} 次公开";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindSheetAsync(cancellation).ConfigureAwait(false) ?? Page();

    public async Task<IActionResult> OnGetWordAsync(CancellationToken cancellation) =>
        await FindSheetAsync(cancellation).ConfigureAwait(false) ?? File(PaperWord.Write(Paper()), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", $"{Department.ShortName}{PaperTitle}.docx".Replace(" ", "", StringComparison.Ordinal));

    private ReportPaper Paper()
    {
        const string Blank = "\n\n", Signs = "签字：　　　　　　　　";
        var last = PublishingClock.LastDay(Sheet.ApprovedOn);
        List<IReadOnlyList<(string, string)>> rows =
        [
            [("公开内容", $"{Draft.Title}（第 {Sheet.Version} 版）")],
            [("内容校验值", Version.Digest)],
            [("批复文号", Sheet.ApprovalNumber), ("批复日期", LetterOffer.Day(Sheet.ApprovedOn))],
            [("公开日期", LetterOffer.Day(Sheet.PublishedOn)), ("法定期限", LetterOffer.Day(last) + (Sheet.PublishedOn > last ? "（逾期）" : ""))],
            [("公开网址", Sheet.Address)],
        ];
        if (Sheet.Reason is { } reason)
            rows.Add([("更正、调整原因", reason)]);
        rows.Add([("保密审查意见", $"经审查，不含国家秘密和不宜公开的内容，可以公开。{Blank}审查人：{Sheet.SecrecyReviewer}　　{Signs}{LetterOffer.Day(Sheet.SecrecyReviewedOn)}")]);
        rows.Add([("单位负责人意见", $"同意公开。{Blank}签发人：{Sheet.Signer}　　{Signs}　　年　　月　　日")]);
        return new ReportPaper(PaperTitle, $"单位：{Department.Name}　　{Times}",
        [
            new PaperForm(rows),
            new PaperTable("系统中的办理记录", "", [new PaperColumn("环节", 2), new PaperColumn("账号", 2), new PaperColumn("时间", 3)], [.. Steps.Select(s => (IReadOnlyList<string>)[s.Act, s.Account, Clock.Local(s.At)])]),
        ]);
    }

    // What stands in the way; null when the sheet was found.
    private async Task<IActionResult?> FindSheetAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid || !await FindAsync("公开审签单", cancellation).ConfigureAwait(false))
            return NotFound();
        if (!SeesAll)
            return Forbid();
        if ((await Desk.Drafts.Versions.PublishedAsync(DraftId, cancellation).ConfigureAwait(false)).FirstOrDefault(p => p.Number == Number) is not { } sheet)
            return NotFound();
        Sheet = sheet;
        Version = (await Desk.Drafts.Versions.OfAsync(DraftId, cancellation).ConfigureAwait(false)).First(v => v.Number == sheet.Version);
        // The newest entry stands first.
        var trail = (await Desk.Trail.ActsAsync(Draft, Signed, cancellation).ConfigureAwait(false)).Where(e => string.CompareOrdinal(e.At, Version.At) <= 0).ToList();
        Steps = [.. Signed.Select(s => trail.Find(e => e.Act == s)).OfType<TrailEntry>().OrderBy(e => e.Sequence)];
        return null;
    }
}
