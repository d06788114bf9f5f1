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
        Copy("performance");
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
        var from = Path.Combine(Home.Find(), "data");
        foreach (var file in Directory.GetFiles(Path.Combine(from, part), "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_home, "data", Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }
}
