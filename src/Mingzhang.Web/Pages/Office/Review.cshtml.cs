using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Office;
using Mingzhang.Documents.Reporting;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Reviews;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Reviewing;
using Mingzhang.Web.Workbench.Reviewing.Layout;

namespace Mingzhang.Web.Pages.Office;

/// <summary>An uploaded document (送审文件): its findings, the original page beside the recognised table, cells to correct, findings to judge.</summary>
[Requires(Act.See)]
internal sealed class ReviewModel(CurrentActor current, OfficeDesk desk, ReviewWorks works, ReviewPictures pictures) : ReviewPage(current, desk, works)
{
    /// <summary>Rows of a table that the page shows at once.</summary>
    public const int MostRows = 300;

    /// <summary>The chosen finding, by its identity.</summary>
    [BindProperty(SupportsGet = true, Name = "f")]
    public string? FindingKey { get; set; }

    /// <summary>The chosen cell: ordinals of table, row and column.</summary>
    [BindProperty(SupportsGet = true, Name = "c")]
    public string? CellKey { get; set; }

    /// <summary>The chosen table, from 0.</summary>
    [BindProperty(SupportsGet = true, Name = "t")]
    public int? Table { get; set; }

    /// <summary>The chosen page, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int? PageNumber { get; set; }

    /// <summary>Whether the whole page is shown instead of the part around the place.</summary>
    [BindProperty(SupportsGet = true, Name = "whole")]
    public bool IsWhole { get; set; }

    [BindProperty(SupportsGet = true, Name = "severity")]
    public string? OfSeverity { get; set; }

    [BindProperty(SupportsGet = true, Name = "rule")]
    public string? OfRule { get; set; }

    [BindProperty(SupportsGet = true, Name = "state")]
    public string? OfState { get; set; }

    /// <summary>The documents it can be compared with, those that fit first.</summary>
    public IReadOnlyList<CompanionChoice> Companions { get; private set; } = [];

    /// <summary>The findings that pass the filter.</summary>
    public IReadOnlyList<JudgedFinding> Shown { get; private set; } = [];

    /// <summary>The chosen finding.</summary>
    public JudgedFinding? Chosen { get; private set; }

    /// <summary>The chosen cell; null for none.</summary>
    public (int Row, int Column)? Cell { get; private set; }

    /// <summary>The shown table; -1 for none.</summary>
    public int T { get; private set; } = -1;

    /// <summary>The shown page; 0 where the document has none.</summary>
    public int P { get; private set; }

    /// <summary>Picture of the page; null where there is none.</summary>
    public PageImage? Picture { get; private set; }

    /// <summary>Lines of the original around the place, where there is no picture.</summary>
    public IReadOnlyList<SourceEntry> Lines { get; private set; } = [];

    public Statement? Statement => T < 0 ? null : Work!.Disclosure.Statements[T];

    /// <summary>First and last row shown.</summary>
    public (int First, int End) Window { get; private set; }

