namespace Mingzhang.Cli.Tests;

public sealed class DataFolderTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("mz-home-").FullName;

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void A_mistake_in_an_edition_is_told_as_ours_with_file_line_and_column()
    {
        Copy("classifications");
        Copy("editions");
        File.WriteAllText(Path.Combine(_home, "data", "editions", "broken.yaml"), "底本: 没有的底本\n");
        using var error = new StringWriter();
        var sample = Path.Combine(Home.Find(), "samples", "caidian-2025");

        var status = CommandLine.Run(["compile", sample], new Session(new Language(false), _home, TextWriter.Null, error));

        Assert.Equal(ExitStatus.Defect, status);
        Assert.Contains("不是您的数据有误", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("  broken.yaml 第 1 行第 5 列：找不到底本“没有的底本”", error.ToString(), StringComparison.Ordinal);
    }

    private void Copy(string part)
    {
        var to = Directory.CreateDirectory(Path.Combine(_home, "data", part)).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(Home.Find(), "data", part)))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }
}
