namespace Mingzhang.Cli.Tests;

public sealed class DrawTests : Folder
{
    [Fact]
    public void A_draw_is_made_and_verified_from_its_published_lists()
    {
        Write("抽取/名单.csv", "机构编码,机构名称,排除原因\nH1,一院,\nH2,二院,停业\nH3,三院,\nH4,四院,\n");
        Write("抽取/检查人员.csv", "检查人员,回避机构编码,回避原因\n甲,H3,亲属任职\n乙,,\n丙,,\n");
        string[] call = ["draw", At("抽取"), "--seed", "2024年第1号公告", "--count", "2", "--each", "1", "--out", At("抽取")];
        var drawn = Calls.Run(call);
        Assert.Equal(ExitStatus.Fine, drawn.Status);
        Assert.DoesNotContain("H2", drawn.Output, StringComparison.Ordinal);
        var again = Calls.Run(call[..^2]);
        Assert.Equal(ExitStatus.Fine, again.Status);
        Assert.Contains("核对一致", again.Output, StringComparison.Ordinal);

        // Another seed, and a result somebody changed.
        Assert.Equal(ExitStatus.Found, Calls.Run(["draw", At("抽取"), "--seed", "别的种子文字", "--count", "1", "--each", "1"]).Status);
        File.WriteAllText(At("抽取", "结果.csv"), File.ReadAllText(At("抽取", "结果.csv")).Replace(",乙,", ",丙,", StringComparison.Ordinal).Replace(",甲,", ",丙,", StringComparison.Ordinal).Replace("院,丙", "院,丁", StringComparison.Ordinal));
        Assert.Contains("核对不符：第 1 家", Calls.Run(call[..^2]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_drawn_says_why()
    {
        Write("空/别的.csv", "栏\n值\n");
        Assert.Contains("名单", Calls.Run("draw", At("空"), "--seed", "2024年第1号公告", "--count", "1").Error, StringComparison.Ordinal);
        Write("少/名单.csv", "机构编码,机构名称,排除原因\nH1,一院,\n,二院,\n");
        var outcome = Calls.Run("draw", At("少"), "--seed", "2024年第1号公告", "--count", "1", "--each", "0");
        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        Assert.Contains("第 3 行 机构编码", outcome.Error, StringComparison.Ordinal);
    }
}
