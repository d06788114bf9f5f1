using Mingzhang.Core.Letters;

namespace Mingzhang.Core.Tests.Letters;

public class LetterTests
{
    private static readonly LetterTemplate Notice = new(
        "通知", "检查", "责令改正通知书", "{文号}", "{机构名称}",
        [
            new(LetterPartKind.Paragraph, "经查，{机构名称}有下列问题。", null),
            new(LetterPartKind.Table, "问题", null),
            new(LetterPartKind.Paragraph, "请于{期限}前改正。", "期限"),
        ],
        "{机关}", "{日期}");

    private static readonly Dictionary<string, LetterTable> Tables = new() { ["问题"] = new([("问题", 3, false)], [["重复收费"]], "") };

    [Fact]
    public void A_filled_letter_has_every_field_in_its_place()
    {
        var letter = Notice.Fill(Values(("文号", "医保监〔2024〕1号"), ("机构名称", "某医院"), ("期限", "6月30日"), ("机关", "某局"), ("日期", "2024年6月1日")), Tables).Letter!;
        Assert.Equal(("医保监〔2024〕1号", "某医院", "某局"), (letter.Number, letter.Addressee, letter.Signer));
        Assert.Equal(["经查，某医院有下列问题。", "问题", "请于6月30日前改正。"], letter.Parts.Select(p => p.Text));
        Assert.Equal("重复收费", letter.Parts[1].Table!.Rows[0][0]);
    }

    [Fact]
    public void Missing_and_blank_fields_are_listed_and_no_letter_is_made()
    {
        var filled = Notice.Fill(Values(("文号", " "), ("机构名称", "某医院"), ("机关", "某局")), Tables);
        Assert.Null(filled.Letter);
        Assert.Equal(["文号", "日期"], filled.Missing);
    }

    [Fact]
    public void A_part_that_is_there_only_if_needed_is_left_out_whole()
    {
        var letter = Notice.Fill(Values(("文号", "1号"), ("机构名称", "某医院"), ("机关", "某局"), ("日期", "今天")), Tables).Letter!;
        Assert.Equal(2, letter.Parts.Count);
    }

    [Fact]
    public void A_table_that_nobody_supplies_is_missing_too() =>
        Assert.Contains("问题", Notice.Fill(Values(("文号", "1号"), ("机构名称", "某医院"), ("机关", "某局"), ("日期", "今天")), new Dictionary<string, LetterTable>()).Missing);

    private static Dictionary<string, string> Values(params (string Field, string Value)[] values) => values.ToDictionary(v => v.Field, v => v.Value);
}
