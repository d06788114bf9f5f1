using System.Text.Json;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Figures;
using Mingzhang.Core.Ledgers;
using Mingzhang.Web.Library;

namespace Mingzhang.Web.Api;

/// <summary>The trace of a figure as JSON (追溯 JSON).</summary>
internal static class TraceJson
{
    public static void Write(Utf8JsonWriter json, Publication publication, FigurePlace place)
    {
        var statement = publication.Disclosure.Statements[place.Statement];
        var cell = FigureAddress.CellAt(publication, place);
        var trace = publication.Tracer.Trace(publication.Statements[place.Statement], place.Row, statement.Columns[place.Column]);
        json.WriteStartObject();
        json.WriteString("table", statement.Title);
        json.WriteString("row", statement.Rows[place.Row].Key);
        json.WriteString("column", statement.Columns[place.Column].Text);
        json.WriteString("text", cell?.Text);
        json.WriteString("unit", trace?.Unit.ChineseName() ?? statement.Unit);
        json.WriteStartArray("conditions");
        foreach (var condition in trace?.Conditions ?? [])
        {
            json.WriteStartObject();
            json.WriteString("part", condition.Part.ToString().ToLowerInvariant());
            json.WriteString("dimension", condition.Dimension);
            json.WriteStartArray("members");
            foreach (var member in condition.Members)
                json.WriteStringValue(member);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("lines");
        foreach (var line in trace?.Lines ?? [])
            Line(json, line);
        json.WriteEndArray();
        json.WriteStartArray("relations");
        foreach (var relation in publication.RelationsOf(place))
            Relation(json, publication, relation);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Line(Utf8JsonWriter json, LedgerLine line)
    {
        json.WriteStartObject();
        json.WriteString("stage", line.Stage.ChineseName());
        json.WriteString("flow", line.Flow.ChineseName());
        json.WriteString("unit", line.UnitCode);
        json.WriteString("project", line.ProjectCode);
        json.WriteString("category", line.Category);
        json.WriteString("function", line.FunctionCode);
        json.WriteString("economic", line.EconomicCode);
        json.WriteString("fund", line.Fund);
        json.WriteString("moneyYear", line.Year.ChineseName());
        json.WriteNumber("fen", line.Fen);
        json.WriteEndObject();
    }

    private static void Relation(Utf8JsonWriter json, Publication publication, GuardingRelation relation)
    {
        json.WriteStartObject();
        json.WriteString("rule", relation.Formula.Id);
        json.WriteString("formula", relation.Formula.Body);
        json.WriteString("verdict", relation.Outcome.Verdict.ToString());
        json.WriteStartArray("terms");
        foreach (var term in relation.Terms)
        {
            var name = publication.Document.NameOf(term.Figure);
            json.WriteStartObject();
            json.WriteString("table", name.Statement);
            json.WriteString("row", name.Row);
            json.WriteString("column", name.Column.Text);
            json.WriteNumber("coefficient", term.Coefficient);
            json.WriteNumber("value", publication.Document.Figures.Nodes[term.Figure].Amount);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
