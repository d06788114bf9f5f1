using System.Text;
using System.Text.Json;
using Mingzhang.Documents.Json;

namespace Mingzhang.Documents.Tests.Publishing;

public class OpenDataPublisherTests
{
    public static TheoryData<string> Names => Samples.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void The_package_describes_every_file_and_every_column(string sample)
    {
        var files = Samples.Publish("data", Samples.Compile(sample)).ToDictionary(f => f.Name[(f.Name.IndexOf('/', StringComparison.Ordinal) + 1)..], f => f.Content);
        using var package = JsonDocument.Parse(files["datapackage.json"]);
        var resources = package.RootElement.GetProperty("resources").EnumerateArray().ToList();
        Assert.Equal(files.Keys.Where(k => k != "datapackage.json").Order(StringComparer.Ordinal), resources.Select(r => r.GetProperty("path").GetString()!).Order(StringComparer.Ordinal));
        foreach (var table in resources.Where(r => r.TryGetProperty("schema", out _)))
        {
            Assert.Matches("^[a-z0-9._-]+$", table.GetProperty("name").GetString());
            var csv = Encoding.UTF8.GetString(files[table.GetProperty("path").GetString()!].Span);
            Assert.Equal('\ufeff', csv[0]);
            var fields = table.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("name").GetString()!).ToList();
            Assert.Equal(string.Join(',', fields), csv[1..csv.IndexOf("\r\n", StringComparison.Ordinal)]);
            Assert.Equal(fields.Count, fields.Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void A_line_holds_key_name_level_and_numbers_without_separators()
    {
        var files = Samples.Publish("data", Samples.Compile("caidian-2025"));
        var csv = Encoding.UTF8.GetString(files.First(f => f.Name.EndsWith("03-支出总表.csv", StringComparison.Ordinal)).Content.Span);
        Assert.Contains("\r\n2101301,城乡医疗救助,3,1803.00,,1803.00,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void The_whole_is_the_contract_JSON()
    {
        var disclosure = Samples.Compile("caidian-2025");
        var whole = Samples.Publish("data", disclosure).First(f => f.Name.EndsWith("/disclosure.json", StringComparison.Ordinal));
        var read = DisclosureJson.Read("x", whole.Content.Span);
        Assert.True(read.IsRead, read.Error);
        Assert.Equal(disclosure.Statements.Select(s => s.Title), read.Value.Statements.Select(s => s.Title));
    }
}
