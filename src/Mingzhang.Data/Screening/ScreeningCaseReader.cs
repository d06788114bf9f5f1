using System.Globalization;
using Mingzhang.Core.Screening;
using Mingzhang.Data.Policies;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Screening;

/// <summary>Reads the cases beside a rule (例): each line says only what matters, the rest is as <see cref="Usual"/> has it.</summary>
internal sealed class ScreeningCaseReader(ICollection<DataMistake> mistakes)
{
    private const string Persons = "人数";
    private static readonly DateOnly Day = new(2024, 3, 1);
    private static readonly string[] Keys = ["明细编号", "结算编号", "人员编号", "性别", "出生日期", "机构代码", "医疗类别", "开始日期", "结束日期", "费用日期", "项目编码", "项目名称", "数量", "单价", "金额", "诊断", Persons];

    private readonly PolicyNodes _nodes = new(mistakes);

    // A man of 53 who lies in hospital from the first to the fifth of March, charged on the first day.
    private static Claim Usual { get; } = new()
    {
        File = "例",
        Row = 1,
        SettlementId = "S1",
        Person = "P1",
        Sex = Sex.Male,
        BornOn = new DateOnly(1970, 6, 1),
        Institution = "H1",
        Care = Claim.Inpatient,
        From = Day,
        To = new DateOnly(2024, 3, 5),
        Day = Day,
        Item = new ClaimItem("", "某项目"),
        Quantity = 1m,
        Price = 10m,
        Amount = 10m,
    };

    public IReadOnlyList<ScreeningCase> Of(DataMap rule)
    {
        var cases = (rule["例"] as DataList)?.Items.OfType<DataMap>().Select(Case).ToList() ?? [];
        if (!cases.Exists(c => c.IsHit) || !cases.Exists(c => !c.IsHit))
            _nodes.Mistake(rule["例"] ?? rule, "“例”里至少要有一个“命中”和一个“不命中”，程序用它们检查规则。");
        return cases;
    }

    private ScreeningCase Case(DataMap map)
    {
        _nodes.Expect(map, "命中", "不命中", "明细");
        var isHit = map["命中"] is not null;
        var name = _nodes.Text(map, isHit ? "命中" : "不命中");
        var lines = (map["明细"] as DataList)?.Items.OfType<DataMap>().ToList() ?? [];
        if (lines.Count == 0)
            _nodes.Mistake(map, "“明细”里至少要有一行。");
        var claims = new List<Claim>();
        foreach (var line in lines)
        {
            var claim = Line(line, claims.Count + 1);
            // A line for many persons is written once.
            var persons = line[Persons] is null ? 1 : (int)(Number(line, Persons) ?? 1m);
            for (var i = 1; i <= persons; i++)
                claims.Add(i == 1 ? claim : claim with { Row = claims.Count + 1, Person = $"{claim.Person}-{i}", SettlementId = $"{claim.SettlementId}-{i}" });
        }

        return new ScreeningCase(name, isHit, claims);
    }

    private Claim Line(DataMap map, int row)
    {
        _nodes.Expect(map, Keys);
        var care = Text(map, "医疗类别") ?? Usual.Care;
        if (!Claim.Kinds.Contains(care))
            _nodes.Mistake(map["医疗类别"]!, $"不认识；应是{string.Join('、', Claim.Kinds)}。");
        var from = Date(map, "开始日期") ?? Usual.From;
        // Outside a hospital everything is on one day.
        var to = Date(map, "结束日期") ?? (care == Claim.Inpatient ? from.AddDays(Usual.To.DayNumber - Usual.From.DayNumber) : from);
        var (quantity, price) = (Number(map, "数量") ?? Usual.Quantity, Number(map, "单价") ?? Usual.Price);
        return new Claim
        {
            File = Usual.File,
            Row = row,
            Detail = Text(map, "明细编号"),
            SettlementId = Text(map, "结算编号") ?? Usual.SettlementId,
            Person = Text(map, "人员编号") ?? Usual.Person,
            Sex = map["性别"] switch { null => Usual.Sex, DataScalar { Value: "男" } => Sex.Male, DataScalar { Value: "女" } => Sex.Female, _ => null },
            BornOn = map["出生日期"] is null ? Usual.BornOn : Date(map, "出生日期"),
            Institution = Text(map, "机构代码") ?? Usual.Institution,
            Care = care,
            From = from,
            To = to,
            Day = Date(map, "费用日期") ?? from,
            Item = new ClaimItem(Text(map, "项目编码") ?? "", Text(map, "项目名称") ?? Usual.Item.Name),
            Quantity = quantity,
            Price = price,
            Amount = Number(map, "金额") ?? quantity * price,
            Diagnoses = Text(map, "诊断") ?? "",
        };
    }

    private static string? Text(DataMap map, string key) => (map[key] as DataScalar)?.Value;

    private DateOnly? Date(DataMap map, string key) => Text(map, key) is null ? null : _nodes.Day(map, key, required: true);

    private decimal? Number(DataMap map, string key)
    {
        var text = Text(map, key);
        if (text is null)
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            return number;
        _nodes.Mistake(map[key]!, $"“{key}”应是数。");
        return null;
    }
}
