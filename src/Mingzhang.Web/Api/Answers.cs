using System.Globalization;
using System.Text;
using System.Text.Json;
using Mingzhang.Documents.Json;
using Mingzhang.Documents.Publishing.OpenData;

namespace Mingzhang.Web.Api;

/// <summary>How data is asked for.</summary>
internal enum AnswerFormat
{
    /// <summary>Asked for in a form there is none of.</summary>
    Unknown,

    /// <summary>JSON, unless told otherwise.</summary>
    Json,

    /// <summary>CSV in UTF-8 with mark, as spreadsheet programs need it.</summary>
    Csv,
}

/// <summary>Answers in JSON or CSV (数据回答).</summary>
internal static class Answers
{
    /// <summary>What the address or, where it says nothing, the Accept header asks for.</summary>
    public static AnswerFormat Format(string? asked, HttpContext context) => asked switch
    {
        "json" => AnswerFormat.Json,
        "csv" => AnswerFormat.Csv,
        null or "" => context.Request.Headers.Accept.ToString().Contains("text/csv", StringComparison.OrdinalIgnoreCase) ? AnswerFormat.Csv : AnswerFormat.Json,
        _ => AnswerFormat.Unknown,
    };

    /// <summary>Rows with the same names in both forms.</summary>
    public static IResult Table(string? format, HttpContext context, IReadOnlyList<string> columns, IEnumerable<object?[]> rows) => Format(format, context) switch
    {
        AnswerFormat.Csv => Csv(columns, rows),
        AnswerFormat.Json => Json(json =>
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartObject();
                for (var i = 0; i < columns.Count; i++)
                    Value(json, columns[i], row[i]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }),
        _ => WrongFormat(),
    };

    /// <summary>A form there is none of.</summary>
    public static IResult WrongFormat() => Results.Problem("format 只能是 json 或 csv。", statusCode: StatusCodes.Status400BadRequest, title: "没有这种格式");

    /// <summary>JSON in the product's form: Chinese unescaped.</summary>
    public static IResult Json(Action<Utf8JsonWriter> write)
    {
        using var memory = new MemoryStream();
        using (var json = JsonFormat.Writer(memory))
            write(json);
        return Results.Bytes(memory.ToArray(), "application/json; charset=utf-8");
    }

    private static IResult Csv(IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        var text = new StringBuilder(CsvText.Mark);
        CsvText.Line(text, columns);
        foreach (var row in rows)
            CsvText.Line(text, [.. row.Select(v => v is null ? "" : Convert.ToString(v, CultureInfo.InvariantCulture)!)]);
        return Results.Bytes(Encoding.UTF8.GetBytes(text.ToString()), "text/csv; charset=utf-8");
    }

    private static void Value(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case decimal amount:
                json.WriteNumber(name, amount);
                break;
            default:
                json.WriteString(name, (string)value);
                break;
        }
    }
}
