using System.Globalization;

namespace Mingzhang.Documents.Json;

/// <summary>
/// Labels (标签) as keys of a JSON object. A form may print a label twice and an object holds a key once, so the
/// second 预算数 is written 预算数#2, the third 预算数#3. A label that itself ends in # and digits is written with its
/// count even the first time, so that reading, which drops one such ending, always gives back what was printed.
/// </summary>
internal static class LabelKeys
{
    /// <summary>Keys of the labels, in order; all differ.</summary>
    public static IEnumerable<string> Of(IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (label, _) in fields)
        {
            var count = counts[label] = counts.GetValueOrDefault(label) + 1;
            yield return count == 1 && CountAt(label) < 0 ? label : label + "#" + count.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The label that a key stands for.</summary>
    public static string LabelOf(string key) => CountAt(key) is >= 0 and var at ? key[..at] : key;

    // Where “#” and digits begin at the end; -1 where they do not stand there.
    private static int CountAt(string text)
    {
        var at = text.LastIndexOf('#');
        return at >= 0 && at < text.Length - 1 && text.AsSpan(at + 1).IndexOfAnyExceptInRange('0', '9') < 0 ? at : -1;
    }
}
