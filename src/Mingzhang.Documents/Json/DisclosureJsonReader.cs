using System.Text.Json;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Json;

/// <summary>Reads a disclosure from the contract's JSON: document, performance and narrative; tables see <see cref="StatementJsonReader"/>.</summary>
internal static class DisclosureJsonReader
{
    public static Disclosure Read(ref JsonCursor cursor)
    {
        cursor.Next();
        if (cursor.Token == JsonTokenType.StartArray)
            throw cursor.Expected("一份公开数据（以“{”开头）；这里是多份合在一起的，请每份单独存成一个文件");
        if (!cursor.Object())
            throw cursor.Expected("一份公开数据（以“{”开头）");
        DocumentFacts? facts = null;
        List<Statement>? statements = null;
        var performance = new List<PerformanceForm>();
        var narrative = new List<Paragraph>();
        var notRead = new List<string>();
        while (cursor.NextKey())
        {
            if (cursor.Is("document"u8))
                facts = Facts(ref cursor);
            else if (cursor.Is("statements"u8))
                statements = new StatementJsonReader().Read(ref cursor);
            else if (cursor.Is("performance"u8))
            {
                for (var more = cursor.Array() && cursor.NextItem(); more; more = cursor.NextItem())
                    performance.Add(Form(ref cursor));
            }
            else if (cursor.Is("narrative"u8))
            {
                for (var more = cursor.Array() && cursor.NextItem(); more; more = cursor.NextItem())
                    narrative.Add(Paragraph(ref cursor));
            }
            else if (cursor.Is("notRead"u8))
            {
                for (var more = cursor.Array() && cursor.NextItem(); more; more = cursor.NextItem())
                    notRead.Add(cursor.Words());
            }
            else
                cursor.Skip();
        }

        if (facts is null && statements is null)
            throw new JsonFault(0, "这不是公开数据：没有 document，也没有 statements。");
        cursor.End();
        return new Disclosure(facts ?? new DocumentFacts(null, null, null, null, null, null), statements ?? [], performance, narrative)
        {
            NotRead = notRead,
        };
    }

    private static DocumentFacts? Facts(ref JsonCursor cursor)
    {
        if (!cursor.Object())
            return null;
        var facts = new DocumentFacts(null, null, null, null, null, null);
        while (cursor.NextKey())
        {
            if (cursor.Is("file"u8))
                facts = facts with { File = cursor.Text() };
            else if (cursor.Is("kind"u8))
            {
                facts = facts with
                {
                    Kind = cursor.Text() switch
                    {
                        null => null,
                        "budget" => DisclosureKind.Budget,
                        "final" => DisclosureKind.Final,
                        _ => throw cursor.Expected("\"budget\"（预算）、\"final\"（决算）或 null"),
                    },
                };
            }
            else if (cursor.Is("agency"u8))
                facts = facts with { Agency = cursor.Text() };
            else if (cursor.Is("year"u8))
                facts = facts with { Year = cursor.Whole() };
            else if (cursor.Is("edition"u8))
                facts = facts with { Edition = cursor.Text() };
            else if (cursor.Is("pages"u8))
                facts = facts with { Pages = cursor.Whole() };
            else
                cursor.Skip();
        }

        return facts;
    }

    private static PerformanceForm Form(ref JsonCursor cursor)
    {
        if (!cursor.Object())
            throw cursor.Expected("{…}");
        string form = "";
        string? project = null;
        IReadOnlyList<KeyValuePair<string, string>> fields = [];
        var fromLines = false;
        var indicators = new List<Indicator>();
        while (cursor.NextKey())
        {
            if (cursor.Is("form"u8))
                form = cursor.Words();
            else if (cursor.Is("project"u8))
                project = cursor.Text();
            else if (cursor.Is("fromLines"u8))
                fromLines = cursor.Flag(false);
            else if (cursor.Is("fields"u8))
                fields = Labelled(ref cursor);
            else if (cursor.Is("indicators"u8))
            {
                for (var more = cursor.Array() && cursor.NextItem(); more; more = cursor.NextItem())
                    indicators.Add(Indicator(ref cursor));
            }
            else
                cursor.Skip();
        }

        return new PerformanceForm(form, project, fields, indicators) { IsFromLines = fromLines };
    }

    private static Indicator Indicator(ref JsonCursor cursor)
    {
        if (!cursor.Object())
            throw cursor.Expected("{…}");
        var indicator = new Indicator(null, null, null, null, [], null, null, Place.Unknown);
        while (cursor.NextKey())
        {
            if (cursor.Is("goal"u8))
                indicator = indicator with { Goal = cursor.Text() };
            else if (cursor.Is("level1"u8))
                indicator = indicator with { Level1 = cursor.Text() };
            else if (cursor.Is("level2"u8))
                indicator = indicator with { Level2 = cursor.Text() };
            else if (cursor.Is("level3"u8))
                indicator = indicator with { Level3 = cursor.Text() };
            else if (cursor.Is("values"u8))
                indicator = indicator with { Values = Labelled(ref cursor) };
            else if (cursor.Is("weight"u8))
                indicator = indicator with { Weight = cursor.Amount() };
            else if (cursor.Is("score"u8))
                indicator = indicator with { Score = cursor.Amount() };
            else if (cursor.Is("at"u8))
                indicator = indicator with { At = PlaceJson.Read(ref cursor) };
            else
                cursor.Skip();
        }

        return indicator;
    }

    private static List<KeyValuePair<string, string>> Labelled(ref JsonCursor cursor)
    {
        var fields = new List<KeyValuePair<string, string>>();
        if (!cursor.Object())
            return fields;
        while (cursor.NextKey())
        {
            var label = LabelKeys.LabelOf(cursor.Key());
            fields.Add(new KeyValuePair<string, string>(label, cursor.Words()));
        }

        return fields;
    }

    private static Paragraph Paragraph(ref JsonCursor cursor)
    {
        if (!cursor.Object())
            throw cursor.Expected("{…}");
        string section = "", text = "";
        var at = Place.Unknown;
        var claims = new List<Claim>();
        while (cursor.NextKey())
        {
            if (cursor.Is("section"u8))
                section = cursor.Words();
            else if (cursor.Is("text"u8))
                text = cursor.Words();
            else if (cursor.Is("at"u8))
                at = PlaceJson.Read(ref cursor);
            else if (cursor.Is("claims"u8))
            {
                for (var more = cursor.Array() && cursor.NextItem(); more; more = cursor.NextItem())
                    claims.Add(Claim(ref cursor));
            }
            else
                cursor.Skip();
        }

        return new Paragraph(section, text, at, claims);
    }

    private static Claim Claim(ref JsonCursor cursor)
    {
        if (!cursor.Object())
            throw cursor.Expected("{…}");
        string subject = "", unit = "", text = "";
        decimal? value = null;
        while (cursor.NextKey())
        {
            if (cursor.Is("subject"u8))
                subject = cursor.Words();
            else if (cursor.Is("value"u8))
                value = cursor.Amount();
            else if (cursor.Is("unit"u8))
                unit = cursor.Words();
            else if (cursor.Is("text"u8))
                text = cursor.Words();
            else
                cursor.Skip();
        }

        return new Claim(subject, value ?? throw cursor.Missing("value"), unit, text);
    }
}
