using System.Globalization;
using Mingzhang.Core.Assistance.Enrolment;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Policies;

/// <summary>Reads how places subsidise enrolment, a file for each place and year (data/policies/资助参保).</summary>
public static class EnrolmentPolicies
{
    /// <summary>Reads the folder.</summary>
    /// <param name="folder">The folder data/policies/资助参保.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static IReadOnlyList<EnrolmentPolicy> Load(string folder, ICollection<DataMistake> mistakes)
    {
        var policies = new List<EnrolmentPolicy>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            if (YamlFile.Parse(File.ReadAllText(path), Path.GetFileName(path), mistakes) is not { } map || Policy(map, new PolicyNodes(mistakes)) is not { } policy)
                continue;
            if (policies.Exists(p => p.Place == policy.Place && p.Year == policy.Year))
                mistakes.Add(new DataMistake(map.File, 1, 1, $"{policy.Place} {policy.Year} 年已有另一个文件，只能有一个。"));
            policies.Add(policy);
        }

        return policies;
    }

    private static EnrolmentPolicy? Policy(DataMap map, PolicyNodes nodes)
    {
        nodes.Expect(map, "地区", "年度", "核对", "核对日", "个人缴费标准", "资助");
        var place = nodes.Text(map, "地区");
        var isYear = int.TryParse(nodes.Text(map, "年度"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and < 2100;
        if (!isYear)
            nodes.Mistake(map["年度"] ?? map, "“年度”应是四位年份。");
        var (checkedOn, listDay, fee) = (nodes.Day(map, "核对", required: true), nodes.Day(map, "核对日", required: true), nodes.Yuan(map, "个人缴费标准"));
        var subsidies = (map["资助"] as DataList)?.Items.OfType<DataMap>().Select(s => Subsidy(s, nodes)).OfType<EnrolmentSubsidy>().ToList() ?? [];
        if (subsidies.Count == 0)
            nodes.Mistake(map, "“资助”里至少要有一行。");
        return isYear && checkedOn is { } day && listDay is { } list && fee is { } yuan ? new EnrolmentPolicy(place, year, day, list, yuan, subsidies) : null;
    }

    private static EnrolmentSubsidy? Subsidy(DataMap map, PolicyNodes nodes)
    {
        nodes.Expect(map, "对象", "资助", "文号", "条");
        var (subject, share, provision) = (nodes.Text(map, "对象"), nodes.Share(map, "资助"), nodes.Provision(map));
        return share is { } part ? new EnrolmentSubsidy(subject, part, provision) : null;
    }
}
