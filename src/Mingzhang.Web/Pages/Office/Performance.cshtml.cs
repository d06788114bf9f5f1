using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Office;
using Mingzhang.Core.Performance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Drafting;
using Mingzhang.Web.Workbench.Performance;

namespace Mingzhang.Web.Pages.Office;

/// <summary>The performance of a year at a glance: scores, what is missing, what last year's led to (绩效总览).</summary>
[Requires(Act.See)]
internal sealed class PerformanceModel(CurrentActor current, OfficeDesk desk, DraftWorks works, PerformanceYears years) : PerformancePage(current, desk, works, years)
{
    private const string UseSheet = "绩效结果应用", EntrySheet = "绩效填报";

    private static readonly (string Column, string? Text)[] MergedKey = [("项目编码", ""), ("栏目", "公开汇总自评表")];

    /// <summary>Evaluations of the projects.</summary>
    public IReadOnlyList<Evaluation> Evaluations { get; private set; } = [];

    /// <summary>Projects merged.</summary>
    public IReadOnlyList<Evaluation> Merged { get; private set; } = [];

    /// <summary>The department's evaluation; null for a person who sees single units only.</summary>
    public Evaluation? Whole { get; private set; }

    /// <summary>Last year's evaluations from which something should follow, with what was decided.</summary>
    public IReadOnlyList<Proposed> Proposals { get; private set; } = [];

    /// <summary>Whether anything is known of last year's performance.</summary>
    public bool HasLast { get; private set; }

    /// <summary>Year before the draft's.</summary>
    public int LastYear => Draft.Year - 1;

    /// <summary>Decisions recorded in this draft.</summary>
    public IReadOnlyList<ResultUse> Uses => Year?.Ledger.Performance.Uses ?? [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation).ConfigureAwait(false) ? Page() : NotFound();

    public async Task<IActionResult> OnPostUseAsync(string? project, string? measure, string? cut, string? reason, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!MayEdit || !SeesAll)
            return Forbid();
        if (Proposals.FirstOrDefault(p => p.Evaluation.Name == project) is not { } proposal)
            return NotFound();
        var key = new Dictionary<string, string> { ["项目名称"] = proposal.Evaluation.Name, ["评价年度"] = LastYear.ToString(CultureInfo.InvariantCulture) };
        var cells = new Dictionary<string, string>
        {
            ["项目编码"] = measure == "取消" ? "" : proposal.Now?.Code ?? "",
            ["得分"] = Text(proposal.Evaluation.Total),
            ["措施"] = measure ?? "",
            ["核减(元)"] = (cut ?? "").Replace(",", "", StringComparison.Ordinal),
            ["理由"] = reason ?? "",
        };
        Problems = await Years.SaveAsync(Actor, Work, UseSheet, key, cells, proposal.Record?.Revision, cancellation).ConfigureAwait(false);
        if (Problems.Count > 0)
            return Page();
        Done = $"“{proposal.Evaluation.Name}”的结果应用已写进 {Draft.Year} 年预算。";
        return RedirectToPage();
    }

    /// <summary>Whether merged forms are part of the document.</summary>
    public bool PublishesMerged => Record(EntrySheet, MergedKey)?["内容"] == "是";

    public async Task<IActionResult> OnPostMergedAsync(bool publish, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!MayEdit || !SeesAll)
            return Forbid();
        Problems = await Years.SaveAsync(
            Actor, Work, EntrySheet, MergedKey.ToDictionary(k => k.Column, k => k.Text!, StringComparer.Ordinal), new Dictionary<string, string> { ["内容"] = publish ? "是" : "否" }, Record(EntrySheet, MergedKey)?.Revision, cancellation).ConfigureAwait(false);
        if (Problems.Count > 0)
            return Page();
        Done = publish ? "汇总的自评表已写进决算公开文件。" : "决算公开文件里不再有汇总的自评表。";
        return RedirectToPage();
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindYearAsync("绩效", cancellation).ConfigureAwait(false))
            return false;
        Evaluations = [.. Projects.Select(p => Evaluator!.Of(p))];
        if (!SeesAll || Evaluator is null)
            return true;
        (Merged, Whole) = (Evaluator.Merged(), Evaluator.Whole());
        if (Draft.Stage != Stage.Budget || await Years.BeforeAsync(Work, cancellation).ConfigureAwait(false) is not { Evaluator: { } before } last)
            return true;
        HasLast = true;
        Proposals =
        [
            .. before.Projects.Select(before.Of).Where(e => e.Proposal is not null).Select(e => new Proposed(
                e,
                Year!.Ledger.Projects.FirstOrDefault(p => p.Code == e.Project!.Code) ?? Year.Ledger.Projects.FirstOrDefault(p => p.Name == e.Name),
                Cut(last.Ledger, Year.Ledger, e),
                Record(UseSheet, ("项目名称", e.Name), ("评价年度", LastYear.ToString(CultureInfo.InvariantCulture))))),
        ];
        return true;
    }

    // What this year's budget asks for less than last year's.
    private static long? Cut(Ledger last, Ledger now, Evaluation evaluation)
    {
        long Sum(Ledger ledger) => ledger.Lines.Where(l => l.Stage == Stage.Budget && l.Flow == Flow.Expenditure && l.ProjectCode == evaluation.Project!.Code).Sum(l => l.Fen);
        return Sum(last) - Sum(now) is > 0 and var less ? less : null;
    }
}

/// <summary>What should follow from an evaluation of last year (建议的结果应用).</summary>
/// <param name="Evaluation">The evaluation.</param>
/// <param name="Now">The project in this year's budget; null where it has none.</param>
/// <param name="CutFen">By how much this year's budget is less already, in 分; null where it is not.</param>
/// <param name="Record">The decision recorded; null where there is none.</param>
internal sealed record Proposed(Evaluation Evaluation, Project? Now, long? CutFen, DraftRecord? Record);
