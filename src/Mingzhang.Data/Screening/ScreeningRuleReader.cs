using System.Globalization;
using Mingzhang.Core.Screening;
using Mingzhang.Core.Screening.Kinds;
using Mingzhang.Data.Policies;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Screening;

/// <summary>Reads rules and their cases (data/screening/*.yaml). A new kind is one line in <see cref="Kinds"/>.</summary>
internal sealed class ScreeningRuleReader(ICollection<DataMistake> mistakes)
{
    private const string Example = "示例";
    private static readonly string[] HeadKeys = ["编号", "名称", "种类", "依据", "限值出处", "项目", "除外", "医疗类别", "例"];

    private readonly PolicyNodes _nodes = new(mistakes);
    private readonly ScreeningCaseReader _cases = new(mistakes);

    private sealed record Kind(string[] Keys, Func<ScreeningRuleReader, DataMap, RuleHead, ScreeningRule?> Make);

    private static Dictionary<string, Kind> Kinds { get; } = new(StringComparer.Ordinal)
    {
        ["重复"] = new(["相同", "最多"], (r, m, h) => r.Key(m) is { } key && r.Count(m, "最多", 1) is { } most ? new RepeatedCharge(h, key, most) : null),
        ["集中"] = new(["相同", "人数"], (r, m, h) => r.Key(m) is { } key && r.Count(m, "人数", null) is { } least ? new MassRepetition(h, key, least) : null),
        ["住院重叠"] = new([], (_, _, h) => new OverlappingStays(h)),
        ["再次入院"] = new(["天数"], (r, m, h) => r.Count(m, "天数", null) is { } days ? new Readmission(h, days) : null),
        ["期间外"] = new([], (_, _, h) => new OutsideStay(h)),
        ["住院期间门诊"] = new([], (_, _, h) => new OutpatientDuringStay(h)),
        ["频次"] = new(["期间", "最多"], (r, m, h) => r.Per(m) is { } per && r.Count(m, "最多", null) is { } most ? new TooManySettlements(h, per, most) : null),
        ["性别"] = new(["应为"], (r, m, h) => new WrongSex(h, r._nodes.Choice(m, "应为", "男", "女") ? Sex.Male : Sex.Female)),
        ["年龄"] = new(["最小", "最大"], (r, m, h) => r.Age(m, h)),
        ["数量"] = new(["期间", "最多"], (r, m, h) => r.Per(m) is { } per && r.Number(m, "最多") is { } most ? new QuantityOverLimit(h, per, most) : null),
        ["天数"] = new(["每天", "宽限"], (r, m, h) => r.Number(m, "每天") is { } each && r.Number(m, "宽限") is { } grace ? new QuantityOverDays(h, each, grace) : null),
        ["单价"] = new(["最高"], (r, m, h) => r.Number(m, "最高") is { } highest ? new PriceOverLimit(h, highest) : null),
        ["金额"] = new(["允许差"], (r, m, h) => r.Number(m, "允许差") is { } tolerance ? new AmountMismatch(h, tolerance) : null),
        ["缺前提"] = new(["期间", "须有项目", "须有诊断"], (r, m, h) => r.Condition(m, h)),
        ["互斥"] = new(["期间", "不得同收"], (r, m, h) => r.Per(m) is { } per && r.Patterns(m, "不得同收") is { } others ? new ExclusiveItems(h, per, others) : null),
    };

    public IEnumerable<CasedRule> File(DataMap map)
    {
        _nodes.Expect(map, "规则");
        if (map["规则"] is not DataList list || list.Items.Count == 0)
        {
            _nodes.Mistake(map, "“规则”里至少要有一条。");
            return [];
        }

        return list.Items.Select(Entry).OfType<CasedRule>().ToList();
    }

