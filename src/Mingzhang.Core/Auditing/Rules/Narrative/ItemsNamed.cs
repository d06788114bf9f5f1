using Mingzhang.Core.Auditing.Sentences;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Narrative;

namespace Mingzhang.Core.Auditing.Rules.Narrative;

/// <summary>列名与表相符：“人员经费主要包括：基本工资……”列出的经济科目表中有数，表中有数的都列出。</summary>
internal sealed class ItemsNamed : IDisclosureRule
{
    private const int MostSingle = 5;

    private static readonly string[] Forms = ["一般公共预算基本支出表", "一般公共预算财政拨款基本支出决算明细表"];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("NA-0403", "文中列名的经济科目应与基本支出表一致：列出的有金额，有金额的都列出");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var rows = Rows(context);
        if (rows.Count == 0)
            yield break;
        foreach (var paragraph in context.Narrative.Paragraphs)
        {
            foreach (var list in paragraph.Parsed.NameLists)
            {
                if (list.Owner is not { } owner || owner.Amount.Value == 0m || Scope(context, owner, rows) is not { } scope)
                    continue;
                foreach (var finding in Judge(context, paragraph, list, [.. rows.Where(r => scope.Any(s => r.Code.StartsWith(s, StringComparison.Ordinal)))]))
                    yield return finding;
            }
        }
    }

    private IEnumerable<Finding> Judge(RuleContext context, StatingParagraph paragraph, NameListClaim list, List<ItemRow> rows)
    {
        var named = list.Names.Select(n => new { n.Name, n.Span, Row = Find(context, n.Name, rows) }).ToList();
        if (named.Count(n => n.Row is not null) * 2 < named.Count)
            yield break;
        var zero = named.Where(n => n.Row is { Value: 0m }).ToList();
        if (zero.Count > MostSingle)
        {
            yield return this.At(
                paragraph, list.Span, Severity.Warning, FindingKind.TextVsTable,
                $"“{list.Subject}”列出的 {string.Join('、', zero.Select(z => z.Name))} 在表中金额为零，请按实际有金额的科目列示。") with
            { Row = list.Subject };
        }
        else
        {
            foreach (var item in zero)
            {
                yield return this.At(
                    paragraph, Around(list, item.Span), Severity.Warning, FindingKind.TextVsTable,
                    $"“{list.Subject}”中列出“{item.Name}”，表中“{item.Row!.Name}”（{item.Row.Code}）{(item.Row.Text.Length == 0 ? "没有金额" : $"金额为 {item.Row.Text}")}，请核对。", item.Name, item.Row.Text) with
                { Row = item.Row.Code };
            }
        }

        var missed = rows.Where(r => r.Value > 0m && r.Code.Length == 5 && !named.Exists(n => n.Row == r || IsLike(n.Name, r.Name))).ToList();
        var listed = rows.Count(r => r.Value > 0m && r.Code.Length == 5) - missed.Count;
        // “等” leaves the rest open; but where nearly all are named, one left out is likely forgotten.
        if (missed.Count == 0 || (list.IsOpen && missed.Count * 5 > listed) || missed.Count > listed)
            yield break;
        var words = string.Join('、', missed.Select(m => $"{m.Name}（{m.Code}）{m.Text}"));
        yield return this.At(
            paragraph, list.Span, Severity.Warning, FindingKind.TextVsTable, $"“{list.Subject}”列出的科目没有包括表中有金额的 {words}，请核对。", null, string.Join('、', missed.Select(m => m.Name))) with
        { Row = list.Subject };
    }

    // The name with its neighbours, as it stands.
    private static TextSpan Around(NameListClaim list, TextSpan span)
    {
        var at = list.Names.ToList().FindIndex(n => n.Span == span);
        var from = at > 0 ? list.Names[at - 1].Span : span;
        var to = at + 1 < list.Names.Count ? list.Names[at + 1].Span : span;
        return from.To(to);
    }

    private static bool IsLike(string name, string row) =>
        NameText.Likeness(NameText.Normal(name), NameText.Normal(row)) >= 550 || name.EndsWith(row, StringComparison.Ordinal) || row.StartsWith(name, StringComparison.Ordinal);

    private static ItemRow? Find(RuleContext context, string name, List<ItemRow> rows)
    {
        var normal = NameText.Normal(name);
        var codes = context.Narrative.Codes.Economics(name);
        return rows.Find(r => NameText.Normal(r.Name) == normal) ?? rows.Find(r => codes.Contains(r.Code))
            ?? (codes.Count == 1 && codes.First() is { Length: 5 } code && rows.Exists(r => r.Code == code[..3]) ? new ItemRow(code, name, 0m, "") : null)
            ?? rows.Where(r => normal.EndsWith(NameText.Normal(r.Name), StringComparison.Ordinal)).MaxBy(r => r.Name.Length);
    }

    // 人员经费: 301 and 303; 公用经费: all others; 机关运行经费 where it equals 公用经费.
    private static string[]? Scope(RuleContext context, AmountClaim owner, List<ItemRow> rows)
    {
        var subject = owner.Subject;
        if (subject.Contains("工资福利", StringComparison.Ordinal))
            return ["301"];
        if (subject.Contains("对个人和家庭", StringComparison.Ordinal))
            return ["303"];
        if (subject.Contains("人员经费", StringComparison.Ordinal))
            return ["301", "303"];
        if (subject.Contains("公用经费", StringComparison.Ordinal))
            return ["302", "307", "310", "399"];
        if (!subject.Contains("机关运行", StringComparison.Ordinal))
            return null;
        var operating = rows.Where(r => r.Code.Length == 3 && r.Code is not ("301" or "303")).Sum(r => r.Value);
        return context.Narrative.Printed(owner).Value == operating * 10_000m ? ["302", "307", "310", "399"] : null;
    }

    private static List<ItemRow> Rows(RuleContext context)
    {
        var rows = new List<ItemRow>();
        foreach (var bound in context.Document.Figures.Statements.Where(s => Forms.Contains(s.Form?.Id)))
        {
            foreach (var row in bound.Rows.Where(r => r.Code is not null))
            {
                var cell = row.Row.Cells.FirstOrDefault(c => c.Figure is not null && row.Side is not null && bound.Column(row.Side, c.Column) is { Text: null, Id: "合计" or "金额" });
                if (cell is { Sure: true })
                    rows.Add(new ItemRow(row.Code!, Labels.Bare(row.Row.Name), cell.Figure!.Value.Value, cell.Text ?? ""));
            }
        }

        return rows;
    }

    private sealed record ItemRow(string Code, string Name, decimal Value, string Text);
}
