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

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_value_is_of_the_type_that_the_package_says(string sample)
    {
        var files = Samples.Publish("data", Samples.Compile(sample)).ToDictionary(f => f.Name[(f.Name.IndexOf('/', StringComparison.Ordinal) + 1)..], f => f.Content);
        using var package = JsonDocument.Parse(files["datapackage.json"]);
        Assert.Equal("data-package", package.RootElement.GetProperty("profile").GetString());
        foreach (var table in package.RootElement.GetProperty("resources").EnumerateArray().Where(r => r.GetProperty("profile").GetString() == "tabular-data-resource"))
        {
            var types = table.GetProperty("schema").GetProperty("fields").EnumerateArray().Select(f => f.GetProperty("type").GetString()!).ToList();
            var rows = Rows(Encoding.UTF8.GetString(files[table.GetProperty("path").GetString()!].Span)).Skip(1).ToList();
            Assert.All(rows, row =>
            {
                Assert.Equal(types.Count, row.Count);
                Assert.All(row.Zip(types).Where(c => c.First.Length > 0 && c.Second != "string"), c =>
                    Assert.True(decimal.TryParse(c.First, System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number)
                        && (c.Second == "number" || number == decimal.Truncate(number)), $"{c.First} is no {c.Second}"));
            });
        }
    }

    // RFC 4180: quoted fields may hold commas, quotes and line breaks.
    private static IEnumerable<List<string>> Rows(string csv)
    {
        var (row, field, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var c in csv.TrimStart('\ufeff').Replace("\r\n", "\n", StringComparison.Ordinal))
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                row.Add(field.ToString());
                field.Clear();
            }
            else if (c == '\n' && !quoted)
            {
                row.Add(field.ToString());
                field.Clear();
                yield return row;
                row = [];
            }
            else
            {
                field.Append(c);
            }
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
