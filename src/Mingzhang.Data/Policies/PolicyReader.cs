using Mingzhang.Core.Assistance.Policies;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Policies;

/// <summary>Reads one version of a place's policy of medical assistance, and the national frame (data/policies/医疗救助).</summary>
internal sealed class PolicyReader(ICollection<DataMistake> mistakes)
{
    private readonly PolicyNodes _nodes = new(mistakes);

    /// <summary>The version; null when a value it cannot be without is missing or wrong.</summary>
    public AssistancePolicy? Policy(DataMap map, string id)
    {
        _nodes.Expect(map, "名称", "地区", "施行", "停止", "核对", "身份认定", "上年人均可支配收入", "对象", "待遇", "倾斜救助", "代理费");
        var (name, place) = (_nodes.Text(map, "名称"), _nodes.Text(map, "地区"));
        var (from, to, checkedOn) = (_nodes.Day(map, "施行", required: true), _nodes.Day(map, "停止", required: false), _nodes.Day(map, "核对", required: true));
        if (to < from)
            _nodes.Mistake(map["停止"]!, "“停止”早于“施行”。");
        var throughout = _nodes.Choice(map, "身份认定", "住院期间", "出院当日");
        var income = _nodes.Yuan(map, "上年人均可支配收入", required: false);
        var subjects = _nodes.Texts(map, "对象");
        var benefits = (map["待遇"] as DataList)?.Items.OfType<DataMap>().Select(b => Benefit(b, subjects)).OfType<Benefit>().ToList() ?? [];
        if (benefits.Count == 0)
            _nodes.Mistake(map, "“待遇”里至少要有一行。");
        foreach (var twice in benefits.SelectMany(b => b.Care.Select(c => (b.Subject, Care: c))).GroupBy(k => k).Where(g => g.Count() > 1))
            _nodes.Mistake(map["待遇"]!, $"“{twice.Key.Subject}”的{twice.Key.Care.ChineseName()}写了两行，只能有一行。");
        // Two pools for one kind of care would let a person with two identities draw both caps.
        foreach (var split in benefits.SelectMany(b => b.Care.Select(c => (Care: c, b.Pool))).GroupBy(k => k.Care, k => k.Pool).Where(g => g.Distinct(StringComparer.Ordinal).Count() > 1))
            _nodes.Mistake(map["待遇"]!, $"{split.Key.ChineseName()}分在几个额度里（{string.Join('、', split.Distinct(StringComparer.Ordinal))}）；一种类别只能属于一个额度。");
        var tilted = map["倾斜救助"] is DataMap rule ? Tilted(rule, subjects) : null;
        var (agent, provision) = map["代理费"] is DataMap fee ? (_nodes.Share(fee, "比例"), _nodes.Provision(fee)) : (null, new Provision("", null));
        if (map["代理费"] is not DataMap)
            _nodes.Mistake(map, "缺少“代理费”；没有代理费的写 0%。");
        return from is { } first && checkedOn is { } day && agent is { } share
            ? new AssistancePolicy(id, name, place, first, to, day, throughout, income, subjects, benefits, tilted, share, provision)
            : null;
    }

    /// <summary>The national frame.</summary>
    public NationalFrame Frame(DataMap map)
    {
        _nodes.Expect(map, "名称", "文号", "核对", "界限");
        var bounds = (map["界限"] as DataMap)?.Entries.Select(Bound).OfType<FrameBound>().ToList() ?? [];
        return new NationalFrame(_nodes.Text(map, "名称"), _nodes.Text(map, "文号"), bounds);
    }

    private FrameBound? Bound(DataEntry entry)
    {
        if (entry.Value is not DataMap map)
        {
            _nodes.Mistake(entry.Value, "应写“起付标准上限”和“比例下限”。");
            return null;
        }

        _nodes.Expect(map, "起付标准上限", "比例下限");
        return new FrameBound(entry.Key, _nodes.Share(map, "起付标准上限", required: false), _nodes.Share(map, "比例下限", required: false));
    }

    private Benefit? Benefit(DataMap map, IReadOnlyList<string> subjects)
    {
        _nodes.Expect(map, "对象", "类别", "额度", "起付标准", "比例", "年度限额", "文号", "条");
        var subject = _nodes.Text(map, "对象");
        Known(map, subject, subjects);
        var care = new List<CareKind>();
        foreach (var word in _nodes.Texts(map, "类别"))
        {
            if (CareKinds.Words.TryGetValue(word, out var kind))
                care.Add(kind);
            else
                _nodes.Mistake(map["类别"]!, $"不认识类别“{word}”；有：{string.Join('、', CareKinds.Words.Keys)}。");
        }

        var pool = _nodes.Text(map, "额度");
        var (deductible, share, cap) = (_nodes.Yuan(map, "起付标准"), _nodes.Share(map, "比例"), _nodes.Yuan(map, "年度限额"));
        var provision = _nodes.Provision(map);
        return deductible is { } first && share is { } part && cap is { } most ? new Benefit(subject, care, pool, first, part, most, provision) : null;
    }

    private TiltedBenefit? Tilted(DataMap map, IReadOnlyList<string> subjects)
    {
        _nodes.Expect(map, "对象", "门槛", "比例", "年度限额", "按规定转诊", "文号", "条");
        var whom = _nodes.Texts(map, "对象");
        foreach (var subject in whom)
            Known(map, subject, subjects);
        var (threshold, share, cap) = (_nodes.Yuan(map, "门槛"), _nodes.Share(map, "比例"), _nodes.Yuan(map, "年度限额"));
        var referral = _nodes.Choice(map, "按规定转诊", "是", "否");
        var provision = _nodes.Provision(map);
        return threshold is { } from && share is { } part && cap is { } most ? new TiltedBenefit(whom, from, part, most, referral, provision) : null;
    }

    private void Known(DataMap map, string subject, IReadOnlyList<string> subjects)
    {
        if (!subjects.Contains(subject))
            _nodes.Mistake(map["对象"] ?? map, $"“{subject}”不在“对象”里；有：{string.Join('、', subjects)}。");
    }
}
