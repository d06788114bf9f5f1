using Mingzhang.Core.Classifications;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Sheets;

namespace Mingzhang.Data.Ledgers;

/// <summary>Reads 单位.csv and finds units by their codes.</summary>
internal sealed class UnitReader
{
    private const int Code = 0, Name = 1, Parent = 2, Nature = 3;

    private readonly Dictionary<string, BudgetUnit> byCode = [];
    private readonly HashSet<string> parents = [];

    private UnitReader()
    {
        Lookup = new Lookup<string>(Find);
    }

    public List<BudgetUnit> Units { get; } = [];

    /// <summary>Code of a unit that money can be booked to.</summary>
    public Lookup<string> Lookup { get; }

    public static UnitReader Read(LedgerFiles files, LedgerLookups lookups, MistakeList mistakes)
    {
        var reader = new UnitReader();
        using var sheet = Sheet.OpenOptional(files, LedgerForm.Units.File, LedgerForm.Units.Columns, mistakes);
        if (sheet is null)
            return reader;
        while (sheet.Read())
            reader.ReadUnit(sheet, lookups);
        if (reader.Units.Count == 0)
            mistakes.Add(LedgerForm.Units.File, null, null, null, "没有登记单位：第一行填部门（单位）本身，所属单位逐行填在下面。");
        return reader;
    }

    private void ReadUnit(Sheet sheet, LedgerLookups lookups)
    {
        var code = sheet.RequiredText(Code);
        var name = sheet.RequiredText(Name);
        var parent = sheet.OptionalText(Parent);
        var nature = sheet.FindOptional(Nature, lookups.Natures);
        var isTop = Units.Count == 0;
        if (code.Length > 0 && !code.All(char.IsAsciiLetterOrDigit))
            sheet.Fault(Code, "单位代码只能由数字和字母组成。");
        if (isTop && parent is not null)
            sheet.Fault(Parent, "第一行应是部门（单位）本身，上级代码空着；所属单位填在它下面。");
        if (!isTop && parent is null)
            sheet.Fault(Parent, "未填：除第一行的部门（单位）本身外，都要填上级代码。");
        if (!isTop && parent is not null && !byCode.ContainsKey(parent))
            sheet.Fault(Parent, "上面各行没有这个单位：请先登记上级，或改正代码。");
        if (!isTop && sheet.Text(Nature).Length == 0)
            sheet.Fault(Nature, $"未填：应填{string.Join("、", BudgetUnit.Natures.Select(each => $"“{each}”"))}之一。");
        var unit = new BudgetUnit(code, name, parent, nature);
        if (code.Length > 0 && !byCode.TryAdd(code, unit))
            sheet.Fault(Code, "单位代码重复：一个单位只登记一行。");
        if (parent is not null)
            parents.Add(parent);
        Units.Add(unit);
    }

    private Answer<string> Find(string code)
    {
        // Where the units themselves could not be read, no code can be judged.
        if (Units.Count == 0)
            return Answer<string>.Unjudged;
        if (!byCode.TryGetValue(code, out var unit))
        {
            var near = byCode.Values.Where(each => !parents.Contains(each.Code)).OrderBy(each => Nearest.Distance(each.Code, code)).Take(3);
            return Answer<string>.Wrong($"单位.csv 没有登记这个单位：请改正代码，最接近的是 {string.Join('、', near.Select(each => $"{each.Code} {each.Name}"))}；或在单位.csv 中登记。");
        }

        if (!parents.Contains(code))
            return Answer<string>.Of(unit.Code);
        var below = Units.Where(each => each.ParentCode == code).Take(3).Select(each => $"{each.Code} {each.Name}");
        return Answer<string>.Wrong($"“{unit.Name}”由所属单位汇总，不能直接记账：应填所属单位，例如 {string.Join('、', below)}。");
    }
}
