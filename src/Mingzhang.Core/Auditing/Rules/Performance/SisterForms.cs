using System.Text.RegularExpressions;
using Mingzhang.Core.Editions.Matching;

namespace Mingzhang.Core.Auditing.Rules.Performance;

/// <summary>同一表内、同类各表之间同一事项填写一致：项目名称、单位名称、主管部门编码。</summary>
public sealed partial class SisterForms : IDisclosureRule
{
    private static readonly string[] Units = ["单位名称", "编报单位", "填报单位", "主管部门", "项目主管部门"];

    private static readonly string[] Coded = ["主管部门及编码", "主管部门及代码"];

    /// <inheritdoc/>
    public RuleInfo Info { get; } = new("PF-0304", "绩效表的申报项目名称与项目名称、各表的单位名称（不用简称）、主管部门编码与报表的单位代码一致");

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(RuleContext context)
    {
        var forms = ProjectForm.All(context.Disclosure);
        foreach (var form in forms)
        {
            if (form.Field("申报项目名称") is { } applied && form.Field("项目名称") is { } named && NameText.Normal(applied) != NameText.Normal(named))
            {
                yield return this.Error(FindingKind.Name, $"同一张表的申报项目名称是“{applied}”，项目名称是“{named}”。").In(
                    form, "项目名称", "项目名称", $"项目名称 {named}", named, applied, PrintedWords.PlaceOf(context.Disclosure, named, form.Form.At));
            }
        }

        foreach (var unit in Units)
        {
            var said = forms.Where(f => f.Field(unit) is not null).GroupBy(f => f.Field(unit)!).OrderByDescending(g => g.Count()).ToList();
            foreach (var shorter in said)
            {
                if (said.FirstOrDefault(full => IsShort(shorter.Key, full.Key)) is not { } full)
                    continue;
                var first = shorter.First();
                yield return this.Warning(FindingKind.Name, $"{string.Join("、", shorter.Select(f => f.Called()))}的{unit}写作“{shorter.Key}”，{full.First().Called()}等表写全称“{full.Key}”。").In(
                    first, unit, unit, $"{unit}：{shorter.Key}", shorter.Key, full.Key, PrintedWords.PlaceOf(context.Disclosure, shorter.Key, first.Form.At));
            }
        }

        if (Codes(context, forms) is { } codes)
            yield return codes;
    }

    // The characters of the short name stand in the full one in their order; only the higher place left out is no short name.
    private static bool IsShort(string name, string full)
    {
        var bare = Inner().Replace(name, "");
        var whole = Inner().Replace(full, "");
        if (bare.Length < 3 || bare.Length >= whole.Length || (whole.EndsWith(bare, StringComparison.Ordinal) && whole[..^bare.Length][^1] is '省' or '市' && bare == name))
            return false;
        var at = 0;
        foreach (var c in bare)
        {
            at = whole.IndexOf(c, at) + 1;
            if (at == 0)
                return false;
        }

        return bare[^1] == whole[^1];
    }

    private Finding? Codes(RuleContext context, IReadOnlyList<ProjectForm> forms)
    {
        var printed = forms.SelectMany(f => Coded.Select(c => new { Form = f, Field = c, Text = f.Field(c) })).Where(p => p.Text is not null && Code().IsMatch(p.Text))
            .Select(p => new { p.Form, p.Field, Text = p.Text!, Code = Code().Match(p.Text!).Value, Name = NameText.Normal(Code().Replace(p.Text!, "").Trim('[', ']', '【', '】', '-')) }).ToList();
        if (printed.Count == 0)
            return null;
        var known = context.Disclosure.Statements.SelectMany(s => s.Rows).Where(r => r.Key.Length is >= 3 and <= 12 && r.Key.All(char.IsAsciiDigit) && NameText.Normal(r.Name) is { Length: > 4 } name && printed.Exists(p => name.StartsWith(p.Name, StringComparison.Ordinal) || p.Name == name))
            .Select(r => r.Key).Distinct().ToList();
        var strange = known.Count == 0 ? [] : printed.FindAll(p => !known.Contains(p.Code));
        var differ = printed.Select(p => p.Code).Distinct().ToList();
        if (strange.Count == 0)
            return null;
        var message = $"{printed[0].Field}填“{string.Join("”“", differ)}”{(differ.Count > 1 ? "，各表不一" : "")}，报表中本部门、本单位的代码是{string.Join("、", known)}。";
        return (differ.Count > 1 ? this.Error(FindingKind.Code, message) : this.Warning(FindingKind.Code, message)).In(
            strange[0].Form, strange[0].Field, strange[0].Field, strange[0].Text, string.Join("；", differ), string.Join("；", known), PrintedWords.PlaceOf(context.Disclosure, strange[0].Text, strange[0].Form.Form.At));
    }

    [GeneratedRegex("[0-9]{3,12}")]
    private static partial Regex Code();

    [GeneratedRegex("(机关|本级|（本级）|\\(本级\\))$")]
    private static partial Regex Inner();
}
