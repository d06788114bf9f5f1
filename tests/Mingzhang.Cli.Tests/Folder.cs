using System.Text;

namespace Mingzhang.Cli.Tests;

/// <summary>A folder of a test's own, and documents made from the samples.</summary>
public abstract class Folder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("mz-").FullName;

    public void Dispose()
    {
        Directory.Delete(_path, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected static string Sample(string name) => Path.Combine(Home.Find(), "samples", name);

    protected string At(params string[] names) => Path.Combine([_path, .. names]);

    protected string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text, new UTF8Encoding(false));
        return At(name);
    }

    /// <summary>A copy of a sample's ledger that a test may change.</summary>
    protected void CopySample(string name)
    {
        Directory.CreateDirectory(At(name));
        foreach (var file in Directory.GetFiles(Sample(name)))
            File.Copy(file, At(name, Path.GetFileName(file)));
    }

    /// <summary>The sample's document as JSON, with one printed figure of one row changed.</summary>
    protected string Changed(string name, string row, string from, string to)
    {
        var json = Calls.Run("compile", Sample("caidian-2025"), "--json", "-").Output;
        var at = json.IndexOf($"\"key\":\"{row}\"", StringComparison.Ordinal);
        var cell = json.IndexOf($"\"text\":\"{from}\",\"value\":{from}", at, StringComparison.Ordinal);
        Assert.True(at > 0 && cell > at, $"the sample has no row {row} with {from}");
        var old = $"\"text\":\"{from}\",\"value\":{from}";
        return Write(name, string.Concat(json.AsSpan(0, cell), $"\"text\":\"{to}\",\"value\":{to}", json.AsSpan(cell + old.Length)));
    }
}
