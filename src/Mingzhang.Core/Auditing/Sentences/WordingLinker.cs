using System.Text.RegularExpressions;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Auditing.Relations;
using Mingzhang.Core.Auditing.Rules;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Sentences;

/// <summary>Finds which cell an amount of the text means (文字找格), by data/narrative.</summary>
internal sealed partial class WordingLinker
{
    private readonly AuditedDocument _document;
    private readonly CellFinder _cells;
    private readonly CodesByName _codes;
    private readonly IReadOnlyList<Wording> _wordings;
    private readonly DisclosureKind? _kind;
    private readonly string? _agency;
    private readonly HashSet<string> _items;

    public WordingLinker(RuleContext context)
    {
        _document = context.Document;
        _cells = new CellFinder(context.Document.Figures);
        _codes = new CodesByName(context);
        _kind = context.Disclosure.Facts.Kind ?? context.Document.Edition?.Kind;
        _agency = context.Disclosure.Facts.Agency is { } agency ? NameText.Normal(agency) : null;
        _items = [.. context.Document.Figures.Statements.SelectMany(s => s.Rows).Where(r => r.Code is { Length: 7 }).Select(r => Labels.WithoutSpaces(r.Row.Name))];
        _wordings = [.. context.Wordings.Where(w => w.Kind == _kind)];
    }

    /// <summary>The codes.</summary>
    public CodesByName Codes => _codes;

    /// <summary>What an amount means; null when no wording fits.</summary>
    public WordingLink? Link(AmountClaim claim, string section)
    {
        // Figures of a unit below the agency, by its name or under its heading, are not the document's.
        if ((claim.Who.Length > 0 && !IsOwn(NameText.Normal(claim.Who))) || Headings(section).Exists(IsUnitHeading))
            return null;
        var budget = _kind == DisclosureKind.Final && claim.Role is AmountRole.InitialBudget or AmountRole.AdjustedBudget;
        var contexts = Contexts(claim, section);
        // Names of projects may begin with a year.
        var names = new[] { claim.Subject, claim.Role == AmountRole.AdjustedBudget ? claim.Subject + "预算" : claim.FullSubject }.Distinct(StringComparer.Ordinal);
        return names.Select(n => Link(n, contexts, budget)).FirstOrDefault(l => l is not null);
    }

    /// <summary>What the name of a figure means where it is only mentioned, e.g. as the whole of a share.</summary>
    public WordingLink? Link(string name, string section, bool budget) => Link(name, Headings(section), budget);

    private WordingLink? Link(string subject, IReadOnlyList<string> contexts, bool budget)
    {
        var name = Quoted(NameText.Normal(subject), subject);
        var fitting = new List<Fitting>();
        foreach (var wording in _wordings)
        {
            IReadOnlyCollection<string> codes = wording.Variable switch
            {
                WordingVariable.Function => _codes.Functions(subject),
                WordingVariable.Economic => _codes.Economics(subject),
                WordingVariable.Project => Projects(subject, wording),
                _ => [],
            };
            if (wording.Variable == WordingVariable.None ? wording.Patterns.Any(p => p.Matches(name, IsOwn)) : codes.Count > 0)
                fitting.Add(new Fitting(wording, codes));
        }

        foreach (var context in contexts)
        {
            foreach (var (wording, codes) in fitting)
            {
                if (wording.Contexts.Any(c => context.Contains(c, StringComparison.Ordinal)))
                    return new WordingLink(wording, Cells(wording, codes, budget));
            }
        }

        var free = fitting.Find(f => f.Wording.Contexts.Count == 0);
        return free is null ? null : new WordingLink(free.Wording, Cells(free.Wording, free.Codes, budget));
    }

    private bool IsOwn(string who) =>
        _agency is null || who is "本部门" or "本单位" or "部门" or "单位" || who.Length <= 2 || _agency.EndsWith(who, StringComparison.Ordinal)
        || who.EndsWith(_agency, StringComparison.Ordinal) || NameText.Likeness(who, _agency) >= 600;

