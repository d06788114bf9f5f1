using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Figures;
using Mingzhang.Documents.Json;

namespace Mingzhang.Documents.Tests.Json;

public class DisclosureJsonTests
{
    private static readonly DocumentFacts Facts = new("x.pdf", DisclosureKind.Budget, "某局", 2024, "wuhan-2024-budget", 30);

    [Fact]
    public void What_is_written_reads_back_the_same() =>
        Prop.ForAll(Disclosures.All.ToArbitrary(), disclosure =>
        {
            var read = DisclosureJson.Read("other", Bytes(disclosure));
            Assert.True(read.IsRead, read.Error);
            Assert.Equivalent(disclosure, read.Value, strict: true);
            Assert.Equal(Encoding.UTF8.GetString(Bytes(disclosure)), Encoding.UTF8.GetString(Bytes(read.Value)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void It_has_the_shape_of_the_contract()
    {
        var cell = new Cell(new ColumnPath("基本支出", "小计"), "0.00", new Figure(0m, 2), true, new Place(9, 21, [102.5, 310.1, 140.0, 322.4]));
        var row = new StatementRow("2101301", "城乡医疗救助", 3, [cell, new Cell(new ColumnPath("备注"), "无", null, true, Place.Unknown)]);
        var statement = new Statement("一般公共预算支出表", "表5", "万元", [new("合计"), cell.Column], [row], null, new Place(9));
        var indicator = new Indicator("年度绩效目标1", "产出指标", "数量指标", "人数", [new("年初目标值", "21人")], null, 10m, new Place(Line: 700));
        var form = new PerformanceForm("项目绩效自评表", "某项目", [new("预算数", "217"), new("预算数", "218")], [indicator]);
        var paragraph = new Paragraph("三、说明", "本年支出 2606.88 万元。", new Place(20, 3), [new Claim("本年支出", 2606.88m, "万元", "2606.88 万元")]);
        var text = Encoding.UTF8.GetString(Bytes(new Disclosure(Facts, [statement], [form], [paragraph])));
        Assert.Equal(
            """
            {"document":{"file":"x.pdf","kind":"budget","agency":"某局","year":2024,"edition":"wuhan-2024-budget","pages":30},
            "statements":[{"title":"一般公共预算支出表","no":"表5","unit":"万元","page":9,"note":null,"empty":false,"at":{"page":9,"line":null},
            "columns":[["合计"],["基本支出","小计"]],"rows":[{"key":"2101301","name":"城乡医疗救助","level":3,
            "cells":[{"column":["基本支出","小计"],"text":"0.00","value":0.00,"decimals":2,"sure":true,"at":{"page":9,"line":21,"box":[102.5,310.1,140,322.4]}},
            {"column":["备注"],"text":"无","value":null,"decimals":null,"sure":true,"at":{"page":null,"line":null}}]}]}],
            "performance":[{"form":"项目绩效自评表","project":"某项目","fields":{"预算数":"217","预算数#2":"218"},
            "indicators":[{"goal":"年度绩效目标1","level1":"产出指标","level2":"数量指标","level3":"人数",
            "values":{"年初目标值":"21人"},"weight":null,"score":10,"at":{"page":null,"line":700}}]}],
            "narrative":[{"section":"三、说明","text":"本年支出 2606.88 万元。","at":{"page":20,"line":3},
            "claims":[{"subject":"本年支出","value":2606.88,"unit":"万元","text":"2606.88 万元"}]}]}
            """.ReplaceLineEndings(""),
            text);
    }

    [Fact]
    public void A_cell_that_could_not_be_read_says_so()
    {
        var row = new StatementRow("208", "社保", 1, [new Cell(new ColumnPath("合计"), null, null, true, Place.Unknown)]);
        var json = Encoding.UTF8.GetString(Bytes(new Disclosure(Facts, [new Statement("表", null, null, [new("合计")], [row], null, Place.Unknown)], [], [])));
        Assert.Contains("\"text\":null,\"value\":null,\"decimals\":null,\"sure\":true,\"unreadable\":true", json, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("7515.1", 2, "7515.10")]
    [InlineData("7515.123", 2, "7515.123")]
    [InlineData("0.000", 2, "0.00")]
    [InlineData("40.00", 0, "40")]
    [InlineData("79228162514264337593543950335", 0, "79228162514264337593543950335")]
    public void A_figure_is_written_with_its_printed_decimals_and_never_rounded(string value, int decimals, string written)
    {
        var figure = new Figure(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), decimals);
        var row = new StatementRow("208", "社保", 1, [new Cell(new ColumnPath("合计"), "x", figure, true, Place.Unknown)]);
        var json = Encoding.UTF8.GetString(Bytes(new Disclosure(Facts, [new Statement("表", null, null, [], [row], null, Place.Unknown)], [], [])));
        Assert.Contains($"\"value\":{written},", json, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_keys_and_missing_optional_keys_do_not_matter()
    {
        var read = Read("""{"glossary":[{"a":[1]}],"statements":[{"title":"表","charts":{},"rows":[{"key":"208","cells":[{"column":["合计"],"value":3.50}]}]}]}""");
        var cell = read.Statements[0].Rows[0].Cells[0];
        Assert.Equal(("3.50", new Figure(3.5m, 2), true), (cell.Text, cell.Figure, cell.Sure));
        Assert.Equal("x.json", read.Facts.File);
    }

    [Fact]
    public void A_byte_order_mark_does_not_matter() =>
        Assert.True(DisclosureJson.Read("x.json", [0xEF, 0xBB, 0xBF, .. "{\"statements\":[]}"u8]).IsRead);

    [Theory]
    [InlineData("{\"statements\":[", "x.json 第 1 行第 16 列：内容到这里就断了，文件不完整。")]
    [InlineData("", "x.json 第 1 行第 1 列：内容到这里就断了，文件不完整。")]
    [InlineData("{\n\"document\":{\"agency\":\"某局\" 错}}", "x.json 第 2 行第 27 列：不合 JSON 的写法，请检查这里和前面的逗号、引号和括号。")]
    [InlineData("{\"document\":{\"year\":\"2024\"}}", "x.json 第 1 行第 21 列：“year”应是整数。")]
    [InlineData("{\"document\":{\"kind\":\"预算\"}}", "x.json 第 1 行第 21 列：“kind”应是\"budget\"（预算）、\"final\"（决算）或 null。")]
    [InlineData("{\"statements\":[{\"rows\":[]}]}", "x.json 第 1 行第 26 列：到这里为止的一项缺少“title”。")]
    [InlineData("{\"a\":1}", "x.json 第 1 行第 1 列：这不是公开数据：没有 document，也没有 statements。")]
    [InlineData("{\"statements\":[]} 1", "x.json 第 1 行第 19 列：不合 JSON 的写法，请检查这里和前面的逗号、引号和括号。")]
    [InlineData("{\"document\":{\"agency\":\"\\ud800\"}}", "x.json 第 1 行第 23 列：含有不成字的 \\u 转义。")]
    public void A_mistake_is_told_with_line_and_column(string json, string message) =>
        Assert.Equal(message, DisclosureJson.Read("x.json", Encoding.UTF8.GetBytes(json)).Error);

    [Fact]
    public void Content_that_is_not_UTF_8_is_refused() =>
        Assert.Contains("UTF-8", DisclosureJson.Read("x.json", [0x7B, 0xD6, 0xD0, 0x7D]).Error, StringComparison.Ordinal);

    [Fact]
    public void Any_single_cut_of_a_good_text_is_refused_without_an_exception()
    {
        var bytes = Bytes(Disclosures.All.Sample(12, 1).First());
        for (var length = 0; length < bytes.Length; length++)
            Assert.False(DisclosureJson.Read("x.json", bytes.AsSpan(0, length)).IsRead);
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData(" \n[ {", true)]
    [InlineData("[1] 某局", false)]
    [InlineData("某局", false)]
    public void JSON_is_told_from_other_texts(string text, bool isJson) =>
        Assert.Equal(isJson, DisclosureJson.Recognises(Encoding.UTF8.GetBytes(text)));

    private static Disclosure Read(string json)
    {
        var read = DisclosureJson.Read("x.json", Encoding.UTF8.GetBytes(json));
        Assert.True(read.IsRead, read.Error);
        return read.Value;
    }

    private static byte[] Bytes(Disclosure disclosure)
    {
        using var stream = new MemoryStream();
        DisclosureJson.Write(stream, disclosure);
        return stream.ToArray();
    }
}
