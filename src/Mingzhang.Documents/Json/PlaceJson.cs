using System.Buffers.Text;
using System.Text.Json;
using Mingzhang.Core.Figures;

namespace Mingzhang.Documents.Json;

/// <summary>Places (位置) as JSON: <c>"at": {"page", "line", "box"}</c>. The box is geometry of a page, so its numbers are no amounts.</summary>
internal static class PlaceJson
{
    public static void Write(Utf8JsonWriter json, Place at)
    {
        json.WriteStartObject("at"u8);
        JsonParts.Whole(json, "page"u8, at.Page);
        JsonParts.Whole(json, "line"u8, at.Line);
        if (at.Box is not null)
        {
            json.WriteStartArray("box"u8);
            foreach (var edge in at.Box)
                json.WriteNumberValue(edge);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    public static Place Read(ref JsonCursor cursor)
    {
        if (!cursor.Object())
            return Place.Unknown;
        int? page = null, line = null;
        List<double>? box = null;
        while (cursor.NextKey())
        {
            if (cursor.Is("page"u8))
                page = cursor.Whole();
            else if (cursor.Is("line"u8))
                line = cursor.Whole();
            else if (cursor.Is("box"u8))
                box = Box(ref cursor);
            else
                cursor.Skip();
        }

        return page is null && line is null && box is null ? Place.Unknown : new Place(page, line, box);
    }

    private static List<double>? Box(ref JsonCursor cursor)
    {
        if (!cursor.Array())
            return null;
        var box = new List<double>(4);
        while (cursor.NextItem())
        {
            var digits = cursor.Digits();
            if (!Utf8Parser.TryParse(digits, out double edge, out var used) || used != digits.Length || !double.IsFinite(edge))
                throw cursor.Expected("数");
            box.Add(edge);
        }

        return box;
    }
}
