using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Storage.Audits;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Reviews;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Workbench.Reviewing;

/// <summary>A finding with what people said of it (处理状态).</summary>
/// <param name="Placed">The finding.</param>
/// <param name="Judgement">The newest judgement; null for none.</param>
/// <param name="IsCarried">Whether it was made in an earlier version of the document.</param>
/// <param name="IsStale">Whether something else is printed now than when it was judged: then it asks to be judged again.</param>
internal sealed record JudgedFinding(PlacedFinding Placed, Judgement? Judgement, bool IsCarried, bool IsStale)
{
    /// <summary>What counts now.</summary>
    public Ruling Ruling => IsStale ? Ruling.Open : Judgement?.Ruling ?? Ruling.Open;

    /// <summary>The judgement in words: what, why, who, when; null where there is none.</summary>
    public string? Words => Judgement is not { Ruling: not Ruling.Open } j ? null
        : $"{(IsStale ? "上一版曾" : "")}{ReviewMarkDesk.Word(j.Ruling)}{(j.Reason.Length > 0 ? $"：{j.Reason}" : "")}（{j.Account}，{Clock.Local(j.At)}{(IsCarried ? "，上一版带来" : "")}{(IsStale ? "；印出的内容已变，请重新判断" : "")}）";

    /// <summary>The findings of a document with their judgements.</summary>
    public static IReadOnlyList<JudgedFinding> Of(ReviewWork work, IReadOnlyDictionary<string, Judgement> judgements) =>
        [.. work.Findings.Select(f => judgements.GetValueOrDefault(f.Identity.Key) is { } j
            ? new JudgedFinding(f, j, j.Review != work.Info.Id, j.Fact != f.Identity.Fact) : new JudgedFinding(f, null, false, false))];
}

/// <summary>A page about an uploaded document; its address names department and document.</summary>
internal abstract class ReviewPage(CurrentActor current, OfficeDesk desk, ReviewWorks works) : DepartmentPage(current, desk)
{
    /// <summary>Number in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "review")]
    public int ReviewId { get; set; }

    /// <summary>The document.</summary>
    public ReviewInfo Info { get; private set; } = null!;

    /// <summary>What was read and found; null while it waits and where it cannot be read.</summary>
    public ReviewWork? Work { get; private set; }

    /// <summary>Its findings.</summary>
    public IReadOnlyList<JudgedFinding> All { get; private set; } = [];

    /// <summary>Where the list of documents lies.</summary>
    public string List => FormattableString.Invariant($"/office/{DepartmentId}/reviews");

    /// <summary>Where its pages lie.</summary>
    public string Root => FormattableString.Invariant($"{List}/{ReviewId}");

    /// <summary>Its name in headings: agency, year and kind where they are known.</summary>
    public string Heading => Name(Info);

    /// <summary>Name of a document.</summary>
    public static string Name(ReviewInfo info) => info.Summary is { Agency: { } agency } s
        ? $"{agency} {s.Year?.ToString(CultureInfo.InvariantCulture)}{(s.Year is null ? "" : " 年")}{s.Kind}" : info.Name;

    /// <summary>The documents of the department.</summary>
    protected ReviewWorks Works => works;

    /// <summary>Finds the document and reads it; false when the department has none of the number.</summary>
    protected async Task<bool> FindAsync(string? title, CancellationToken cancellation)
    {
        if (!SeesAll || !await FindDepartmentAsync(cancellation).ConfigureAwait(false) || await Desk.Reviews.FindAsync(DepartmentId, ReviewId, cancellation).ConfigureAwait(false) is not { } info)
            return false;
        Info = info;
        Title(title is null ? Heading : $"{Heading} · {title}");
        if (info.State != AuditState.Done)
            return true;
        var work = await works.GetAsync(info, cancellation).ConfigureAwait(false);
        if (!work.IsRead)
        {
            Problems = [work.Error];
            return true;
        }

        Work = work.Value;
        All = JudgedFinding.Of(work.Value, await Desk.Reviews.Marks.JudgementsAsync(info, cancellation).ConfigureAwait(false));
        return true;
    }
}
