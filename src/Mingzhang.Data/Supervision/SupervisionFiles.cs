using System.Globalization;
using Mingzhang.Core.Supervision.Cases;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Supervision;

/// <summary>Reads data/supervision: violations, what follows from them, deadlines (监管参数).</summary>
public static class SupervisionFiles
{
    /// <summary>Names of the files.</summary>
    public const string Bases = "处理依据.yaml", Violations = "违规目录.yaml";

    /// <summary>Reads both files of the folder.</summary>
    public static SupervisionRules Load(string folder, ICollection<DataMistake> mistakes) =>
        Read(File.ReadAllText(Path.Combine(folder, Bases)), File.ReadAllText(Path.Combine(folder, Violations)), mistakes);

    /// <summary>Reads both texts.</summary>
    public static SupervisionRules Read(string bases, string violations, ICollection<DataMistake> mistakes)
    {
        var root = YamlFile.Parse(bases, Bases, mistakes);
        var read = ((root?["依据"] as DataMap)?.Entries ?? []).Select(e => Basis(e, mistakes)).OfType<PenaltyBasis>().ToList();
        var deadlines = ((root?["期限"] as DataList)?.Items ?? []).Select(n => Deadline(n, mistakes)).OfType<CaseDeadline>().ToList();
        if (root is not null && read.TrueForAll(b => b.Name != SupervisionRules.Fraud))
            mistakes.Add(new DataMistake(Bases, 1, 1, $"缺“{SupervisionRules.Fraud}”：以骗取为目的的违规按它处理。"));
        var listed = new List<Violation>();
        foreach (var entry in YamlFile.Parse(violations, Violations, mistakes)?.Entries ?? [])
        {
            var map = entry.Value as DataMap;
            var (basis, clause) = (Text(map, "依据"), Text(map, "条款"));
            if (!read.Exists(b => b.Name == basis))
                mistakes.Add(new DataMistake(Violations, entry.Line, entry.Column, $"“{entry.Key}”的依据应是：{string.Join('、', read.Select(b => b.Name))}。"));
            else if (clause.Length == 0)
                mistakes.Add(new DataMistake(Violations, entry.Line, entry.Column, $"“{entry.Key}”缺条款。"));
            else
                listed.Add(new Violation(entry.Key, basis, clause, Text(map, "说明"), [.. ((map?["疑点"] as DataList)?.Items ?? []).OfType<DataScalar>().Select(s => s.Value ?? "")]));
        }

        return new SupervisionRules(listed, read, deadlines);
    }

    private static PenaltyBasis? Basis(DataEntry entry, ICollection<DataMistake> mistakes)
    {
        var map = entry.Value as DataMap;
        var (times, fixedYuan) = (Pair(map, "倍数"), Pair(map, "固定幅度（元）"));
        var (article, fineOf) = (Text(map, "条文"), Text(map, "罚款基数"));
        if (article.Length == 0 || times is null != (fineOf.Length == 0) || (times is not null && fixedYuan is not null))
        {
            mistakes.Add(new DataMistake(Bases, entry.Line, entry.Column, $"“{entry.Key}”应写条文；按倍数罚款的写罚款基数和倍数 [下限, 上限]，否则写固定幅度（元）或都不写。"));
            return null;
        }

        var measures = ((map?["处理方式"] as DataList)?.Items ?? []).OfType<DataScalar>().Select(s => s.Value ?? "").Where(s => s.Length > 0).ToList();
        return new PenaltyBasis(
            entry.Key, article, fineOf, times?.From ?? 0m, times?.To ?? 0m, (long)((fixedYuan?.From ?? 0m) * 100m), (long)((fixedYuan?.To ?? 0m) * 100m), Text(map, "条件"), measures, IsChecked(map));
    }

    private static CaseDeadline? Deadline(DataNode node, ICollection<DataMistake> mistakes)
    {
        var map = node as DataMap;
        if (CaseProcess.Parse(Text(map, "起")) is { } from && CaseProcess.Parse(Text(map, "止")) is { } to && to > from
            && int.TryParse(Text(map, "天数"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days > 0)
            return new CaseDeadline(from, to, days, Text(map, "条文"), IsChecked(map));
        mistakes.Add(new DataMistake(node.File, node.Line, node.Column, "期限应写起、止（立案、调查、告知、审核、决定、执行、结案，止在起之后）和天数。"));
        return null;
    }

    private static (decimal From, decimal To)? Pair(DataMap? map, string key)
    {
        var items = ((map?[key] as DataList)?.Items ?? []).OfType<DataScalar>().Select(s => s.Value).ToList();
        return items.Count == 2 && decimal.TryParse(items[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var from)
            && decimal.TryParse(items[1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var to) && from <= to ? (from, to) : null;
    }

    private static bool IsChecked(DataMap? map) => Text(map, "核对") == "已核";

    private static string Text(DataMap? map, string key) => (map?[key] as DataScalar)?.Value ?? "";
}
