using System.Text.RegularExpressions;
using Mingzhang.Data.Workbench;

namespace Mingzhang.Data.Intake;

/// <summary>Words of exports as ours (导出用语): codes with their names behind them, values with codes before them.</summary>
internal static partial class ExportWords
{
    /// <summary>The code of a text like “[30201]办公费”; the text itself where it begins with none.</summary>
    public static string Code(string text) => Coded().Match(text) is { Success: true } m ? m.Groups["code"].Value : text;

    /// <summary>What a value of a column means to us.</summary>
    public static string Value(ExportColumns exports, string column, string text)
    {
        if (text.Length == 0)
            return "";
        var words = LeadingCode().Replace(text, "");
        return exports.Values.TryGetValue(column, out var map) ? map.GetValueOrDefault(words) ?? map.GetValueOrDefault(text) ?? words : words;
    }

    [GeneratedRegex(@"^[\[【(（]?(?<code>[0-9][0-9A-Za-z]+)([\]】)）]|[-—_ ：:]|$)")]
    private static partial Regex Coded();

    [GeneratedRegex(@"^[\[【(（]?[0-9]+[\]】)）]?[-—_ ：:]?")]
    private static partial Regex LeadingCode();
}