    private CasedRule? Entry(DataNode node)
    {
        if (node is not DataMap map)
        {
            _nodes.Mistake(node, "一条规则由“名称: 内容”组成，从“- 编号:”写起。");
            return null;
        }

        var word = _nodes.Text(map, "种类");
        if (!Kinds.TryGetValue(word, out var kind))
        {
            if (word.Length > 0)
                _nodes.Mistake(map["种类"]!, $"不认识种类“{word}”；有：{string.Join('、', Kinds.Keys)}。");
            return null;
        }

        _nodes.Expect(map, [.. HeadKeys, .. kind.Keys]);
        var head = Head(map, word, kind.Keys.Length > 0 && word is not ("重复" or "性别" or "缺前提" or "互斥" or "金额"));
        var rule = kind.Make(this, map, head);
        var cases = _cases.Of(map);
        return rule is null ? null : new CasedRule(rule, map.File, cases);
    }

    private RuleHead Head(DataMap map, string kind, bool hasLimit)
    {
        var care = map["医疗类别"] is null ? [] : _nodes.Texts(map, "医疗类别");
        foreach (var unknown in care.Where(c => !Claim.Kinds.Contains(c)))
            _nodes.Mistake(map["医疗类别"]!, $"不认识医疗类别“{unknown}”；有：{string.Join('、', Claim.Kinds)}。");
        var source = hasLimit ? _nodes.Text(map, "限值出处") : "";
        return new RuleHead(
            _nodes.Text(map, "编号"), _nodes.Text(map, "名称"), kind, _nodes.Text(map, "依据"), source == Example ? null : source,
            map["项目"] is null ? null : Patterns(map, "项目"), map["除外"] is null ? null : Patterns(map, "除外"), care);
    }

    private NamePatterns? Patterns(DataMap map, string key)
    {
        var texts = _nodes.Texts(map, key);
        foreach (var all in texts.Where(t => t.Trim('*').Length == 0))
            _nodes.Mistake(map[key]!, $"“{all}”什么都算：写出名称或编码的一部分，例如“*床位费*”。");
        return texts.Count > 0 ? new NamePatterns(texts) : null;
    }

    private ClaimKey? Key(DataMap map)
    {
        var fields = _nodes.Texts(map, "相同");
        var unknown = fields.Where(f => !ClaimKey.Fields.Contains(f)).ToList();
        foreach (var field in unknown)
            _nodes.Mistake(map["相同"]!, $"不认识栏“{field}”；有：{string.Join('、', ClaimKey.Fields)}。");
        return fields.Count > 0 && unknown.Count == 0 ? new ClaimKey(fields) : null;
    }

    private Period? Per(DataMap map)
    {
        var word = _nodes.Text(map, "期间");
        if (Periods.Words.TryGetValue(word, out var period))
            return period;
        if (word.Length > 0)
            _nodes.Mistake(map["期间"]!, $"不认识期间“{word}”；有：{string.Join('、', Periods.Words.Keys)}。");
        return null;
    }

    private int? Count(DataMap map, string key, int? usual)
    {
        if (map[key] is null && usual is not null)
            return usual;
        var text = _nodes.Text(map, key);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            return count;
        if (text.Length > 0)
            _nodes.Mistake(map[key]!, $"“{key}”应是不小于 0 的整数，现为“{text}”。");
        return null;
    }

    private decimal? Number(DataMap map, string key)
    {
        var text = _nodes.Text(map, key);
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return number;
        if (text.Length > 0)
            _nodes.Mistake(map[key]!, $"“{key}”应是不小于 0 的数，不带单位，现为“{text}”。");
        return null;
    }

    private WrongAge? Age(DataMap map, RuleHead head)
    {
        var (youngest, oldest) = (map["最小"] is null ? null : Count(map, "最小", null), map["最大"] is null ? null : Count(map, "最大", null));
        if (youngest is not null || oldest is not null)
            return new WrongAge(head, youngest, oldest);
        _nodes.Mistake(map, "“最小”“最大”至少写一个，单位为周岁。");
        return null;
    }

    private MissingCondition? Condition(DataMap map, RuleHead head)
    {
        var (items, diagnoses) = (map["须有项目"] is null ? null : Patterns(map, "须有项目"), map["须有诊断"] is null ? null : Patterns(map, "须有诊断"));
        if (items is null && diagnoses is null)
            _nodes.Mistake(map, "“须有项目”“须有诊断”至少写一个。");
        return Per(map) is { } per && (items ?? diagnoses) is not null ? new MissingCondition(head, per, items, diagnoses) : null;
    }
}
