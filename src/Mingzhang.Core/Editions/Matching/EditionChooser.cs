using System.Runtime.CompilerServices;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Core.Editions.Matching;

/// <summary>Chooses the edition whose forms a document follows (表样识别) and binds its statements.</summary>
public static class EditionChooser
{
    private static readonly ConditionalWeakTable<Edition, TitleMatcher> Titles = [];

    /// <summary>Binds every statement of a disclosure to the edition that agrees with it best.</summary>
    /// <param name="disclosure">The disclosure.</param>
    /// <param name="editions">All editions.</param>
    /// <returns>The edition, null when no table is known, and the bound statements in order.</returns>
    public static (Edition? Edition, IReadOnlyList<BoundStatement> Statements) Choose(Disclosure disclosure, IEnumerable<Edition> editions)
    {
        var candidates = editions.Where(e => disclosure.Facts.Kind is not { } kind || kind == e.Kind).ToList();
        // A document that names its edition follows it.
        if (candidates.Find(e => e.Id == disclosure.Facts.Edition) is { } named)
            return (named, BindAll(disclosure.Statements, named, new(ReferenceEqualityComparer.Instance)));
        Edition? best = null;
        IReadOnlyList<BoundStatement> bestBound = [.. disclosure.Statements.Select(StatementBinder.Unknown)];
        var bestScore = 0L;
        // Editions of one base share the forms they leave alone.
        var known = new Dictionary<Statement, Dictionary<Form, BoundStatement>>(ReferenceEqualityComparer.Instance);
        foreach (var edition in candidates)
        {
            var bound = BindAll(disclosure.Statements, edition, known);
            var score = bound.Sum(b => (long)b.Score);
            // Among equals the edition of the year, then the nearer one.
            if (disclosure.Facts.Year is { } year && year >= edition.From && year <= (edition.To ?? int.MaxValue))
                score += edition.To is null ? 1 : 2;
            if (score > bestScore)
                (best, bestBound, bestScore) = (edition, bound, score);
        }

        return (best, bestBound);
    }

    private static List<BoundStatement> BindAll(
        IReadOnlyList<Statement> statements, Edition edition, Dictionary<Statement, Dictionary<Form, BoundStatement>> known)
    {
        var titles = Titles.GetValue(edition, e => new TitleMatcher([e]));
        var result = new List<BoundStatement>(statements.Count);
        foreach (var statement in statements)
        {
            BoundStatement? best = null;
            if (!known.TryGetValue(statement, out var ways))
                known[statement] = ways = new Dictionary<Form, BoundStatement>(ReferenceEqualityComparer.Instance);
            // A title alone is no table of noughts: nothing can be said of figures that are not there.
            foreach (var id in statement is { Columns.Count: 0, Rows.Count: 0 } ? [] : titles.Forms(statement.Title))
            {
                var form = edition.Find(id)!;
                if (!ways.TryGetValue(form, out var bound))
                    ways[form] = bound = StatementBinder.Bind(statement, form);
                if (best is null || bound.Score > best.Score)
                    best = bound;
            }

            result.Add(best ?? StatementBinder.Unknown(statement));
        }

        return result;
    }
}
