using System.Text;

namespace Mingzhang.Documents.Publishing.OpenData;

/// <summary>Writes CSV as spreadsheet programs and RFC 4180 want it.</summary>
public static class CsvText
{
    /// <summary>The mark by which spreadsheet programs know UTF-8.</summary>
    public const string Mark = "\ufeff";

    /// <summary>One line, ended by CR LF; fields with commas, quotes or line breaks are quoted.</summary>
    public static void Line(StringBuilder text, IReadOnlyList<string> fields)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            if (i > 0)
                text.Append(',');
            var field = fields[i];
            if (field.AsSpan().IndexOfAny(",\"\r\n") < 0)
                text.Append(field);
            else
                text.Append('"').Append(field.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }

        text.Append("\r\n");
    }
}
