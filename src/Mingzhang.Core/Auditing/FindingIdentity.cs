using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mingzhang.Core.Auditing;

/// <summary>
/// What makes a finding the same one when a document is read again, or in its next version (发现的身份): the rule and the place by words,
/// never by position or figure. What was printed there is told apart, so that a judgement is not carried over to another figure.
/// </summary>
/// <param name="Key">16 hexadecimal digits.</param>
/// <param name="Fact">What was printed, and what it should be.</param>
public sealed record FindingIdentity(string Key, string Fact)
{
    private const int KeyLength = 16;

    /// <summary>The identities of the findings of one document, in their order; of two that name the same place the second is told by its number.</summary>
    public static IReadOnlyList<FindingIdentity> Of(IReadOnlyList<Finding> findings)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. findings.Select(f =>
        {
            var words = Words(f);
            var count = seen[words] = seen.GetValueOrDefault(words) + 1;
            return new FindingIdentity(Digest(words + "\n" + count.ToString(CultureInfo.InvariantCulture)), Tight($"{f.Printed ?? f.Quote ?? f.Message}→{f.Expected}", masksDigits: false));
        })];
    }

    private static string Words(Finding finding) => string.Join(
        '\n',
        finding.Rule,
        finding.Statement,
        Tight(finding.Section ?? "", masksDigits: true),
        finding.Row,
        finding.Column?.Text,
        // A cell is named by its table, row and column; everything else by the words that stand there.
        finding.Column is null ? Tight(finding.Quote ?? finding.Message, masksDigits: true) : "");

    // Figures change from version to version, and so do numbers of headings.
    private static string Tight(string text, bool masksDigits)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                continue;
            var isDigit = masksDigits && (char.IsDigit(c) || c is '.' or ',' or '，' or '．');
            if (!isDigit)
                builder.Append(c);
            else if (builder.Length == 0 || builder[^1] != '#')
                builder.Append('#');
        }

        return builder.ToString();
    }

    private static string Digest(string words) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(words)))[..KeyLength];
}
