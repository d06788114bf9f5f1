using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Registers;

namespace Mingzhang.Core.Tests.Registers;

/// <summary>Registers that an office defines itself: what a definition may say, what a record must hold, what a sheet is told.</summary>
public class RegisterCases
{
    private static readonly RegisterDefinition Trainings = new("业务培训", "", [
        new(1, "日期", RegisterKind.Date) { Required = true, IsKey = true, Min = "2020-01-01" },
        new(2, "题目", RegisterKind.Text) { Required = true, IsKey = true },
        new(3, "对象", RegisterKind.Choice) { Choices = ["本单位", "机构"] },
        new(4, "人数", RegisterKind.Number) { Required = true, Min = "1", Max = "1000" },
        new(5, "费用", RegisterKind.Amount),
        new(6, "考核", RegisterKind.YesNo),
    ])
    { Measure = "人数" };

    [Theory]
    [InlineData("日期", "2024年3月5日", "2024-03-05")]
    [InlineData("日期", "2024/3/5", "2024-03-05")]
    [InlineData("人数", "1,000", "1000")]
    [InlineData("费用", "1200", "1200.00")]
    [InlineData("考核", "√", "是")]
    [InlineData("题目", " =1+1 ", "=1+1")]
    public void A_cell_is_kept_in_one_form(string field, string written, string kept) => Assert.Equal((kept, null), RegisterCell.Read(Field(field), written));

    [Theory]
    [InlineData("日期", "三月五日", "不是日期")]
    [InlineData("日期", "2019-12-31", "小于下限 2020-01-01")]
    [InlineData("人数", "", "没有填，这一栏必填")]
    [InlineData("人数", "两百", "不是数")]
    [InlineData("人数", "1001", "大于上限 1000")]
    [InlineData("费用", "1.234", "小数超过两位")]
    [InlineData("对象", "学校", "不是选项；有：本单位、机构")]
    [InlineData("考核", "也许", "应填“是”或“否”")]
    [InlineData("题目", "给 420102199001011234 补课", "不登记身份证号码")]
    public void A_cell_that_cannot_be_kept_says_why(string field, string written, string words) => Assert.Contains(words, RegisterCell.Read(Field(field), written).Fault, StringComparison.Ordinal);

    [Fact]
    public void All_mistakes_of_a_sheet_are_told_by_row_and_field()
    {
        var (_, mistakes) = RegisterIntake.Take(Trainings, Sheet(["日期", "题目", "人数"], ["2024-03-05", "政策", "20"], ["5号", "", "x"], ["2024-03-05", "政策", "21"]));
        Assert.Equal([(3, "日期"), (3, "题目"), (3, "人数"), (4, null)], mistakes.Select(m => (m.Row!.Value, m.Field)));
        Assert.Contains("与第 2 行是同一条（2024-03-05 政策）", mistakes[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_header_with_strangers_or_without_what_must_be_there_is_told_before_its_rows()
    {
        var (_, mistakes) = RegisterIntake.Take(Trainings, Sheet(["日期", "题目", "老师"], ["x", "", ""]));
        Assert.Equal(["老师", "人数"], mistakes.Select(m => m.Field));
    }

    [Fact]
    public void The_title_above_the_header_does_not_matter()
    {
        var (entries, mistakes) = RegisterIntake.Take(Trainings, Sheet(["2024 年培训台账"], ["日期 *", "题 目", "人数"], ["2024-03-05", "政策", "20"]));
        Assert.Empty(mistakes);
        Assert.Equal("20", Assert.Single(entries)[Field("人数")]);
    }

    [Fact]
    public void Without_key_fields_only_the_very_same_is_the_same()
    {
        var loose = Trainings with { Fields = [.. Trainings.Fields.Select(f => f with { IsKey = false })] };
        var (entries, mistakes) = RegisterIntake.Take(loose, Sheet(["日期", "题目", "人数"], ["2024-03-05", "政策", "20"], ["2024-03-05", "政策", "21"]));
        Assert.Empty(mistakes);
        Assert.NotEqual(entries[0].KeyOf(loose), entries[1].KeyOf(loose));
    }

    [Fact]
    public void A_year_is_summed_by_month()
    {
        var (entries, _) = RegisterIntake.Take(Trainings, Sheet(["日期", "题目", "人数"], ["2024-03-05", "一", "20"], ["2024-03-09", "二", "5"], ["2023-03-05", "三", "9"]));
        var months = RegisterCounts.ByMonth(Trainings, [.. entries], 2024);
        Assert.Equal(("3 月", 2, 25m), (months[2].Name, months[2].Records, months[2].Sum));
        Assert.Equal(0, months[3].Records);
    }

    public static TheoryData<RegisterDefinition, string> Wrong => new()
    {
        { Trainings with { Name = "培训 台账" }, "台账名称里不能有空格和标点" },
        { Trainings with { Name = "决算支出" }, "已经有叫“决算支出”的记录" },
        { Trainings with { Fields = [] }, "至少要有一栏" },
        { Trainings with { Fields = [.. Trainings.Fields, new(7, "人数", RegisterKind.Number)] }, "栏“人数”有 2 个" },
        { Trainings with { Fields = [.. Trainings.Fields, new(7, "级别", RegisterKind.Choice)] }, "选项至少写两个" },
        { Trainings with { Fields = [.. Trainings.Fields, new(7, "甲", RegisterKind.Text) { Max = "5" }] }, "只有数、金额、日期可以写上下限" },
        { Trainings with { Fields = [.. Trainings.Fields, new(7, "甲", RegisterKind.Number) { Min = "9", Max = "5" }] }, "下限大于上限" },
        { Trainings with { Fields = [.. Trainings.Fields, new(7, "甲", RegisterKind.Number) { IsKey = true }] }, "唯一的栏必须是必填的" },
        { Trainings with { Measure = "题目" }, "统计“题目”不是数或金额的栏" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_definition_that_cannot_work_says_why(RegisterDefinition definition, string words) => Assert.Contains(words, string.Join('\n', definition.Faults([])), StringComparison.Ordinal);

    private static RegisterField Field(string name) => Trainings.Fields.Single(f => f.Name == name);

    private static RawSheet Sheet(params string[][] rows) => new("台账.xlsx", "Sheet1", [.. rows.Select((r, i) => new RawRow(i + 1, r))]);
}
