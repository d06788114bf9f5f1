using System.Text.RegularExpressions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>文件与文号一一对应：标题不同的文件不用同一文号。</summary>
public sealed partial class DocumentNumbers : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0303", "立项依据中标题不同的文件文号不同");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var form in context.Disclosure.Performance)
        {
            foreach (var field in form.Fields)
            {
                foreach (var same in Document().Matches(field.Value).GroupBy(m => m.Groups["number"].Value).Where(g => g.Select(m => NameText.Normal(m.Groups["title"].Value)).Distinct().Count() > 1))
                {
                    yield return this.Warning(FindingKind.Duplicate, $"标题不同的{same.Count()}个文件用同一文号“{same.Key}”，其中应有误。") with
                    {
                        Statement = form.Form,
                        Row = $"{form.Project}/{field.Key}",
                        Quote = string.Join("、", same.Select(m => m.Value)),
                        Printed = same.Key,
                        Expected = "各文件自己的文号",
                        At = PrintedWords.PlaceOf(context.Disclosure, field.Value, form.At),
                    };
                }
            }
        }
    }

    [GeneratedRegex("《(?<title>[^《》]{6,80})》[（(]?(?<number>[\\u4e00-\\u9fff]{2,8}[\\[【〔（(]\\s?20[0-9]{2}\\s?[\\]】〕）)]第?[0-9]+号)")]
    private static partial Regex Document();
}
