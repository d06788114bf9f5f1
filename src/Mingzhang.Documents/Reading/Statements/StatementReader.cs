using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Documents.Reading.Loose;

namespace Mingzhang.Documents.Reading.Statements;

/// <summary>Reads the tables of a document against the edition that fits it best as a whole.</summary>
internal static class StatementReader
{
    // A fit of lines goes up to 1000; a table of known cells scores that for each of its columns, of which there are about five.
    private const int LooseWeight = 5;

    /// <summary>Reads all tables.</summary>
    /// <param name="tables">The tables as they lie in the document.</param>
    /// <param name="facts">What the document says of itself.</param>
    /// <param name="editions">All editions.</param>
    /// <param name="catalogue">The classifications.</param>
    /// <param name="rules">The relations between tables, asked for only where the column of a figure is open; null to do without.</param>
    /// <returns>The edition, null when no table is known, and the statements in order.</returns>
    public static (Edition? Edition, IReadOnlyList<Statement> Statements) Read(
        IReadOnlyList<TableRegion> tables, DocumentFacts facts, IReadOnlyList<Edition> editions, ClassificationCatalogue catalogue, Func<IReadOnlyList<Formula>>? rules)
    {
        var names = Names(catalogue);
        PrintedNames.Learn(names, tables);
        var hints = new LooseHints { Year = facts.Year, Names = names };
        var readings = tables.Select(t => Candidates(t, facts, editions, catalogue)).ToList();
        var edition = Choose(readings, facts);
        var picked = readings.ConvertAll(r => Pick(r, edition));
        var known = picked.ConvertAll(p => p?.Statement(hints));
        if (rules is not null && known.Exists(IsOpen))
            Settle(known, picked, hints, rules());
        var statements = new List<Statement>();
        for (var i = 0; i < tables.Count; i++)
        {
            if (known[i] is { } read)
                statements.Add(read);
            else if (tables[i] is { Grid: null, Lines.Count: 0, Heading: var heading })
                statements.Add(new Statement(heading.Title, heading.Number, null, [], [], null, heading.At));
            else if (tables[i].Grid is { } grid)
            {
                // A table that no edition knows is kept when it holds figures under a title of its own.
                var statement = GridStatementReader.Read(tables[i].Heading, grid, null, catalogue);
                if (statement.Title.Length > 0 && !statement.IsEmpty)
                    statements.Add(statement);
            }
        }

        return (edition, statements);
    }

    // Tables with open figures are read once more with what the others say of these.
    private static void Settle(List<Statement?> known, List<Reading?> picked, LooseHints hints, IReadOnlyList<Formula> rules)
    {
        var bound = known.Select((s, i) => s is null ? null : StatementBinder.Bind(s, picked[i]!.Form)).OfType<BoundStatement>().ToList();
        var figures = OtherTables.Figures(bound, rules);
        for (var i = 0; i < known.Count && figures.Count > 0; i++)
        {
            if (IsOpen(known[i]) && figures.Keys.Any(f => f.FormId == picked[i]!.Form.Id))
                known[i] = picked[i]!.Statement(hints with { Figures = figures });
        }
    }

    private static bool IsOpen(Statement? statement) => statement?.Rows.Any(r => r.Cells.Any(c => c is { Figure: not null, Sure: false })) ?? false;

    private static List<Reading> Candidates(TableRegion table, DocumentFacts facts, IReadOnlyList<Edition> editions, ClassificationCatalogue catalogue)
    {
        var result = new List<Reading>();
        // Editions of one base share the forms they leave alone: each is tried once.
        var tried = new Dictionary<Form, Trial>(ReferenceEqualityComparer.Instance);
        var lines = LooseLines.Cut(table.Grid is null ? table.Lines : []);
        foreach (var edition in editions)
        {
            if (facts.Kind is { } kind && kind != edition.Kind)
                continue;
            foreach (var form in table.Forms.Select(edition.Find).OfType<Form>())
            {
                if (!tried.TryGetValue(form, out var trial))
                    tried[form] = trial = Try(table, lines, form, catalogue);
                if (trial.Fits)
                    result.Add(new Reading(edition, form, trial.Score, trial.Statement));
            }
        }

        return result;
    }

    private static Trial Try(TableRegion table, LooseLines lines, Form form, ClassificationCatalogue catalogue)
    {
        if (table.Grid is { } grid)
        {
            var statement = GridStatementReader.Read(table.Heading, grid, form, catalogue);
            return new Trial(true, StatementBinder.Bind(statement, form).Score, _ => statement);
        }

        // Lines are put together again only once the edition is chosen: that is slow, and how they fit is not.
        var fit = FormFit.Score(form, lines);
        return new Trial(fit >= LooseStatementReader.Enough, fit * LooseWeight, hints => Loose(table.Heading, lines, form, hints));
    }

    private static Statement Loose(TableHeading heading, LooseLines lines, Form form, LooseHints hints)
    {
        var statement = LooseStatementReader.Read(heading.Printed, heading.Number, heading.At, lines, form, hints);
        return statement with { Title = heading.Title, Unit = heading.Unit ?? statement.Unit };
    }

    private static Dictionary<string, string> Names(ClassificationCatalogue catalogue)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tree in new[] { ClassificationCatalogue.Function, ClassificationCatalogue.Economic })
        {
            foreach (var item in catalogue.Newest(tree)?.Items ?? [])
                names.TryAdd(item.Code, item.Name);
        }

        return names;
    }

    private static Edition? Choose(List<List<Reading>> readings, DocumentFacts facts) => readings
        .SelectMany(table => table.GroupBy(r => r.Edition).Select(g => new { Edition = g.Key, Score = g.Max(r => r.Score) }))
        .GroupBy(x => x.Edition)
        .Select(g => new { Edition = g.Key, Score = g.Sum(x => (long)x.Score) + InItsYears(g.Key, facts) })
        .OrderByDescending(x => x.Score)
        .ThenBy(x => x.Edition.Id, StringComparer.Ordinal)
        .Select(x => x.Edition)
        .FirstOrDefault();

    // Among editions that fit alike the one the document names, then the one of the year, local before national.
    private static int InItsYears(Edition edition, DocumentFacts facts) =>
        (facts.Edition == edition.Id ? 4 : 0) + (facts.Year is { } year && year >= edition.From && year <= (edition.To ?? int.MaxValue) ? 2 : 0) + (edition.Region is null ? 0 : 1);

    private static Reading? Pick(List<Reading> readings, Edition? edition)
    {
        var best = readings.OrderByDescending(r => r.Score).FirstOrDefault();
        var own = readings.Where(r => ReferenceEquals(r.Edition, edition)).OrderByDescending(r => r.Score).FirstOrDefault();
        // The document's edition is kept to unless another describes this one table much better.
        return own is not null && best is not null && own.Score * 5 >= best.Score * 4 ? own : best;
    }

    // How a table reads by a form, whichever edition has it.
    private sealed record Trial(bool Fits, int Score, Func<LooseHints, Statement?> Statement);

    private sealed record Reading(Edition Edition, Form Form, int Score, Func<LooseHints, Statement?> Statement);
}
