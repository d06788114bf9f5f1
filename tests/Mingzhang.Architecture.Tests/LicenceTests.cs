using System.Text.Json;
using System.Xml.Linq;

namespace Mingzhang.Architecture.Tests;

/// <summary>A government office may use every package freely: the licence stands in the package itself.</summary>
public class LicenceTests
{
    // The one place where a licence is allowed; docs/decisions.md says why.
    private static readonly HashSet<string> Allowed = new(
        ["MIT", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "MS-PL", "PostgreSQL", "MPL-2.0",
            "LGPL-2.1-only", "LGPL-2.1-or-later", "LGPL-3.0-only", "LGPL-3.0-or-later"],
        StringComparer.OrdinalIgnoreCase);

    // Packages whose nuspec names no SPDX expression, each read by a person.
    private static readonly Dictionary<string, string> ReadByHand = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SourceGear.sqlite3"] = "SQLite itself, in the public domain",
    };

    [Fact]
    public void Every_package_that_is_restored_may_be_used_freely()
    {
        var packages = RestoredPackages();
        Assert.NotEmpty(packages);
        Assert.Empty(packages.Select(p => Fault(p.Id, File.ReadAllText(p.Nuspec))).OfType<string>());
    }

    [Fact]
    public void Every_pinned_package_is_restored_by_some_project()
    {
        var pinned = XDocument.Load(Path.Combine(Checkout.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion").Select(p => p.Attribute("Include")!.Value);
        Assert.Empty(pinned.Except(RestoredPackages().Select(p => p.Id), StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("<license type=\"expression\">AGPL-3.0-only</license>")]
    [InlineData("<license type=\"expression\">GPL-3.0-only</license>")]
    [InlineData("<license type=\"expression\">MIT AND GPL-2.0-only</license>")]
    [InlineData("<license type=\"file\">LICENSE.txt</license>")]
    [InlineData("")]
    public void A_planted_licence_that_binds_is_found(string licence) => Assert.NotNull(Fault("Planted", Nuspec(licence)));

    [Theory]
    [InlineData("MIT")]
    [InlineData("MS-PL OR Apache-2.0")]
    [InlineData("GPL-2.0-only OR MIT")]
    [InlineData("(MIT AND BSD-3-Clause)")]
    public void A_free_licence_is_fine(string expression) =>
        Assert.Null(Fault("Planted", Nuspec($"<license type=\"expression\">{expression}</license>")));

    private static string Nuspec(string licence) => $"<package><metadata>{licence}</metadata></package>";

    private static string? Fault(string id, string nuspec)
    {
        if (ReadByHand.ContainsKey(id))
            return null;
        var licence = XDocument.Parse(nuspec).Descendants().FirstOrDefault(e => e.Name.LocalName == "license");
        if (licence?.Attribute("type")?.Value != "expression")
            return $"{id}: names no licence expression";
        // OR leaves the choice to us; AND binds to all.
        var free = licence.Value.Trim('(', ')', ' ').Split(" OR ").Any(all => all.Split(" AND ").All(one => Allowed.Contains(one.Trim('(', ')', ' '))));
        return free ? null : $"{id}: {licence.Value}";
    }

    // What restore wrote down for each project: packages asked for and all that they bring along.
    private static IReadOnlyList<(string Id, string Nuspec)> RestoredPackages()
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var projects = Checkout.Files.Where(f => f.Path.EndsWith(".csproj", StringComparison.Ordinal)
            && (f.Path.StartsWith("src/", StringComparison.Ordinal) || f.Path.StartsWith("tests/", StringComparison.Ordinal)));
        foreach (var project in projects)
        {
            var assets = Path.Combine(Checkout.Root, Path.GetDirectoryName(project.Path)!, "obj", "project.assets.json");
            Assert.True(File.Exists(assets), $"{project.Path} is not restored: is it in Mingzhang.slnx?");
            using var json = JsonDocument.Parse(File.ReadAllText(assets));
            var folders = json.RootElement.GetProperty("packageFolders").EnumerateObject().Select(f => f.Name).ToList();
            foreach (var library in json.RootElement.GetProperty("libraries").EnumerateObject())
            {
                if (library.Value.GetProperty("type").GetString() != "package")
                    continue;
                var id = library.Name.Split('/')[0];
                var path = library.Value.GetProperty("path").GetString()!;
                var nuspec = library.Value.GetProperty("files").EnumerateArray().Select(f => f.GetString()!)
                    .Single(f => f.EndsWith(".nuspec", StringComparison.OrdinalIgnoreCase));
                found[id] = folders.Select(f => Path.Combine(f, path, nuspec)).First(File.Exists);
            }
        }

        return [.. found.Select(p => (p.Key, p.Value))];
    }
}
