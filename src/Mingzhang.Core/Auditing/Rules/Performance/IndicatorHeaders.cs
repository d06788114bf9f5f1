
namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>指标表的表头和指标名称齐全。</summary>
public sealed class IndicatorHeaders : IDisclosureRule
{
    // A single row without a name is another matter.
    private const int FewestIndicators = 3;

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0114", "指标表的表头（一级指标、二级指标、三级指标）齐全，指标名称不空白", "《中央部门预算绩效目标管理办法》财预〔2015〕88号（地方参照其表式）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var forms = ProjectForm.All(context.Disclosure).Where(f => f.Form.Indicators.Count > 0).Select(f => new { Form = f, Texts = FormTexts.Of(context.Disclosure, f.Form) }).ToList();
        foreach (var each in forms)
        {
            var (form, texts) = (each.Form, each.Texts);
            var indicators = form.Form.Indicators;
            var header = texts.FirstOrDefault(t => t.StartsWith("指标名称", StringComparison.Ordinal) || t.StartsWith("三级指标", StringComparison.Ordinal));
            if (header is not null && indicators.Count >= FewestIndicators && indicators.All(i => i.Level3 is null))
            {
                yield return this.Error(FindingKind.Missing, $"{form.Called()}的{indicators.Count}行指标，“{header}”栏全部空白，名称与指标值混写。").In(
                    form, $"{indicators.Select(i => i.Goal).Distinct().Count()}个目标的全部{indicators.Count}行指标", header, indicators[0].Row(), "（空白）", "逐行填写指标名称", indicators[0].At);
            }

            // The word is wanting in one form only: its brothers print it, and the cells below are filled.
            foreach (var word in new[] { "一级指标", "二级指标", "三级指标" })
            {
                var filled = word switch
                {
                    "一级指标" => indicators.Count(i => i.Level1 is not null),
                    "二级指标" => indicators.Count(i => i.Level2 is not null),
                    _ => indicators.Count(i => i.Level3 is not null),
                };
                var others = new[] { "一级指标", "二级指标", "三级指标" }.Where(w => w != word);
                if (filled == 0 || Prints(texts, word) || !others.All(o => Prints(texts, o)) || forms.Count(f => f.Form.Form.Form == form.Form.Form && Prints(f.Texts, word)) < 2)
                    continue;
                yield return this.Error(FindingKind.Column, $"{form.Called()}的指标表表头缺“{word}”，同类各表都有，栏下的内容仍是{word}。").In(
                    form, "表头", word, string.Join(' ', others), "（空白）", word, PrintedWords.PlaceOf(context.Disclosure, others.First(), form.Form.At));
            }
        }
    }

    // A cell may break the word after its second character.
    private static bool Prints(IReadOnlyList<string> texts, string word) => texts.Any(t => t.Contains(word, StringComparison.Ordinal) || t.EndsWith(word[..2], StringComparison.Ordinal));
}
