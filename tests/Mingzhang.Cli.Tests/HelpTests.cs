using Mingzhang.Cli.Terminal;

namespace Mingzhang.Cli.Tests;

public class HelpTests
{
    [Fact]
    public void Help_lists_the_verbs_in_Chinese_and_fits_80_columns()
    {
        var outcome = Calls.Run("--help");
        Assert.Equal(ExitStatus.Fine, outcome.Status);
        Assert.Contains("用法: ./mz <命令> [选项]", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("version  ", outcome.Output, StringComparison.Ordinal);
        Assert.All(outcome.Output.Split('\n'), line => Assert.True(TextWidth.Of(line.TrimEnd()) <= 80, line));
    }

    [Fact]
    public void Help_is_English_when_asked() =>
        Assert.Contains("Usage: ./mz <command> [options]", Calls.Run("--help", "--lang", "en").Output, StringComparison.Ordinal);

    [Fact]
    public void Help_of_every_verb_fits_80_columns()
    {
        var session = new Session(new Language(false), Home.Find(), TextWriter.Null, TextWriter.Null);
        foreach (var verb in Verbs.Catalogue.All.Select(create => create(session)))
        {
            var outcome = Calls.Run(verb.Name, "--help");
            Assert.Equal(ExitStatus.Fine, outcome.Status);
            Assert.All(outcome.Output.Split('\n'), line => Assert.True(TextWidth.Of(line.TrimEnd()) <= 80, line));
        }
    }

    [Fact]
    public void A_Chinese_character_takes_two_columns() => Assert.Equal(9, TextWidth.Of("明账 mz（"));
}
