using System.Text;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Audits;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Reviews;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Reviewing;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Rules that a department keeps for itself (本单位规则): written, checked with line and column, tried on a document, then stored.</summary>
[Requires(Act.See)]
[RequestSizeLimit(LargestText * 8)]
internal sealed class OfficeRulesModel(CurrentActor current, OfficeDesk desk, ReviewWorks works, ReviewQueue queue, DataFolder data) : DepartmentPage(current, desk)
{
    /// <summary>Longest file in characters.</summary>
    public const int LargestText = 64 * 1024;

    private const int LongestName = 40;

    /// <summary>Number of the file; null for a new one.</summary>
    [BindProperty(SupportsGet = true, Name = "rule")]
    public int? RuleId { get; set; }

    public IReadOnlyList<OfficeRule> All { get; private set; } = [];

    public OfficeRule? Stored { get; private set; }

    public string Name { get; private set; } = "";

    public string RuleText { get; private set; } = "";

    public bool IsOn { get; private set; } = true;

    public IReadOnlyList<FormulaMistake> Mistakes { get; private set; } = [];

    /// <summary>Whether what is written was checked by this request.</summary>
    public bool IsChecked { get; private set; }

    public IReadOnlyList<TriedRule>? Tried { get; private set; }

    public int? SampleId { get; private set; }

    /// <summary>Documents on which rules can be tried.</summary>
    public IReadOnlyList<ReviewInfo> Samples { get; private set; } = [];

    public string Root => FormattableString.Invariant($"/office/{DepartmentId}/reviews/rules");

    /// <summary>The line of the text that a mistake is in.</summary>
    public string Line(FormulaMistake mistake) => RuleText.ReplaceLineEndings("\n").Split('\n').ElementAtOrDefault(mistake.Line - 1) ?? "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (Stored is { } stored)
            (Name, RuleText, IsOn) = (stored.Name, stored.Content, stored.IsOn);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? content, bool on, string? act, int? sample, IFormFile? file, CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Audit))
            return Forbid();
        (Name, RuleText, IsOn, SampleId) = ((name ?? "").Trim(), content ?? "", on, sample);
        if (act == "load")
            return await LoadAsync(file, cancellation).ConfigureAwait(false);
        if (act == "remove" && Stored is { } gone)
        {
            await Desk.Reviews.Rules.RemoveAsync(Actor, DepartmentId, gone.Id, cancellation).ConfigureAwait(false);
            return await AgainAsync($"已删除“{gone.Name}”，各份文件重新审核。", cancellation).ConfigureAwait(false);
        }

        Problems = Name.Length == 0 ? ["规则文件要有名字，例如：本区补充规则。"] : Name.Length > LongestName ? [$"名字不超过 {LongestName} 字。"] : RuleText.Length > LargestText ? [$"一份规则文件不超过 {LargestText} 字。"] : [];
        if (Problems.Count > 0)
            return Page();
        Mistakes = OwnRules.Check([.. All.Where(r => r.Id != RuleId), new OfficeRule(RuleId ?? 0, Name, RuleText, IsOn, "", "")], Name, data);
        IsChecked = true;
        if (Mistakes.Count > 0 || act == "check")
            return Page();
        if (act == "try")
        {
            if (Samples.FirstOrDefault(s => s.Id == sample) is not { } chosen || await works.GetAsync(chosen, cancellation).ConfigureAwait(false) is not { IsRead: true } read)
                Problems = ["请选一份已审核的文件来试。"];
            else
                Tried = OwnRules.Try(RuleText, read.Value.Disclosure, data);
            return Page();
        }

        if (await Desk.Reviews.Rules.SaveAsync(Actor, DepartmentId, new OfficeRule(RuleId ?? 0, Name, RuleText, IsOn, "", ""), cancellation).ConfigureAwait(false) is { } refusal)
        {
            Problems = [refusal];
            return Page();
        }

        return await AgainAsync($"已保存“{Name}”，各份文件重新审核。", cancellation).ConfigureAwait(false);
    }

    private async Task<IActionResult> LoadAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null || file.Length == 0 || file.Length > LargestText * 4)
        {
            Problems = [file is null ? "没有选规则文件。" : file.Length == 0 ? "规则文件是空的。" : "规则文件太大。"];
            return Page();
        }

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancellation).ConfigureAwait(false);
        try
        {
            RuleText = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(memory.ToArray()).TrimStart('\ufeff');
            Name = Name.Length > 0 ? Name : Path.GetFileNameWithoutExtension(file.FileName);
        }
        catch (DecoderFallbackException)
        {
            Problems = [$"{Path.GetFileName(file.FileName)}：不是 UTF-8 文本。请用记事本另存为 UTF-8 再试。"];
        }

        return Page();
    }

    private async Task<IActionResult> AgainAsync(string done, CancellationToken cancellation)
    {
        await Desk.Reviews.Queue.AgainAsync(DepartmentId, cancellation).ConfigureAwait(false);
        queue.Ring();
        Done = done;
        return LocalRedirect(Root);
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (!SeesAll || !await FindDepartmentAsync(cancellation).ConfigureAwait(false))
            return false;
        All = await Desk.Reviews.Rules.OfAsync(DepartmentId, cancellation).ConfigureAwait(false);
        Stored = All.FirstOrDefault(r => r.Id == RuleId);
        if (RuleId is not null && Stored is null)
            return false;
        Samples = [.. (await Desk.Reviews.ListAsync(DepartmentId, cancellation).ConfigureAwait(false)).Where(r => r.State == AuditState.Done).Take(50)];
        Title("本单位的审核规则");
        return true;
    }
}
