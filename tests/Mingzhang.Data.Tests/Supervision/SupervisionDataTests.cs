using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Supervision.Institutions;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Letters;
using Mingzhang.Data.Supervision;
using Mingzhang.Data.Yaml;

namespace Mingzhang.Data.Tests.Supervision;

public class SupervisionDataTests
{
    private static readonly DataFolder Data = new(Path.Combine(Checkout.Root, "data"));

    [Fact]
    public void The_multiples_are_those_of_the_regulation()
    {
        var rules = Data.Supervision;
        Assert.Equal((1m, 2m), Times("重复收费", false));
        Assert.Equal((2m, 5m), Times("重复收费", true));
        Assert.Equal((2m, 5m), Times("虚构医药服务项目", false));
        Assert.Equal((10_000_00, 50_000_00), (rules.Basis("资料保管不规范", false)!.FromFen, rules.Basis("资料保管不规范", false)!.ToFen));
        Assert.Contains("第735号）第三十八条", rules.Basis("重复收费", false)!.Article, StringComparison.Ordinal);
        (decimal, decimal) Times(string violation, bool isFraud) => (rules.Basis(violation, isFraud)!.FromTimes, rules.Basis(violation, isFraud)!.ToTimes);
    }

    [Fact]
    public void Every_kind_of_screening_rule_has_a_violation_that_its_doubts_are_first_taken_for()
    {
        foreach (var kind in Data.Screening.Rules.Select(r => r.Head.Kind).Distinct())
            Assert.Contains(kind, Data.Supervision.OfDoubt(kind).Doubts!);
        Assert.Equal("重复收费", Data.Supervision.OfDoubt("重复").Name);
        Assert.NotNull(Data.Supervision.OfDoubt("没有的"));
    }

    [Fact]
    public void A_violation_without_a_known_basis_and_a_basis_without_an_article_are_named_with_their_place()
    {
        var mistakes = new List<DataMistake>();
        SupervisionFiles.Read("依据:\n  骗取基金: {罚款基数: 骗取金额, 倍数: [5, 2]}\n期限:\n  - {起: 决定, 止: 立案, 天数: 9}\n", "重复收费: {依据: 没有的}\n", mistakes);
        Assert.Contains(mistakes, m => m.Line == 2 && m.Message.Contains("应写条文", StringComparison.Ordinal));
        Assert.Contains(mistakes, m => m.Line == 4 && m.Message.Contains("止在起之后", StringComparison.Ordinal));
        Assert.Contains(mistakes, m => m.File == "违规目录.yaml" && m.Message.Contains("依据应是", StringComparison.Ordinal));
    }

    [Fact]
    public void A_list_of_institutions_is_read_by_its_own_headers_and_words()
    {
        var mistakes = new List<IntakeMistake>();
        var list = InstitutionIntake.Read(Sheet(["某区定点医药机构名单"], ["定点机构编码", "名称", "机构类型", "医院等级", "签约日期"], ["H1", "一院", "医院", "三级甲等", "2024/1/5"], ["P1", "药房", "药店", "", "20240106"]), Data.InstitutionLists, mistakes);
        Assert.Empty(mistakes);
        Assert.Equal([(InstitutionKind.Hospital, "三级", new DateOnly(2024, 1, 5)), (InstitutionKind.Pharmacy, "", new DateOnly(2024, 1, 6))], list.Select(i => (i.Kind, i.Level, i.From!.Value)));
    }

    [Fact]
    public void All_mistakes_of_a_list_are_told_by_row_and_column()
    {
        var mistakes = new List<IntakeMistake>();
        InstitutionIntake.Read(Sheet(["机构编码", "机构名称", "类别", "级别", "协议开始", "协议结束"], ["H1", "", "医院", "特级", "2024-01-05", "2023-01-01"], ["H1", "二院", "银行", "", "昨天", ""]), Data.InstitutionLists, mistakes);
        Assert.Equal(["2机构名称", "2级别", "2协议结束", "3类别", "3协议开始", "3机构编码"], mistakes.Select(m => $"{m.Row}{m.Column}"));
    }

    [Fact]
    public void A_letter_with_a_slip_is_named_with_its_place()
    {
        var mistakes = new List<DataMistake>();
        LetterFiles.Read("名称: 通知\n用于: 检查\n标题: 通知\n主题: 多的\n正文:\n  - 请{机构名称按时到场。\n  - {如有: 期限}\n署名: 某局\n日期: \"{日期}\"\n", "通知.yaml", mistakes);
        Assert.Equal([4, 6, 7], mistakes.Select(m => m.Line).Order());
        Assert.NotEmpty(Data.Letters);
    }

    [Fact]
    public void The_sheets_of_a_draw_are_read_as_they_were_written()
    {
        var request = new Core.Supervision.Plans.DrawRequest("2024年第1号", 2, 1, [new("H1", "一院", null), new("H2", "二院", "停业"), new("H3", "三院", null)], ["甲", "乙"], [new("甲", "H1", "亲属任职")]);
        var (drawn, _) = Core.Supervision.Plans.RandomDraw.Run(request);
        var mistakes = new List<IntakeMistake>();
        var sheets = DrawSheets.Write(request, drawn).Select(f => CsvSheets.Read(f.Name, f.Content).Sheet!).ToList();
        var read = DrawSheets.Read(sheets, request.Seed, 2, 1, mistakes)!;
        Assert.Empty(mistakes);
        Assert.Equal(request.Candidates, read.Candidates);
        Assert.Equal(request.Inspectors, read.Inspectors);
        Assert.Equal(request.Conflicts, read.Conflicts);
        Assert.Equal(drawn.Select(d => (d.Code, string.Join('、', d.Inspectors))), DrawSheets.ReadResult(sheets, mistakes)!);
    }

    private static RawSheet Sheet(params string[][] rows) => new("名单.xlsx", "名单", [.. rows.Select((r, i) => new RawRow(i + 1, r))]);
}
