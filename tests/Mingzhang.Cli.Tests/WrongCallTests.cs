using System.CommandLine;

namespace Mingzhang.Cli.Tests;

public class WrongCallTests
{
    [Theory]
    [InlineData("缺少命令；用法见 ./mz --help")]
    [InlineData("不认识“nonsense”；用法见 ./mz --help", "nonsense")]
    [InlineData("不认识“x”；用法见 ./mz version --help", "version", "x")]
    [InlineData("“fr”不行，可以是 'zh' 'en'；用法见 ./mz version --help", "version", "--lang", "fr")]
    [InlineData("选项 --lang 后面缺少值；用法见 ./mz version --help", "version", "--lang")]
    public void A_wrong_call_is_refused_in_one_Chinese_line(string line, params string[] args)
    {
        var outcome = Calls.Run(args);
        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        Assert.Equal(line + Environment.NewLine, outcome.Error);
        Assert.Empty(outcome.Output);
    }

    [Theory]
    [InlineData("verb", "缺少参数 FILE")]
    [InlineData("verb a", "必须给出选项 --out")]
    [InlineData("verb a --out x --jobs many", "选项 --jobs 的值“many”不对")]
    [InlineData("verb a --out x --out y", "选项 --out 只能给一次")]
    public void Every_sentence_of_the_library_about_a_verb_is_replaced(string call, string chinese)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var session = new Session(new Language(false), Home.Find(), output, error);
        var verb = new Command("verb")
        {
            new Argument<string>("FILE"),
            new Option<string>("--out") { Required = true },
            new Option<int>("--jobs"),
        };
        Usage.WrongCall.Refuse(new RootCommand { verb }.Parse(call), session);
        Assert.Contains(chinese, error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_call_is_refused_in_English_when_asked()
    {
        var outcome = Calls.Run("--lang", "en", "nonsense");
        Assert.Equal(ExitStatus.Unusable, outcome.Status);
        Assert.Equal("Unrecognized command or argument 'nonsense'; see ./mz --help" + Environment.NewLine, outcome.Error);
    }
}
