namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>整体绩效目标表的收支构成填写完整。</summary>
public sealed class WholeComposition : IDisclosureRule
{
    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0112", "部门整体支出绩效目标表的收支构成（当年金额、占比、近两年）填写完整", "《中央部门预算绩效目标管理办法》财预〔2015〕88号（地方参照其表式）");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        foreach (var whole in ProjectForm.All(context.Disclosure).Where(f => f.IsWhole))
        {
            var filled = whole.Form.Fields.Where(f => f.Key.Contains("构成/", StringComparison.Ordinal)).ToList();
            bool Has(string side, string row) => filled.Exists(f => f.Key.Contains($"{side}构成/{row}/", StringComparison.Ordinal) && !f.Key.EndsWith("占比", StringComparison.Ordinal));
            // Nothing at all was read: the part may be missing from the form, or from our reading.
            if (filled.Count == 0 || Has("收入", "合计") || Has("支出", "合计") || Has("收入", "财政拨款"))
                continue;
            yield return this.Error(FindingKind.Missing, $"《{whole.Form.Form}》的收支构成没有填写完整：只有{string.Join("、", filled.Select(f => $"{f.Key[(f.Key.IndexOf('/', StringComparison.Ordinal) + 1)..]} {f.Value}"))}，财政拨款、收入合计、支出合计的当年金额都是空白。") with
            {
                Statement = whole.Form.Form,
                Row = "部门总体收支情况",
                Column = new Disclosures.ColumnPath("当年金额"),
                Quote = string.Join(" | ", filled.Select(f => f.Key.Split('/')).SelectMany(k => k.Skip(2)).Concat(filled.Select(f => f.Value))),
                Printed = string.Join("、", filled.Select(f => f.Value)),
                Expected = "各行的当年金额、占比和近两年金额",
                At = PrintedWords.PlaceOf(context.Disclosure, "总体收支情况", whole.Form.At),
            };
        }
    }
}
