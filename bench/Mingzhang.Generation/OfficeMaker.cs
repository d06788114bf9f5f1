using System.Globalization;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Generation;

/// <summary>Makes departments with their units, and the projects of a unit.</summary>
internal sealed class OfficeMaker(DeterministicRandom random, int year)
{
    private const string Department = "202";
    private const string District = "420199";

    private static readonly string[] UnitNames = ["医疗保障服务中心", "医疗保障基金核查中心", "医疗保障信息中心", "医疗救助站", "药品价格监测站"];

    private static readonly string[] ProjectNames =
    [
        "医疗保障工作经费", "城乡医疗救助", "基金监管经费", "购买服务人员经费", "信息系统运行维护", "资助参保", "离休干部医药费", "宣传培训经费", "党员活动经费", "档案管理经费",
    ];

    private readonly bool _longGroups = random.Chance(40);
    private int _serial = 100;

    /// <summary>A single unit, or a department with so many units below it, in one or two layers.</summary>
    /// <param name="units">Units that hold money, at least 1.</param>
    public List<BudgetUnit> Units(int units)
    {
        if (units == 1 && random.Chance(50))
            return [new BudgetUnit(Department + "001", "某市某区医疗保障局", null, random.Pick(BudgetUnit.Natures))];
        var made = new List<BudgetUnit> { new(Department, "某市某区医疗保障局", null, null) };
        // Codes have room for 999 units below one, and a layer between is common in large departments anyway.
        var layered = units > 900 || (units > 2 && random.Chance(30));
        var broad = layered ? (int)Math.Sqrt(units) : units;
        for (var i = 1; i <= broad; i++)
        {
            var code = Department + Three(i);
            var below = layered ? ((units * i) / broad) - (units * (i - 1) / broad) : 0;
            made.Add(new BudgetUnit(code, Name(i), Department, random.Pick(BudgetUnit.Natures)));
            for (var j = 1; j <= below; j++)
                made.Add(new BudgetUnit(code + Three(j), Name(i) + "第" + Text(j) + "分中心", code, random.Pick(BudgetUnit.Natures)));
        }

        return made;
    }

    /// <summary>The units that hold money: those that sum up no others.</summary>
    public static List<BudgetUnit> Bookable(List<BudgetUnit> units)
    {
        var parents = units.Select(u => u.ParentCode).ToHashSet();
        return [.. units.Where(u => !parents.Contains(u.Code))];
    }

    /// <summary>A project of a unit, with the letter of its kind and the name of the group it is listed under.</summary>
    public Project Project(BudgetUnit unit, ProjectKind kind, string? name = null)
    {
        _serial++;
        var code = new ProjectCode(District, year - random.Next(3), Department, kind, _serial.ToString("D9", CultureInfo.InvariantCulture));
        name ??= random.Pick(ProjectNames) + (random.Chance(50) ? Text(_serial) : "");
        var (group, groupName) = (kind, _longGroups) switch
        {
            (ProjectKind.Personnel, true) => ("11" + random.Between(1, 3).ToString("D2", CultureInfo.InvariantCulture), "人员类"),
            (ProjectKind.Personnel, false) => ("11", "人员类"),
            (ProjectKind.Operating, true) => ("2101", "公用经费"),
            (ProjectKind.Operating, false) => ("21", "公用经费"),
            _ => ("31", "本级支出项目"),
        };
        return random.Chance(15)
            ? new Project(code.ToString(), name, unit.Code, null, null, null)
            : new Project(code.ToString(), name, unit.Code, group, groupName, random.Chance(30) ? "医疗保障业务" : null);
    }

    private static string Name(int number) => number == 1 ? "某市某区医疗保障局本级" : UnitNames[number % UnitNames.Length] + Text(number);

    private static string Three(int number) => number.ToString("D3", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
