using System.Globalization;
using System.Text;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Cases.Tests;

/// <summary>A made-up budget of a Shanghai district (上海市区级部门预算), as its text comes out of a PDF: read back whole and audited clean.</summary>
public class DistrictBudgetTests
{
    private const string Id = "shanghai-2026-budget";
    private const string Agency = "上海市云间区综合服务局";

    private static readonly Disclosure Compiled = Compile();

    private static Disclosure Read(string text)
    {
        var read = DisclosureReader.Read("公开.txt", Encoding.UTF8.GetBytes(text), [.. Product.Data.Editions.Editions], Product.Data.Catalogue, () => Product.Data.Rules);
        Assert.True(read.IsRead, read.Error);
        return read.Value;
    }

    [Fact]
    public void It_is_known_by_what_it_prints_itself()
    {
        var facts = Read(Text()).Facts;
        Assert.Equal((Id, Agency, 2026, DisclosureKind.Budget), (facts.Edition, facts.Agency, facts.Year, facts.Kind));
    }

    /// <summary>How programs give the same pages as text (取出文字的样子): form feeds, marks between pages, titles after their tables, tabs for gaps.</summary>
    public static TheoryData<string> Shapes { get; } = ["换页符", "页间标记", "表名在后", "制表符代空白"];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Every_figure_is_read_back_in_its_row_and_column(string shape)
    {
        var read = Read(Shaped(shape));
        Assert.Equal(Compiled.Statements.Select(s => s.Title), read.Statements.Select(s => s.Title));
        // Where every row of a table has its total and one other amount, its text does not tell which column that is.
        Assert.All(Compiled.Statements.Zip(read.Statements), pair =>
        {
            var (printed, sure) = (Figures(pair.First, _ => true), Figures(pair.Second, c => c.Sure));
            Assert.Empty(sure.Except(printed));
            Assert.Equal(printed.Count, Figures(pair.Second, _ => true).Count);
            if (!pair.First.Title.StartsWith("部门政府性基金", StringComparison.Ordinal) && !pair.First.Title.StartsWith("部门国有资本", StringComparison.Ordinal))
                Assert.Equal(printed, sure);
        });
        Assert.True(Compiled.Statements.Sum(s => Figures(s, _ => true).Count) > 100);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void It_is_audited_clean(string shape) =>
        Assert.Empty(Audit(Shaped(shape)).Where(f => f.Severity != Severity.Hint).Select(f => f.Message));

    [Theory]
    [InlineData("行政运行（项）”", "9.99万元", "NA-0101")]
    [InlineData("机关运行经费预算为", "9.99万元", "NA-0101")]
    public void A_sentence_in_ten_thousands_is_held_against_the_table_in_yuan(string before, string wrong, string rule)
    {
        var text = Text();
        var from = text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        var to = text.IndexOf("万元", from, StringComparison.Ordinal) + 2;
        Assert.Contains(Audit(text[..from] + wrong + text[to..]), f => f.Rule == rule && f.Severity == Severity.Error);
    }

    private static IReadOnlyList<Finding> Audit(string text)
    {
        var report = Auditor.Audit(Read(text), [.. Product.Data.Editions.Editions], Product.Data.Rules, Product.Data.Catalogue, Product.Data.Wordings);
        Assert.Empty(report.FailedRules);
        return report.Findings;
    }

    private static Disclosure Compile()
    {
        var ledger = Product.Samples["台账"];
        // The office itself, without its institution: all its 公用经费 is then 机关运行经费.
        ledger = ledger with
        {
            Settings = ledger.Settings with { Agency = Agency, Year = 2026, BudgetEdition = Id },
            Lines = [.. ledger.Lines.Where(l => l.UnitCode == "301001")],
        };
        return Compiler.Compile(ledger, Product.Data.Editions.Find(Id)!, Product.Data.Catalogue);
    }

    private static List<string> Figures(Statement statement, Func<Cell, bool> which)
    {
        var form = Product.Data.Editions.Find(Id)!.Forms.Single(f => f.Title == statement.Title);
        var bound = StatementBinder.Bind(statement, form);
        return
        [
            .. bound.Rows.SelectMany(r => r.Row.Cells.Where(c => c.Figure is not null && which(c)).Select(c =>
                $"{r.Item?.Id ?? r.Code ?? "合计"} {r.Side?.Name} {bound.Column(r.Side, c.Column)?.Id} {c.Figure!.Value.Value.ToString("0.##", CultureInfo.InvariantCulture)}")).Order(StringComparer.Ordinal),
        ];
    }

    // One line a printed line, cells parted by a space, blank cells gone, 类 款 项 apart, and no line break before a page break.
    private static string Text()
    {
        var text = new StringBuilder($"上海市云间区2026年区级部门预算\f预算主管部门：{Agency}\f目 录\n一、部门预算编制说明 ………………\n二、部门预算表 ………………\n三、其他相关情况说明 ………………\n四、名词解释 ………………\f2026年部门预算编制说明\n");
        text.Append("财政拨款支出主要内容如下：\n");
        var spending = Compiled.Statements.Single(s => s.Title == "部门支出预算总表");
        text.Append(CultureInfo.InvariantCulture, $"1.“一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）”{WanYuan(spending, "2010301", "合计")}万元，主要用于机关的基本支出和项目支出。");
        foreach (var statement in Compiled.Statements)
        {
            text.Append(CultureInfo.InvariantCulture, $"\f2026年{statement.Title}\n编制部门：{Agency} 单位：{statement.Unit}\n");
            text.AppendJoin(' ', statement.Columns.Select(c => c.Leaf)).Append('\n');
            var rows = Lines(statement).ToList();
            text.AppendJoin('\n', rows);
            if (statement.Note is { } note)
                text.Append('\n').Append(note);
        }

        var running = Compiled.Statements[^1];
        text.Append("\f其他相关情况说明\n一、机关运行经费预算\n2026年").Append(Agency).Append("下属1家机关和0家参公事业单位财政拨款的机关运行经费预算为")
            .Append(running.Rows[0].Cells.Single(c => c.Column.Leaf == "机关运行经费预算数").Text).Append("万元。\n二、政府采购预算情况\n2026年没有政府采购预算。\n");
        return text.ToString();
    }

    private static string Shaped(string shape)
    {
        var pages = Text().Split('\f');
        return shape switch
        {
            "页间标记" => Marked(pages),
            "表名在后" => Marked([.. pages.Select(TitleLast)]),
            "制表符代空白" => string.Join("\n\n-- PAGE_BREAK --\n\n\n", pages.Select(p => p.Replace(" ", " \t", StringComparison.Ordinal))),
            _ => Text(),
        };
    }

    private static string Marked(string[] pages) =>
        string.Concat(pages.Select((p, i) => string.Create(CultureInfo.InvariantCulture, $"{p}\n\n-- {i + 1} of {pages.Length} --\n\n")));

    // The centred title is drawn after the rows.
    private static string TitleLast(string page)
    {
        var lines = page.Split('\n');
        return lines.Length > 2 && lines[1].StartsWith("编制部门：", StringComparison.Ordinal) ? string.Join('\n', lines.Skip(1).Append(lines[0])) : page;
    }

    private static string WanYuan(Statement statement, string code, string column) =>
        (statement.Rows.Single(r => r.Key == code).Cells.First(c => c.Column.Leaf == column).Figure!.Value.Value / 10_000m).ToString("0.00", CultureInfo.InvariantCulture);

    // The two sides of a table stand beside each other, row by row.
    private static IEnumerable<string> Lines(Statement statement)
    {
        if (!statement.Rows.Any(r => r.Key.StartsWith("收入/", StringComparison.Ordinal)))
            return statement.Rows.Select(Line);
        var income = statement.Rows.Where(r => r.Key.StartsWith("收入/", StringComparison.Ordinal)).Select(Line).ToList();
        // Only classes with amounts are printed.
        var spending = statement.Rows.Where(r => !r.Key.StartsWith("收入/", StringComparison.Ordinal) && r.Cells.Any(c => c.Figure is not null)).Select(Line).ToList();
        // Both totals stand on the last line.
        income.InsertRange(income.Count - 1, Enumerable.Repeat("", Math.Max(0, spending.Count - income.Count)));
        spending.InsertRange(spending.Count - 1, Enumerable.Repeat("", Math.Max(0, income.Count - spending.Count)));
        return income.Zip(spending, (a, b) => $"{a} {b}".Trim());
    }

    private static string Line(StatementRow row)
    {
        var code = row.Key.Length is 3 or 5 or 7 && row.Key.All(char.IsAsciiDigit) ? string.Join(' ', Parts(row.Key)) + " " : "";
        // The one row of a table has no label.
        var name = row.Key.Length == 0 ? "" : row.Name;
        return $"{code}{name} {string.Join(' ', row.Cells.Where(c => c.Text is { Length: > 0 }).Select(c => c.Text))}".Trim();
    }

    private static IEnumerable<string> Parts(string code)
    {
        yield return code[..3];
        for (var i = 3; i < code.Length; i += 2)
            yield return code[i..(i + 2)];
    }
}
