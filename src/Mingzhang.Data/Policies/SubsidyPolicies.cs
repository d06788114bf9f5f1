using System.Globalization;
using Mingzhang.Core.Subsidies;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Policies;

/// <summary>Reads how places reckon fiscal subsidies, a file for each place and year (data/policies/财政补助).</summary>
public static class SubsidyPolicies
{
    private const string Money = "元";

    /// <summary>Reads the folder.</summary>
    /// <param name="folder">The folder data/policies/财政补助.</param>
    /// <param name="mistakes">Where mistakes go.</param>
    public static IReadOnlyList<SubsidyPolicy> Load(string folder, ICollection<DataMistake> mistakes)
    {
        var policies = new List<SubsidyPolicy>();
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

    private static SubsidyPolicy? Policy(DataMap map, PolicyNodes nodes)
    {
        nodes.Expect(map, "地区", "年度", "核对", "算式");
        var place = nodes.Text(map, "地区");
        var isYear = int.TryParse(nodes.Text(map, "年度"), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and < 2100;
        if (!isYear)
            nodes.Mistake(map["年度"] ?? map, "“年度”应是四位年份。");
        var checkedOn = nodes.Day(map, "核对", required: true);
        var formulas = (map["算式"] as DataList)?.Items.OfType<DataMap>().Select(f => Formula(f, nodes)).OfType<SubsidyFormula>().ToList() ?? [];
        if (formulas.Count == 0)
            nodes.Mistake(map, "“算式”里至少要有一条。");
        foreach (var twice in formulas.GroupBy(f => f.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
            nodes.Mistake(map["算式"]!, $"“{twice.Key}”写了 {twice.Count()} 次。");
        return isYear && checkedOn is { } day ? new SubsidyPolicy(place, year, day, formulas) : null;
    }

    private static SubsidyFormula? Formula(DataMap map, PolicyNodes nodes)
    {
        nodes.Expect(map, "名称", "支出经济分类", "文号", "条", "等于", "数量");
        var quantities = (map["数量"] as DataMap)?.Entries.Select(e => Quantity(e, nodes)).OfType<SubsidyQuantity>().ToDictionary(q => q.Name, StringComparer.Ordinal) ?? [];
        if (quantities.Count == 0)
            nodes.Mistake(map, "缺少“数量”：算式里的每个名称，一个一行。");
        var terms = Terms(map, quantities, nodes);
        return terms is null ? null : new SubsidyFormula(nodes.Text(map, "名称"), nodes.Text(map, "支出经济分类"), nodes.Provision(map), terms);
    }

    private static SubsidyQuantity? Quantity(DataEntry entry, PolicyNodes nodes)
    {
        if (entry.Value is not DataMap map)
        {
            nodes.Mistake(entry.Value, "应写成 {单位: 元/人, 值: 670, 文号: …} 或 {单位: 人, 说明: …}。");
            return null;
        }

        nodes.Expect(map, "单位", "值", "文号", "条", "说明");
        var unit = nodes.Text(map, "单位");
        var note = (map["说明"] as DataScalar)?.Value ?? "";
        if (map["值"] is null)
            return new SubsidyQuantity(entry.Key, unit, null, null, note);
        var text = nodes.Text(map, "值");
        var isNumber = decimal.TryParse(unit == "%" ? text.TrimEnd('%') : text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value);
        if (!isNumber)
            nodes.Mistake(map["值"]!, $"“值”应是不带单位的数（百分数写 24%），现为“{text}”。");
        return isNumber ? new SubsidyQuantity(entry.Key, unit, value, nodes.Provision(map), note) : null;
    }

    // Names with × between them, terms with + or －.
    private static List<SubsidyTerm>? Terms(DataMap map, Dictionary<string, SubsidyQuantity> quantities, PolicyNodes nodes)
    {
        var text = nodes.Text(map, "等于").Replace("－", "-", StringComparison.Ordinal).Replace("＋", "+", StringComparison.Ordinal);
        if (text.Length == 0)
            return null;
        var terms = new List<SubsidyTerm>();
        var used = new HashSet<string>(StringComparer.Ordinal);
        var isSound = true;
        foreach (var part in text.Replace("-", "+-", StringComparison.Ordinal).Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var isSubtracted = part.StartsWith('-');
            var names = part.TrimStart('-').Split('×', StringSplitOptions.TrimEntries);
            foreach (var unknown in names.Where(n => !quantities.ContainsKey(n)))
            {
                nodes.Mistake(map["等于"]!, $"“{unknown}”不在“数量”里；有：{string.Join('、', quantities.Keys)}。乘号写 ×，只能用 ×、+、-。");
                isSound = false;
            }

            used.UnionWith(names);
            if (!isSound)
                continue;
            var term = new SubsidyTerm(isSubtracted, [.. names.Select(n => quantities[n])]);
            var unit = SubsidyUnits.OfProduct(term.Quantities.Select(q => q.Unit));
            if (unit != Money)
                nodes.Mistake(map["等于"]!, $"“{term}”的单位是 {(unit.Length == 0 ? "%" : unit)}，应是元：请检查各数量的单位。");
            terms.Add(term);
        }

        foreach (var idle in quantities.Keys.Where(q => !used.Contains(q)))
            nodes.Mistake(map["数量"]!, $"“{idle}”没有用在“等于”里。");
        return isSound && terms.Count > 0 ? terms : null;
    }
}
