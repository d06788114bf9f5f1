using System.Text;
using Mingzhang.Core.Screening;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Screening;

namespace Mingzhang.Data.Tests.Screening;

public class ClaimIntakeTests
{
    private const string Header = "setl_id,feedetl_sn,psn_no,gend,brdy,fixmedins_code,med_type,begndate,enddate,fee_ocur_time,med_list_codg,medins_list_name,cnt,pric,det_item_fee_sumamt,dise_codg";
    private const string Right = "S1,1,P1,1,1970-06-01,H1,普通住院,2024-03-01,2024-03-05,2024-03-02 08:30:00,110900001,普通病房床位费,1,30.5,30.5,I63.9";

    private static readonly DataFolder Data = new(Path.Combine(Checkout.Root, "data"));

    [Fact]
    public void Details_come_with_the_field_names_of_the_national_interface()
    {
        var (claims, mistakes) = Read(Header, Right);
        Assert.Empty(mistakes);
        var claim = Assert.Single(claims);
        Assert.Equal((Sex.Male, 53, "住院", new DateOnly(2024, 3, 2), 30.5m), (claim.Sex, claim.Age, claim.Care, claim.Day, claim.Amount));
        Assert.Equal(("a.csv", 2, "I63.9"), (claim.File, claim.Row, claim.Diagnoses));
    }

    [Theory]
    [InlineData("S1,1", ",1", "setl_id", "未填")]
    [InlineData(",1,1970", ",3,1970", "gend", "应填“男”或“女”")]
    [InlineData("普通住院", "住宿", "med_type", "不认识")]
    [InlineData("2024-03-05", "2024-02-05", "enddate", "早于开始日期")]
    [InlineData("1970-06-01", "2025-06-01", "brdy", "晚于费用日期")]
    [InlineData("30.5", "三十", "pric", "不是数字")]
    [InlineData("30.5", "30.12345", "pric", "小数超过四位")]
    public void A_wrong_row_is_named_with_row_column_and_reason_and_holds_up_no_other(string from, string to, string column, string words)
    {
        var at = Right.IndexOf(from, StringComparison.Ordinal);
        var (claims, mistakes) = Read(Header, Right[..at] + to + Right[(at + from.Length)..], Right.Replace("S1,1", "S2,1", StringComparison.Ordinal));
        Assert.Equal("S2", Assert.Single(claims).SettlementId);
        var mistake = Assert.Single(mistakes);
        Assert.Equal((2, column), (mistake.Row, mistake.Column));
        Assert.Contains(words, mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_without_a_needed_column_says_which()
    {
        var (claims, mistakes) = Read(Header.Replace("cnt", "份", StringComparison.Ordinal), Right);
        Assert.Empty(claims);
        Assert.Contains("数量（可写 cnt", Assert.Single(mistakes).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_far_below_the_header_are_read_too() =>
        Assert.Equal(40, Read([Header, .. Enumerable.Range(1, 40).Select(i => Right.Replace("S1,1", $"S{i},1", StringComparison.Ordinal))]).Claims.Count);

    [Fact]
    public void A_file_that_comes_again_with_the_next_month_hits_nothing_twice()
    {
        using var run = new ScreeningRun(Data.Screening.Rules, Data.ClaimExports);
        foreach (var month in (string[])["1月.csv", "2月.csv"])
        {
            var malformed = new List<int>();
            run.Take(month, month, CsvSheets.Stream(month, Encoding.UTF8.GetBytes(Header + "\n" + Right + "\n"), malformed).Rows!, malformed);
        }

        Assert.Empty(run.Hits());
        Assert.Equal((2, 1), (run.Lines, run.Repeated));
    }

    [Fact]
    public void Hits_do_not_depend_on_how_lines_are_laid_aside()
    {
        var lines = Enumerable.Range(1, 400).Select(i => Right.Replace("S1,1,P1", $"S{i},1,P{i % 90}", StringComparison.Ordinal)).ToArray();
        var claims = Read([Header, .. lines]).Claims;
        using var run = new ScreeningRun(Data.Screening.Rules, Data.ClaimExports);
        run.Take(claims);
        var expected = Screener.All(Data.Screening.Rules, claims);
        Assert.NotEmpty(expected);
        Assert.Equal(Told(expected), Told(run.Hits()));
    }

    private static IEnumerable<string> Told(IEnumerable<ScreeningHit> hits) => [.. hits.Select(h => $"{h.Rule.Id} {string.Join(',', h.Claims.Select(c => c.Row))} {h.Amount} {h.Why}").Order(StringComparer.Ordinal)];

    private static (IReadOnlyList<Claim> Claims, List<IntakeMistake> Mistakes) Read(params string[] lines)
    {
        var (mistakes, malformed) = (new List<IntakeMistake>(), new List<int>());
        var rows = CsvSheets.Stream("a.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines)), malformed).Rows!;
        return ([.. new ClaimIntake(Data.ClaimExports, mistakes).Read("a.csv", "a", rows, malformed)], mistakes);
    }
}
