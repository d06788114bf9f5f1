using System.Text;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Assistance;
using Mingzhang.Data.Intake;

namespace Mingzhang.Data.Tests.Assistance;

public class AssistanceIntakeTests
{
    private const string Header = "psn_no,setl_id,med_type,fixmedins_code,begndate,enddate,setl_time,medfee_sumamt,inscp_scp_amt,hifp_pay,hifmi_pay,冲正结算编号";
    private const string Right = "P1,S1,普通住院,H1,2024-03-01,2024-03-05,2024-03-05,\"3,000.00\",2800,1800.5,0,";

    private static readonly DataFolder Data = new(Path.Combine(Checkout.Root, "data"));

    [Fact]
    public void Settlements_come_with_the_field_names_of_the_national_interface()
    {
        var (rows, mistakes) = Settlements(Header, Right);
        Assert.Empty(mistakes);
        var settlement = Assert.Single(rows).Value;
        Assert.Equal((3000m, 2800m, 1800.5m, 0m, 999.5m), (settlement.Total, settlement.InScope, settlement.Basic, settlement.CivilServant, settlement.Eligible));
        Assert.Null(settlement.Reverses);
    }

    [Fact]
    public void Settlements_come_with_Chinese_headers_below_a_title()
    {
        var (rows, mistakes) = Settlements(
            "某区医疗救助结算表", "个人编号,结算编号,医疗类别,医疗机构代码,入院日期,出院日期,结算日期,总费用(元),范围内费用,统筹支付,大病支付", "P1,S1,住院,H1,20240301,2024年3月5日,2024/3/5,3000,2800,1800,0");
        Assert.Empty(mistakes);
        Assert.Equal(new DateOnly(2024, 3, 5), Assert.Single(rows).Value.To);
    }

    [Theory]
    [InlineData("P1,S1,普通住院", ",S1,普通住院", "psn_no", "未填")]
    [InlineData("普通住院", "住宿", "med_type", "不认识")]
    [InlineData("2024-03-05,\"", "3月5日,\"", "setl_time", "不是日期")]
    [InlineData("1800.5", "1800.555", "hifp_pay", "小数超过两位")]
    [InlineData("1800.5", "一千八", "hifp_pay", "不是数字")]
    public void A_wrong_row_is_named_with_row_column_and_reason_and_holds_up_no_other(string from, string to, string column, string words)
    {
        var (rows, mistakes) = Settlements(Header, Right.Replace(from, to, StringComparison.Ordinal), Right.Replace("S1", "S2", StringComparison.Ordinal));
        Assert.Equal("S2", Assert.Single(rows).Value.Id);
        var mistake = Assert.Single(mistakes);
        Assert.Equal((2, column), (mistake.Row, mistake.Column));
        Assert.Contains(words, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_that_comes_again_is_taken_once_but_a_changed_row_is_refused()
    {
        Assert.Single(Settlements(Header, Right, Right).Rows);
        var (rows, mistakes) = Settlements(Header, Right, Right.Replace("2800", "2900", StringComparison.Ordinal));
        Assert.Single(rows);
        Assert.Contains("内容却不同", Assert.Single(mistakes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_without_a_needed_column_says_how_it_may_be_called()
    {
        var (rows, mistakes) = Settlements(Header.Replace("hifp_pay,", "", StringComparison.Ordinal), Right);
        Assert.Empty(rows);
        Assert.Contains("基本医保支付（可写 hifp_pay", Assert.Single(mistakes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Identities_are_known_by_their_local_names_and_open_ends()
    {
        var mistakes = new List<IntakeMistake>();
        var rows = AssistanceIntake.Identities(Sheet("个人编号,对象类别,开始日期,结束日期", "P1,最低生活保障对象,2024-01-01,", "P2,五保户,2024-01-01,"), Data.IdentityLists, ["低保对象"], mistakes);
        var identity = Assert.Single(rows).Value;
        Assert.Equal(("低保对象", null, new DateOnly(2024, 1, 1)), (identity.Subject, identity.To, identity.RecognisedOn));
        Assert.Contains("政策里没有这类对象", Assert.Single(mistakes).Message, StringComparison.Ordinal);
    }

    private static (IReadOnlyList<PersonRow<Core.Assistance.Settlements.Settlement>> Rows, List<IntakeMistake> Mistakes) Settlements(params string[] lines)
    {
        var mistakes = new List<IntakeMistake>();
        return (AssistanceIntake.Settlements(Sheet(lines), Data.SettlementExports, mistakes), mistakes);
    }

    private static RawSheet Sheet(params string[] lines)
    {
        var (sheet, problem) = CsvSheets.Read("结算.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        Assert.Null(problem);
        return sheet!;
    }
}
