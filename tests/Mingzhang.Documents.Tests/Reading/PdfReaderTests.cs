using System.Diagnostics;
using System.Text.Json;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reading.Sources;

namespace Mingzhang.Documents.Tests.Reading;

public class PdfReaderTests
{
    private static SourceDocument Read(TinyPdf pdf)
    {
        Assert.SkipUnless(TinyPdf.CanRead, "pdftotext or qpdf is not here");
        return Shared.Must(Shared.Read("样本.pdf", pdf.Bytes()));
    }

    private static string Show(SourceBlock block) => block switch
    {
        TextLine line => line.Text,
        SourceGrid grid => string.Join('\n', grid.Rows.Select(r => string.Join('|', r.Cells.Select(c => $"{c.Text}@{c.Column}{(c.ColumnSpan > 1 ? $"w{c.ColumnSpan}" : "")}{(c.RowSpan > 1 ? $"h{c.RowSpan}" : "")}")))),
        _ => "?",
    };

    private static TinyPdf Table(TinyPdf pdf) => pdf
        .Stroke(50, 100, 350, 100).Stroke(150, 120, 350, 120).Stroke(50, 140, 350, 140).Stroke(50, 160, 350, 160)
        .Stroke(50, 100, 50, 160).Stroke(150, 100, 150, 160).Stroke(250, 120, 250, 160).Stroke(350, 100, 350, 160)
        .Text(80, 124, "项目").Text(230, 114, "支出").Text(180, 134, "合计").Text(280, 134, "基本支出")
        .Text(60, 154, "教育").Text(180, 154, "1,077.43");

    private const string TableText = "项目@0h2|支出@1w2\n合计@1|基本支出@2\n教育@0|1,077.43@1|@2";

    [Fact]
    public void Running_heads_are_left_out_and_titles_of_forms_are_not()
    {
        var pdf = new TinyPdf();
        for (var page = 1; page <= 6; page++)
            pdf.Text(200, 40, "云湖区档案局2026年部门预算").Text(60, 100, page % 2 == 0 ? "万元，用于保管。" : "档案保管经费12").Text(260, 760, $"第 {page} 页 共 6 页").EndPage();
        Assert.Equal(["档案保管经费12", "万元，用于保管。"], Read(pdf).Blocks.Take(2).Select(Show));
        var forms = new TinyPdf();
        for (var page = 1; page <= 6; page++)
            forms.Text(200, 40, "项目支出绩效目标表").Text(60, 100, $"项目{page}的目标").EndPage();
        Assert.Equal(6, Read(forms).Blocks.Count(b => Show(b) == "项目支出绩效目标表"));
    }

    [Fact]
    public void Ruled_lines_make_cells_and_missing_ones_merge_them()
    {
        var document = Read(Table(new TinyPdf().Text(200, 60, "收支总表").Text(300, 90, "单位：万元")).Text(50, 180, "注：无"));
        Assert.Equal(1, document.Pages);
        Assert.Equal(["收支总表", "单位：万元", TableText, "注：无"], document.Blocks.Select(Show));
        var cell = ((SourceGrid)document.Blocks[2]).Rows[2].Cells[1];
        Assert.Equal(1, cell.At.Page);
        Assert.Equal([150, 140, 250, 160], cell.At.Box!.Select(b => Math.Round(b)));
    }

    [Fact]
    public void Lines_drawn_as_thin_fills_cell_by_cell_are_lines()
    {
        var pdf = new TinyPdf();
        double[] xs = [50, 150, 250];
        double[] ys = [100, 120, 140];
        foreach (var x in xs)
        {
            foreach (var y in ys)
                pdf.Fill(x - 0.25, y - 0.25, 0.5, 0.5);
        }

        foreach (var y in ys)
            pdf.Fill(50.5, y, 99, 0.48).Fill(150.5, y, 99, 0.48);
        foreach (var x in xs)
            pdf.Fill(x, 100.5, 0.48, 19).Fill(x, 120.5, 0.48, 19);
        Assert.Equal(["甲@0|乙@1\n1@0|2@1"], Read(pdf.Text(60, 114, "甲").Text(160, 114, "乙").Text(60, 134, "1").Text(160, 134, "2")).Blocks.Select(Show));
    }

    [Fact]
    public void A_form_that_the_page_moves_keeps_its_table()
    {
        Assert.Equal([TableText], Read(Table(new TinyPdf()).AsForm(30, 200)).Blocks.Select(Show));
    }

    [Fact]
    public void A_page_turned_to_landscape_keeps_its_table()
    {
        // Turned pages are drawn lying: x to the top, y to the left.
        var pdf = Table(new TinyPdf().Raw("0 1 -1 0 842 0 cm")).EndPage(90);
        Assert.Equal([TableText], Read(pdf).Blocks.Select(Show));
    }

    [Fact]
    public void A_table_that_goes_on_overleaf_is_one_table_without_its_second_header_and_page_numbers_are_dropped()
    {
        double[] xs = [50, 150, 250];
        var pdf = new TinyPdf().Text(100, 60, "支出总表")
            .Grid(xs, [100, 120, 140]).Text(60, 114, "科目").Text(160, 114, "金额").Text(60, 134, "教育").Text(160, 134, "1.00")
            .Text(290, 810, "- 1 -").EndPage()
            .Grid([.. xs.Select(x => x + 5)], [60, 80, 100]).Text(65, 74, "科目").Text(165, 74, "金额").Text(65, 94, "卫生").Text(165, 94, "2.00")
            .Text(290, 810, "第 2 页").EndPage();
        Assert.Equal(["支出总表", "科目@0|金额@1\n教育@0|1.00@1\n卫生@0|2.00@1"], Read(pdf).Blocks.Select(Show));
    }

