using System.Text;

namespace Mingzhang.Data.Tests;

/// <summary>A folder that one test has for itself.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("mingzhang-test-").FullName;

    public void Write(string file, string text, Encoding? encoding = null) =>
        File.WriteAllText(System.IO.Path.Combine(Path, file), text, encoding ?? new UTF8Encoding(false));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
