namespace Mingzhang.Cli.Tests;

public class DefectTests
{
    [Fact]
    public void A_defect_is_shown_as_ours_in_one_line_with_the_details_in_a_file()
    {
        using var error = new StringWriter();
        var session = new Session(new Language(false), Home.Find(), TextWriter.Null, error);

        var status = Defects.Report(new InvalidOperationException("first\nsecond"), session);

        var line = error.ToString();
        Assert.Equal(ExitStatus.Defect, status);
        Assert.Equal(1, line.AsSpan().Count('\n'));
        Assert.StartsWith("这是明账自身的缺陷，不是您的数据有误：InvalidOperationException: first second；详情见 ", line, StringComparison.Ordinal);
        var path = line.Split("详情见 ")[1].Split('，')[0];
        Assert.Contains("first", File.ReadAllText(path), StringComparison.Ordinal);
        File.Delete(path);
    }

    [Fact]
    public void Version_says_what_this_is()
    {
        var outcome = Calls.Run("version");
        Assert.Equal(ExitStatus.Fine, outcome.Status);
        Assert.StartsWith("明账 ", outcome.Output, StringComparison.Ordinal);
    }
}