    [Fact]
    public void Tables_on_two_pages_with_other_borders_or_with_text_between_stay_two()
    {
        var pdf = new TinyPdf().Grid([50, 150, 250], [100, 120, 140]).Text(60, 114, "甲").EndPage()
            .Grid([50, 120, 250], [60, 80, 100]).Text(65, 74, "乙").EndPage()
            .Text(50, 40, "另表").Grid([50, 120, 250], [60, 80, 100]).Text(65, 74, "丙").EndPage();
        Assert.Equal(3, Read(pdf).Blocks.OfType<SourceGrid>().Count());
    }

    [Fact]
    public void Gaps_round_digits_are_no_spaces_and_numbers_apart_stay_apart()
    {
        var pdf = new TinyPdf().Text(50, 100, "增长").Text(73, 100, "13.95").Text(101, 100, "万元").Text(50, 130, "2.85").Text(80, 130, "0.39").Text(50, 160, "部门：甲").Text(300, 160, "单位：万元");
        Assert.Equal(["增长13.95万元", "2.85 0.39", "部门：甲 单位：万元"], Read(pdf).Blocks.Select(Show));
    }

    [Fact]
    public void A_box_with_one_field_and_underlines_are_no_tables()
    {
        var pdf = new TinyPdf().Grid([50, 300], [100, 140]).Text(60, 120, "提示").Text(50, 200, "标题").Stroke(50, 203, 90, 203);
        Assert.Equal(["提示", "标题"], Read(pdf).Blocks.Select(Show));
    }

    [Fact]
    public void What_cannot_be_read_says_why_and_what_to_do()
    {
        Assert.SkipUnless(TinyPdf.CanRead, "pdftotext or qpdf is not here");
        var good = new TinyPdf().Text(50, 100, "文").Bytes();
        Assert.Contains("扫描件", Shared.Read("扫描.pdf", new TinyPdf().Fill(1, 1, 100, 100).Bytes()).Error, StringComparison.Ordinal);
        Assert.Contains("已损坏", Shared.Read("残.pdf", good[..200]).Error, StringComparison.Ordinal);
        Assert.Contains("密码", Shared.Read("密.pdf", Encrypt(good)).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Pages_in_fonts_without_Unicode_are_told_and_the_others_are_read()
    {
        var document = Read(new TinyPdf().Text(50, 100, "可读").EndPage().Text(50, 100, "\ue001\ue002\ue003").EndPage());
        Assert.Equal(["可读"], document.Blocks.Select(Show));
        Assert.Contains("第2页的字体没有给出字符对照", Assert.Single(document.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_only_a_picture_is_told_and_the_others_are_read()
    {
        var document = Read(new TinyPdf().Text(50, 100, "可读").EndPage().Raw("q 500 0 0 700 40 40 cm /Im0 Do Q").EndPage());
        Assert.Equal(["可读"], document.Blocks.Select(Show));
        Assert.Contains("第2页只有图片", Assert.Single(document.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_program_is_told_apart_from_a_failing_one()
    {
        var run = ExternalProgram.Run("mingzhang-no-such-program", [], TestContext.Current.CancellationToken);
        Assert.Equal(ProgramEnd.Missing, run.End);
    }

    [Fact]
    public void Every_figure_of_the_real_final_accounts_stands_in_its_row_and_column()
    {
        Assert.SkipUnless(TinyPdf.CanRead, "pdftotext or qpdf is not here");
        using var gold = JsonDocument.Parse(File.ReadAllBytes(Shared.File("gold/putuo-guihua-2024.facts.json")));
        var document = Shared.Read("real/putuo-guihua-2024-final.pdf");
        Assert.Equal(30, document.Pages);
        var tables = new Dictionary<string, SourceGrid>(StringComparer.Ordinal);
        for (var i = 2; i < document.Blocks.Count; i++)
        {
            if (document.Blocks[i] is SourceGrid grid && document.Blocks[i - 2] is TextLine title)
                tables[title.Text] = grid;
        }

        var wrong = new List<string>();
        foreach (var fact in gold.RootElement.EnumerateArray())
        {
            var (table, row, name, column, value) = (fact.GetProperty("table").GetString()!, fact.GetProperty("row").GetString()!, fact.GetProperty("name").GetString()!, fact.GetProperty("col").GetString()!, fact.GetProperty("value").GetString()!);
            var label = row.Split('/')[^1];
            var headers = column.Split('/');
            var found = tables.TryGetValue(table, out var grid) && grid.Rows.Any(r =>
                (label.Length == 0 || r.Cells.Any(c => c.Text == label || c.Text == name))
                && r.Cells.Any(c => c.Text.Replace(",", "", StringComparison.Ordinal) == value && Above(grid, c).Contains(headers[^1])));
            if (!found)
                wrong.Add($"{table} {row} {name} {column} {value}");
        }

        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Above(SourceGrid grid, SourceCell cell) => grid.Rows.SelectMany(r => r.Cells)
        .Where(c => c.Column <= cell.Column && c.Column + c.ColumnSpan > cell.Column).Select(c => c.Text);

    private static byte[] Encrypt(byte[] pdf)
    {
        var folder = Directory.CreateTempSubdirectory("mingzhang-test-");
        try
        {
            var (plain, locked) = (Path.Combine(folder.FullName, "a.pdf"), Path.Combine(folder.FullName, "b.pdf"));
            File.WriteAllBytes(plain, pdf);
            using var process = Process.Start("qpdf", ["--encrypt", "user", "owner", "256", "--", plain, locked]);
            process.WaitForExit();
            return File.ReadAllBytes(locked);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
