using System.Text;
using Mingzhang.Documents.Reading.Scans;

namespace Mingzhang.Documents.Tests.Reading;

public class ScannedPageTests
{
    private static GreyPicture Picture(Func<int, int, bool> isDark)
    {
        var pixels = Enumerable.Range(0, 200 * 100).Select(i => isDark(i % 200, i / 200) ? (byte)0 : (byte)255).ToArray();
        return GreyPicture.Parse([.. Encoding.ASCII.GetBytes("P5\n200 100\n255\n"), .. pixels])!;
    }

    [Fact]
    public void Long_thin_lines_are_ruled_lines_and_are_wiped_out_and_strokes_stay()
    {
        var picture = Picture((x, y) => (y is 20 or 21 && x is >= 10 and < 190) || (x == 50 && y is >= 5 and < 95) || (y == 60 && x is >= 100 and < 115));
        var lines = picture.TakeLines(1);
        Assert.Equal(2, lines.Count);
        Assert.Equal((true, 21.0, 10.0, 190.0), (lines[0].Horizontal, lines[0].At, lines[0].From, lines[0].To));
        Assert.Equal((false, 50.5, 5.0, 95.0), (lines[1].Horizontal, lines[1].At, lines[1].From, lines[1].To));
        Assert.Equal(15, picture.Bytes()[^(200 * 100)..].Count(p => p == 0));
    }

    [Fact]
    public void An_empty_picture_and_what_is_no_picture_are_told_apart()
    {
        Assert.True(Picture((_, _) => false).IsBlank);
        Assert.False(Picture((x, y) => x == y).IsBlank);
        Assert.Null(GreyPicture.Parse("P5\n200 100\n255\n"u8.ToArray()));
        Assert.Null(GreyPicture.Parse("P6\n1 1\n255\nabc"u8.ToArray()));
    }

    [Fact]
    public void Words_of_the_recognition_stand_at_their_place_in_points()
    {
        var words = ScannedPages.Words("level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t\n5\t1\t1\t1\t1\t1\t300\t600\t150\t75\t91\t合计\n5\t1\t1\t1\t1\t2\tx\t0\t1\t1\t1\t坏\n");
        var word = Assert.Single(words);
        Assert.Equal(("合计", 72.0, 144.0, 108.0, 162.0), (word.Text, word.Left, word.Top, word.Right, word.Bottom));
    }

    [Theory]
    [InlineData("754.", "75", "754.75")]
    [InlineData("754", "75", "754?75")]
    public void A_number_cut_at_its_point_is_one_number_and_one_that_lost_it_cannot_be_read(string whole, string rest, string text) =>
        Assert.Equal(text, Assert.Single(ScannedPages.Words($"5\t1\t1\t1\t1\t1\t300\t600\t90\t40\t91\t{whole}\n5\t1\t1\t1\t1\t2\t400\t600\t60\t40\t91\t{rest}\n")).Text);
}
