using System.Text;
using Mingzhang.Documents.Reading.Layout;
using Mingzhang.Documents.Reading.Pdf;
using Mingzhang.Documents.Reading.Performance;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Tests.Reading;

/// <summary>Whatever bytes come, reading ends with a layout or a reason: it never throws and never hangs.</summary>
public class FuzzTests
{
    private static int Cases { get; } = Environment.GetEnvironmentVariable("MINGZHANG_FUZZ") == "1" ? 20_000 : 400;

    private static void MustEnd(byte[] bytes, int seed)
    {
        var result = Shared.Read("f", bytes);
        if (result.IsRead)
        {
            Assert.NotEmpty(result.Value.Blocks);
        }
        else
        {
            Assert.True(result.Error.StartsWith("f：", StringComparison.Ordinal), $"seed {seed}: {result.Error}");
        }
    }

    [Fact]
    public void Random_bytes_never_throw()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(0, 400)];
            random.NextBytes(bytes);
            if (seed % 2 == 0)
            {
                // Half of them of the signs that make layouts.
                var signs = Encoding.UTF8.GetBytes("\t\t\n\n\r|-#<>$\\*合计1.0 \u3000");
                for (var i = 0; i < bytes.Length; i++)
                    bytes[i] = signs[bytes[i] % signs.Length];
            }

            MustEnd(bytes, seed);
        }
    }

    [Fact]
    public void Mutated_and_cut_tables_never_throw()
    {
        var sample = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 20).Select(i => $"表{i}\n\t项目\n\t金额\n\n\t教育支出\n\t{i}.50\n\n合计\t1\t2\t3\n| a | b |\n|---|---|\n")));
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var bytes = sample[..random.Next(1, sample.Length)];
            for (var n = random.Next(0, 6); n > 0; n--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            MustEnd(bytes, seed);
        }
    }

    [Fact]
    public void Mutated_and_cut_pdfs_never_throw()
    {
        Assert.SkipUnless(TinyPdf.CanRead, "pdftotext or qpdf is not here");
        var sample = new TinyPdf().Text(60, 60, "收支总表").Grid([50, 150, 250], [100, 120, 140]).Text(60, 114, "教育").Text(160, 114, "1.50").AsForm(1, 1)
            .EndPage().Grid([50, 150, 250], [100, 120, 140]).Text(60, 114, "卫生").Bytes();
        for (var seed = 0; seed < Cases / 16; seed++)
        {
            var random = new Random(seed);
            var bytes = sample[..(seed % 2 == 0 ? sample.Length : random.Next(20, sample.Length))];
            for (var n = random.Next(1, 30); n > 0; n--)
                bytes[random.Next(10, bytes.Length)] = (byte)random.Next(256);
            MustEnd(bytes, seed);
        }
    }

    [Fact]
    public void Page_content_of_any_bytes_ends()
    {
        var signs = Encoding.Latin1.GetBytes("0 1 -5 9.5 m l re h S f f* q Q cm c n Do /Fm0 BI ID \nEI (()\\<>[]%\n1e5 ....");
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(0, 600)];
            for (var i = 0; i < bytes.Length; i++)
                bytes[i] = seed % 3 == 0 ? (byte)random.Next(256) : signs[random.Next(signs.Length)];
            var form = new PdfForm(bytes, PageMatrix.Identity, _ => null);
            var rules = PdfRules.Find(bytes, PageMatrix.ToTopLeft(0, 0, 595, 842, random.Next(4) * 90), _ => form);
            Assert.NotNull(PageLayout.Read(1, 842, [new PlacedText("甲", 10, 10, 20, 20)], rules));
        }
    }

    [Fact]
    public void Any_lines_and_words_make_blocks()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var rules = Enumerable.Range(0, random.Next(0, 40)).Select(_ => new Rule(random.Next(2) == 0, random.Next(0, 20) * 5, random.Next(0, 10) * 5, random.Next(10, 20) * 5)).ToList();
            var words = Enumerable.Range(0, random.Next(0, 40)).Select(i => Word($"w{i}", random.Next(0, 100), random.Next(0, 100))).ToList();
            var blocks = PageJoin.Join([PageLayout.Read(1, 2000, words, rules), PageLayout.Read(2, 2000, words, rules)]);
            // No word is lost and none is doubled, repeated headers aside.
            var text = string.Concat(blocks.Select(b => b is TextLine t ? t.Text : string.Concat(((SourceGrid)b).Rows.SelectMany(r => r.Cells).Select(c => $" {c.Text} "))));
            Assert.All(words, w => Assert.Contains(w.Text, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Words_of_performance_forms_in_any_order_never_throw()
    {
        string[] words =
        [
            "某项目支出绩效目标表", "项目名称", "项目属性", "实施单位", "一级指标", "二级指标", "三级指标", "指标值", "前年", "上年", "产出指标", "数量指标", "服务对象满意度", "计划标准", "年度目标1：甲",
            "年度绩效目标 1", "部门总体资金情况", "总体资金情况", "当年金额", "占比", "近两年收支情况", "2022年", "收入", "构成", "合计", "1.50", "/", "100%", "项目资金来源", "来源项目", "金额",
            "项目前两年预算及当年预算变动情况", "年度", "预算数", "执行率", "整体绩效目标", "长期目标", "年度目标", "总分", "90", "部门职能概述", "甲", "≥", "目标名称", "项目绩效总目标", "名称", "目标说明", "二级指标(年度)", "",
        ];
        string[] gaps = ["\t", "\t", " ", "\n", "\n\n", "\n\t", "\n\n\t"];
        for (var seed = 0; seed < Cases; seed++)
        {
            var random = new Random(seed);
            var used = gaps[..random.Next(1, gaps.Length + 1)];
            var text = new StringBuilder("某项目支出绩效目标表\n项目名称");
            for (var n = random.Next(1, 120); n > 0; n--)
                text.Append(used[random.Next(used.Length)]).Append(words[random.Next(words.Length)]);
            var result = Shared.Read("f", Encoding.UTF8.GetBytes(text.ToString()));
            var reading = PerformanceReader.Read(Shared.Must(result).Blocks);
            Assert.All(reading.Forms, f => Assert.Equal(f.Fields.Count, f.Fields.Select(x => x.Key).Distinct(StringComparer.Ordinal).Count()));
        }
    }

    private static PlacedText Word(string text, double x, double y) => new(text, x, y, x + 8, y + 6);
}
