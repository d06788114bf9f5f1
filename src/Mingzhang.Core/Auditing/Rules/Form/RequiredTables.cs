using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>应公开的报表齐全：规程要求的各表都有；没有的，文中说明没有此项收支。</summary>
public sealed class RequiredTables : IDisclosureRule
{
    private static readonly string[] Budget =
        ["收支总表", "收入总表", "支出总表", "财政拨款收支总表", "一般公共预算支出表", "一般公共预算基本支出表", "一般公共预算“三公”经费支出表", "政府性基金预算支出表", "国有资本经营预算支出表"];

    private static readonly string[] Final =
        ["收入支出决算总表", "收入决算表", "支出决算表", "财政拨款收入支出决算总表", "一般公共预算财政拨款支出决算表", "一般公共预算财政拨款基本支出决算明细表", "政府性基金预算财政拨款收入支出决算表", "国有资本经营预算财政拨款支出决算表", "财政拨款“三公”经费支出决算表"];

    // A document with fewer tables is an excerpt, and nothing can be said of the rest.
    private const int FewestTables = 4;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("FM-0103", "应公开的报表一张不缺；没有此项收支的，公开空表或在文中说明", "《地方预决算公开操作规程》财预〔2016〕143号");

    // Whether the edition is one of a place and of the document's year, so that its titles are those the document must bear.
    private static bool IsOwn(Edition edition, int? year) =>
        edition.Region is not null && (year is not { } y || (y >= edition.From && y <= (edition.To ?? int.MaxValue)));

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        if (context.Document.Edition is not { } edition || context.Document.Figures.Statements.Count(s => s.Form is not null) < FewestTables)
            yield break;
        var present = context.Document.Figures.Statements.Select(s => s.Form?.Id).ToHashSet(StringComparer.Ordinal);
        var titles = PrintedWords.Headings(context.Disclosure).Select(h => NameText.Normal(h.Text)).ToList();
        foreach (var id in edition.Kind == DisclosureKind.Final ? Final : Budget)
        {
            if (present.Contains(id) || edition.Find(id) is not { } form)
                continue;
            var names = form.AllTitles.Select(NameText.Normal).ToList();
            // The title alone may stand over a picture: something is there, and what it is nobody can check.
            var shown = titles.Exists(t => names.Exists(n => t.EndsWith(n, StringComparison.Ordinal))) || titles.Zip(titles.Skip(1), (a, b) => a + b).Any(t => names.Exists(n => t.EndsWith(n, StringComparison.Ordinal)));
            if (NothingOfTheKind.IsSaid(context.Disclosure, form.Title))
                continue;
            if (shown)
            {
                yield return this.Warning(FindingKind.Missing, $"《{form.Title}》只有表名，下面没有可读的内容；如果是图片，其中的数无法核对，请改为可读的表。") with
                {
                    Statement = form.Title,
                    Quote = form.Title,
                    Printed = "（只有表名）",
                    Expected = form.Title,
                    At = PrintedWords.Headings(context.Disclosure).Where(h => names.Exists(n => NameText.Normal(h.Text).EndsWith(n, StringComparison.Ordinal))).Select(h => h.At).LastOrDefault() ?? Figures.Place.Unknown,
                };
                continue;
            }

            // The forms of final accounts are the same everywhere. A budget read by the national forms, or by those of another year, may print
            // the table under a title nobody here knows.
            var missing = edition.Kind == DisclosureKind.Final || IsOwn(edition, context.Disclosure.Facts.Year)
                ? this.Error(FindingKind.Missing, $"缺少《{form.Title}》，文中也没有说明没有此项收支。")
                : this.Hint(FindingKind.Missing, $"没有认出《{form.Title}》。这个地方、这一年的表样还没有收录，是按相近的表样读取的；如果此表以别的表名公开，可不理会。");
            yield return missing with
            {
                Statement = form.Title,
                Quote = form.Title,
                Expected = form.Title,
            };
        }
    }
}