    public bool MayAudit => May(Act.Audit);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(null, cancellation).ConfigureAwait(false))
            return NotFound();
        ViewData["Wide"] = true;
        if (Work is not null)
            await ChooseAsync(cancellation).ConfigureAwait(false);
        return Page();
    }

    public async Task<IActionResult> OnPostCorrectAsync(string? text, bool undo, CancellationToken cancellation)
    {
        if (!await FindAsync(null, cancellation).ConfigureAwait(false) || Work is not { } work || Address() is not { } address)
            return NotFound();
        if (!MayAudit)
            return Forbid();
        var (table, row, column) = address;
        var path = work.Disclosure.Statements[table].Columns[column];
        var read = work.Read.Disclosure.Statements[table].Rows[row].Cells.FirstOrDefault(c => c.Column.Equals(path));
        var value = (text ?? "").Trim();
        await Desk.Reviews.Marks.CorrectAsync(Actor, DepartmentId, ReviewId, Corrections.NameOf(work.Read.Disclosure, table, row, path), read?.Text, undo ? null : value, cancellation).ConfigureAwait(false);
        await AgainAsync(cancellation).ConfigureAwait(false);
        Done = undo ? "已撤销更正，恢复读出的内容，并重新审核。" : "已更正，并重新审核。读出的内容仍然保留。";
        return LocalRedirect(Here(("c", CellKey)) + "#cell");
    }

    public async Task<IActionResult> OnPostJudgeAsync(string? ruling, string? reason, CancellationToken cancellation)
    {
        if (!await FindAsync(null, cancellation).ConfigureAwait(false) || All.FirstOrDefault(j => j.Placed.Identity.Key == FindingKey) is not { } judged)
            return NotFound();
        if (!MayAudit)
            return Forbid();
        Ruling? said = ruling switch { "accept" => Ruling.Accepted, "dismiss" => Ruling.Dismissed, "open" => Ruling.Open, _ => null };
        if (said is not { } verdict)
            return BadRequest();
        var why = (reason ?? "").Trim();
        if (verdict == Ruling.Dismissed && why.Length == 0)
        {
            ViewData["Wide"] = true;
            Problems = ["不采纳要写明理由：为什么文件没有错。"];
            await ChooseAsync(cancellation).ConfigureAwait(false);
            return Page();
        }

        var placed = judged.Placed;
        await Desk.Reviews.Marks.JudgeAsync(
            Actor, DepartmentId, new Judgement(ReviewId, placed.Identity.Key, placed.Identity.Fact, placed.Finding.Rule, verdict, why, "", ""), $"{Info.Name} {FindingText.Place(placed.Finding, placed.At)}", cancellation).ConfigureAwait(false);
        Done = verdict switch { Ruling.Accepted => "已采纳。", Ruling.Dismissed => "已记为不采纳，下一版同一处不变时自动带过去。", _ => "已重新打开。" };
        return LocalRedirect(Here(("f", FindingKey)) + "#finding");
    }

    public async Task<IActionResult> OnPostAgainstAsync(List<string> with, CancellationToken cancellation)
    {
        if (!await FindAsync(null, cancellation).ConfigureAwait(false) || Work is null)
            return NotFound();
        if (!MayAudit)
            return Forbid();
        var chosen = with.ConvertAll(Companion.Parse);
        if (chosen.Contains(null))
            return BadRequest();
        if (await Desk.Reviews.Companions.ChooseAsync(Actor, DepartmentId, ReviewId, [.. chosen.OfType<Companion>()], cancellation).ConfigureAwait(false) is { } refusal)
        {
            ViewData["Wide"] = true;
            Problems = [refusal];
            await ChooseAsync(cancellation).ConfigureAwait(false);
            return Page();
        }

        await AgainAsync(cancellation).ConfigureAwait(false);
        Done = chosen.Count == 0 ? "不再对照别的文件，已重新审核。" : $"已与 {chosen.Count.ToString(CultureInfo.InvariantCulture)} 份文件对照，重新审核。";
        return LocalRedirect(Here());
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(null, cancellation).ConfigureAwait(false))
            return NotFound();
        if (!MayAudit)
            return Forbid();
        await Desk.Reviews.RemoveAsync(Actor, DepartmentId, ReviewId, cancellation).ConfigureAwait(false);
        Done = $"已移除 {Info.Name}。";
        return LocalRedirect(List);
    }

    /// <summary>Address of this page with the filter kept and other places chosen.</summary>
    public string Here(params (string Name, string? Value)[] fields)
    {
        (string Name, string? Value)[] kept = [("severity", OfSeverity), ("rule", OfRule), ("state", OfState)];
        var all = fields.Concat(kept).Where(f => f.Value is { Length: > 0 });
        var query = string.Join('&', all.Select(f => f.Name + "=" + Uri.EscapeDataString(f.Value!)));
        return query.Length == 0 ? Root : Root + "?" + query;
    }

    /// <summary>Address of a cell of the shown table.</summary>
    public string CellAddress(int row, int column) => Here(("c", FormattableString.Invariant($"{T}-{row}-{column}"))) + "#cell";

    /// <summary>The findings at a cell, or at a row as a whole.</summary>
    public IEnumerable<JudgedFinding> At(int row, int? column) => All.Where(j => j.Placed.Table == T && j.Placed.Row == row && j.Placed.Column == (column ?? -1));

    /// <summary>What was said of the chosen cell, the newest last.</summary>
    public IReadOnlyList<CellEntry> History => Cell is not { } cell || Work is not { } work ? []
        : [.. work.Entries.Where(e => e.Cell == Corrections.NameOf(work.Read.Disclosure, T, cell.Row, Statement!.Columns[cell.Column]))];

    /// <summary>The paragraphs that the chosen finding is about.</summary>
    public IReadOnlyList<Paragraph> Paragraphs => Chosen?.Placed is not { Table: < 0, Finding: { Section: { } section } finding } ? []
        : [.. Work!.Disclosure.Narrative.Where(p => p.Section == section).OrderByDescending(p => finding.Quote is { } q && p.Text.Contains(q, StringComparison.Ordinal)).Take(6)];

    /// <summary>The place that is framed on the page.</summary>
    public Place Focus { get; private set; } = Place.Unknown;

    /// <summary>The part of the page that the picture shows, as an SVG view box.</summary>
    public string View => PageView.Of(Picture!.Width, Picture.Height, IsWhole || Focus.Page != P ? null : Focus);

    // The same document audited anew; what the list says of it follows.
    private async Task AgainAsync(CancellationToken cancellation)
    {
        if (await Desk.Reviews.FindAsync(DepartmentId, ReviewId, cancellation).ConfigureAwait(false) is { } now && await Works.GetAsync(now, cancellation).ConfigureAwait(false) is { IsRead: true } again)
            await Desk.Reviews.Queue.SummariseAsync(ReviewId, ReviewReader.Summary(again.Value.Disclosure, again.Value.Report), cancellation).ConfigureAwait(false);
    }

    private (int Table, int Row, int Column)? Address()
    {
        var parts = (CellKey ?? "").Split('-');
        if (parts.Length != 3 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var t) || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var r)
            || !int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var c))
            return null;
        var statements = Work!.Disclosure.Statements;
        return t < statements.Count && r < statements[t].Rows.Count && c < statements[t].Columns.Count ? (t, r, c) : null;
    }

    private async Task ChooseAsync(CancellationToken cancellation)
    {
        var work = Work!;
        Companions = CompanionChoice.Of(
            work.Report.Facts, Info.Summary.Kind,
            await Desk.Reviews.Companions.CandidatesAsync(DepartmentId, ReviewId, cancellation).ConfigureAwait(false),
            await Desk.Reviews.Companions.OfAsync(DepartmentId, ReviewId, cancellation).ConfigureAwait(false));
        Shown = [.. All.Where(IsShown)];
        Chosen = All.FirstOrDefault(j => j.Placed.Identity.Key == FindingKey);
        if (Address() is { } address)
        {
            T = address.Table;
            Cell = (address.Row, address.Column);
        }
        else if (Chosen?.Placed is { Table: >= 0 } placed)
        {
            T = placed.Table;
            if (placed is { Row: >= 0, Column: >= 0 })
                Cell = (placed.Row, placed.Column);
        }
        else if (Chosen is null && work.Disclosure.Statements.Count > 0)
        {
            T = Math.Clamp(Table ?? (PageNumber is { } wanted ? TableOf(wanted) : 0), 0, work.Disclosure.Statements.Count - 1);
        }

        var here = Cell is { } cell ? Statement!.Rows[cell.Row].Cells.FirstOrDefault(c => c.Column.Equals(Statement.Columns[cell.Column]))?.At ?? RowPlace(cell.Row) : Place.Unknown;
        Focus = here != Place.Unknown ? here : Chosen?.Placed.At ?? Place.Unknown;
        Rows();
        if (work.Disclosure.Facts.Pages is { } pages)
        {
            P = Math.Clamp(PageNumber ?? Focus.Page ?? Statement?.At.Page ?? 1, 1, pages);
            Picture = await pictures.GetAsync(ReviewId, P, work.Read.Content, cancellation).ConfigureAwait(false);
        }

        if (Picture is null && work.Read.Source is { } source)
            Lines = SourceEntry.Around(source, Focus != Place.Unknown ? Focus : Statement?.At ?? Place.Unknown, Words());
    }

    // What to look for where the format gives no places.
    private IReadOnlyList<string> Words() => Cell is { } cell
        ? [Statement!.Rows[cell.Row].Name, .. Statement.Rows[cell.Row].Cells.Select(c => c.Correction?.Printed ?? c.Text).OfType<string>()]
        : Chosen?.Placed.Finding.Quote is { } quote ? [quote] : Statement is { } statement ? [statement.Title] : [];

    private Place RowPlace(int row) => Statement!.Rows[row].Cells.Select(c => c.At).FirstOrDefault(a => a != Place.Unknown) ?? Place.Unknown;

    private int TableOf(int page)
    {
        var last = 0;
        for (var t = 0; t < Work!.Disclosure.Statements.Count; t++)
        {
            if (Work.Disclosure.Statements[t].At.Page <= page)
                last = t;
        }

        return last;
    }

    // A long table is shown around the chosen row.
    private void Rows()
    {
        var count = Statement?.Rows.Count ?? 0;
        var row = Cell?.Row ?? (Chosen?.Placed is { Row: >= 0 } placed && placed.Table == T ? placed.Row : 0);
        var first = count <= MostRows ? 0 : Math.Clamp(row - (MostRows / 2), 0, count - MostRows);
        Window = (first, Math.Min(count, first + MostRows));
    }

    private bool IsShown(JudgedFinding judged) =>
        (OfSeverity switch { "error" => judged.Placed.Finding.Severity == Severity.Error, "warning" => judged.Placed.Finding.Severity == Severity.Warning, "hint" => judged.Placed.Finding.Severity == Severity.Hint, _ => true })
        && (OfRule is not { Length: > 0 } rule || judged.Placed.Finding.Rule == rule)
        && (OfState switch { "open" => judged.Ruling == Ruling.Open, "accepted" => judged.Ruling == Ruling.Accepted, "dismissed" => judged.Ruling == Ruling.Dismissed, _ => true });
}