    private bool IsUnitHeading(string heading) => UnitHeading().IsMatch(heading) && !IsOwn(NameText.Normal(Labels.Bare(heading)));

    // Normal names have no quotes; patterns may be written with them.
    private static string Quoted(string normal, string printed) =>
        printed.Contains('“') ? normal.Replace("三公经费", "“三公”经费", StringComparison.Ordinal) : normal;

    private static List<string> Contexts(AmountClaim claim, string section)
    {
        var contexts = new List<string>();
        for (var parent = claim.Parent; parent is not null && contexts.Count < 8; parent = parent.Parent)
            contexts.Add(parent.Subject);
        contexts.AddRange(Headings(section));
        return contexts;
    }

    [GeneratedRegex("(?:局|中心|院|校|处|所|队|馆|站|本级|机关)(?:（[^）]*）)?$")]
    private static partial Regex UnitHeading();

    private static List<string> Headings(string section) => [.. section.Split('/').Reverse()];

    private List<LinkedCell> Cells(Wording wording, IReadOnlyCollection<string> codes, bool budget)
    {
        var found = new List<LinkedCell>();
        if ((wording.ItemsUsed.Count > 0 && !wording.ItemsUsed.Any(_items.Contains)) || wording.ItemsNotUsed.Any(_items.Contains))
            return found;
        foreach (var reference in budget ? wording.BudgetCells : wording.Cells)
        {
            if (_cells.Table(reference.Table) is not { } statement)
                continue;
            foreach (var code in codes.Count == 0 ? [null] : codes.Select(c => (string?)c))
            {
                var own = reference.Row == "项目" ? reference with { Row = code } : reference;
                // A figure whose place is not sure may be the one that is meant: then another table's is no evidence against the sentence.
                if (IsUnsure(statement, own, code))
                    return [];
                if (Cell(statement, own, code) is { } cell)
                    found.Add(cell);
            }
        }

        return found;
    }

    // Keys of the rows that bear the name; none where two rows share a key, as one project's row cannot be told from another's.
    private List<string> Projects(string subject, Wording wording)
    {
        var names = new[] { subject, subject.StartsWith("项目", StringComparison.Ordinal) ? subject[2..] : subject }.Select(NameText.Normal).ToHashSet(StringComparer.Ordinal);
        var keys = new List<string>();
        foreach (var table in wording.Cells.Select(c => _cells.Table(c.Table)).OfType<int>())
        {
            var rows = _document.Figures.Statements[table].Rows;
            var found = rows.Where(r => names.Contains(NameText.Normal(r.Row.Name))).Select(r => r.Row.Key).ToList();
            if (found.Count == 1 && rows.Count(r => r.Row.Key == found[0]) == 1)
                keys.Add(found[0]);
        }

        return keys;
    }

    private bool IsUnsure(int statement, FormulaReference reference, string? code) =>
        _cells.Find(statement, reference, code).Figure is { } figure && _document.Figures.CellOf(figure) is { Sure: false, Figure: not null };

    private LinkedCell? Cell(int statement, FormulaReference reference, string? code)
    {
        if (_cells.Find(statement, reference, code).Figure is not { } figure)
            return null;
        var node = _document.Figures.Nodes[figure];
        if (node.State != FigureState.Printed || _document.Figures.CellOf(figure) is not { Sure: true } cell)
            return null;
        var unit = _cells.UnitOf(statement);
        var row = _document.Figures.Statements[statement].Statement.Rows[_document.Figures.Places[figure].Row];
        return new LinkedCell(
            _document.NameOf(figure), row.Name.Trim(), cell, Approximate.Of(node.Value, node.PrintedDecimals, node.Decimals, unit.InYuan()), unit.ChineseName());
    }

    // A wording that a name fits, with the codes the name stands for.
    private sealed record Fitting(Wording Wording, IReadOnlyCollection<string> Codes);
}
