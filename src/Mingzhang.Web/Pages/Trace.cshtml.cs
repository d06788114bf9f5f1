using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Tracing;
using Mingzhang.Web.Library;

namespace Mingzhang.Web.Pages;

/// <summary>Where one printed figure comes from, and what guards it (追溯).</summary>
internal sealed class TraceModel(DisclosureLibrary library) : PublicationPage(library)
{
    /// <summary>More lines than a person reads; the data interface gives them all.</summary>
    public const int MostLines = 300;

    private readonly DisclosureLibrary _library = library;

    [BindProperty(SupportsGet = true, Name = "table")]
    public string? Table { get; set; }

    [BindProperty(SupportsGet = true, Name = "row")]
    public string? Row { get; set; }

    [BindProperty(SupportsGet = true, Name = "column")]
    public string? Column { get; set; }

    [BindProperty(SupportsGet = true, Name = "n")]
    public int Occurrence { get; set; } = 1;

    public FigurePlace Place { get; private set; }

    public Cell? Cell { get; private set; }

    public Statement Statement => Publication.Disclosure.Statements[Place.Statement];

    public StatementRow RowOf => Statement.Rows[Place.Row];

    public FigureTrace? Trace { get; private set; }

    public IReadOnlyList<GuardingRelation> Relations { get; private set; } = [];

    public IReadOnlyList<SentenceLink> Sentences { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>A code with its name; empty for none.</summary>
    public string Named(string classification, string? code) =>
        code is null ? "" : _library.Data.Catalogue.Find(classification, Publication.Key.Year)?.Find(code)?.ToString() ?? code;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid || string.IsNullOrEmpty(Table) || string.IsNullOrEmpty(Column))
            return BadRequest();
        if (!await FindAsync(cancellation).ConfigureAwait(false) || new FigureAddress(Table, Row ?? "", Column, Occurrence).In(Publication) is not { } place)
            return NotFound();
        Place = place;
        Cell = FigureAddress.CellAt(Publication, place);
        Trace = Publication.Tracer.Trace(Publication.Statements[place.Statement], place.Row, Statement.Columns[place.Column]);
        Relations = Publication.RelationsOf(place);
        Sentences = [.. Publication.Sentences.Where(s => FigureAddress.Of(s.Cell.Name).In(Publication) == place)];
        Findings = [.. Publication.Findings.Where(f => f.Statement == Statement.Title && f.Row == Row && f.Column?.Text == Column)];
        Title($"{Cell?.Text ?? "空白"}：{RowOf.Name} {Column}", "/");
        return Page();
    }
}
