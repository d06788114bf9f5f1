using System.Xml.Linq;

namespace Mingzhang.Architecture.Tests;

/// <summary>Dependencies point to Core; Core itself is the domain and nothing else.</summary>
public class DependencyTests
{
    // What each project may reference; null stands for anything.
    private static readonly Dictionary<string, string[]?> Allowed = new(StringComparer.Ordinal)
    {
        ["Mingzhang.Core"] = [],
        ["Mingzhang.Data"] = ["Mingzhang.Core"],
        ["Mingzhang.Documents"] = ["Mingzhang.Core"],
        ["Mingzhang.Storage"] = ["Mingzhang.Core"],
        ["Mingzhang.Demonstration"] = ["Mingzhang.Core", "Mingzhang.Data", "Mingzhang.Storage"],
        ["Mingzhang.Web"] = null,
        ["Mingzhang.Worker"] = null,
        ["Mingzhang.Cli"] = null,
    };

    // No input or output, no process, no environment in the domain. A member that happens to bear such a name is fine.
    private static readonly Rule NoOutsideWorld = new(
        @"(?<!\.\s*)\b(File|Directory|FileStream|StreamReader|StreamWriter|Console|Environment|Process|HttpClient)\s*\.\s*[A-Z]|\bnew\s+(FileStream|StreamReader|StreamWriter|HttpClient|Random\s*\(\s*\))");

    [Fact]
    public void Dependencies_point_to_Core()
    {
        var projects = Checkout.Files.Where(f => f.Path.StartsWith("src/", StringComparison.Ordinal) && f.Path.EndsWith(".csproj", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(projects);
        Assert.Empty(projects.SelectMany(Breaches));
    }

    [Fact]
    public void Core_does_nothing_but_think() =>
        NoOutsideWorld.HoldsIn(Checkout.Sources.Where(f => f.Path.StartsWith("src/Mingzhang.Core/", StringComparison.Ordinal)));

    [Theory]
    [InlineData("src/X/Mingzhang.Core.csproj", "<ProjectReference Include=\"../Mingzhang.Data/Mingzhang.Data.csproj\" />")]
    [InlineData("src/X/Mingzhang.Core.csproj", "<PackageReference Include=\"YamlDotNet\" />")]
    [InlineData("src/X/Mingzhang.Data.csproj", "<ProjectReference Include=\"..\\Mingzhang.Documents\\Mingzhang.Documents.csproj\" />")]
    [InlineData("src/X/Mingzhang.Unknown.csproj", "")]
    public void A_planted_wrong_reference_is_found(string path, string item) =>
        Assert.NotEmpty(Breaches(new SourceFile(path, $"<Project><ItemGroup>{item}</ItemGroup></Project>")));

    [Theory]
    [InlineData("var text = File.ReadAllText(path);")]
    [InlineData("Console.WriteLine();")]
    [InlineData("using var reader = new StreamReader(path);")]
    public void A_planted_read_in_Core_is_found(string planted) => Assert.True(NoOutsideWorld.Finds(planted));

    private static IEnumerable<string> Breaches(SourceFile project)
    {
        var name = Path.GetFileNameWithoutExtension(project.Path);
        if (!Allowed.TryGetValue(name, out var allowed))
        {
            yield return $"{name}: enter it in the table of this test";
            yield break;
        }

        var items = XDocument.Parse(project.Text).Descendants().ToList();
        foreach (var reference in items.Where(i => i.Name.LocalName == "ProjectReference"))
        {
            var target = Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'));
            if (allowed?.Contains(target) == false)
                yield return $"{name} references {target}";
        }

        if (name == "Mingzhang.Core")
        {
            foreach (var package in items.Where(i => i.Name.LocalName is "PackageReference" or "FrameworkReference"))
                yield return $"{name} uses the package {package.Attribute("Include")?.Value}";
        }
    }
}
