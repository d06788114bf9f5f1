namespace Mingzhang.Documents.Reading.Excel;

/// <summary>What a number format of a workbook asks for (数字格式): decimals, separators, percent. The rest changes no figure.</summary>
/// <param name="Decimals">Decimals shown; null for the general format.</param>
/// <param name="HasThousands">Whether thousands are parted.</param>
/// <param name="IsPercent">Whether it shows hundredths.</param>
internal readonly record struct NumberFormat(int? Decimals, bool HasThousands, bool IsPercent)
{
    private const int MostDecimals = 12;

    /// <summary>Reads a format such as <c>#,##0.00_);(#,##0.00)</c>.</summary>
    public static NumberFormat Of(string? format)
    {
        if (string.IsNullOrEmpty(format) || format.StartsWith("General", StringComparison.OrdinalIgnoreCase) || format == "@")
            return default;
        var decimals = 0;
        var afterPoint = false;
        var digits = false;
        var thousands = false;
        var percent = false;
        for (var i = 0; i < format.Length && format[i] != ';'; i++)
        {
            switch (format[i])
            {
                case '"':
                    i = Skip(format, i, '"');
                    break;
                case '[':
                    i = Skip(format, i, ']');
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '.':
                    afterPoint = true;
                    break;
                case ',' when digits && !afterPoint:
                    thousands = true;
                    break;
                case '%':
                    percent = true;
                    break;
                case '0' or '#' or '?':
                    digits = true;
                    if (afterPoint)
                        decimals++;
                    break;
            }
        }

        return digits ? new NumberFormat(Math.Min(decimals, MostDecimals), thousands, percent) : default;
    }

    private static int Skip(string format, int from, char end)
    {
        var at = format.IndexOf(end, from + 1);
        return at < 0 ? format.Length : at;
    }
}
