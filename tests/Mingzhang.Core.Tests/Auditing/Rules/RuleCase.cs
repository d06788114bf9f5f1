using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Related;
using Mingzhang.Core.Auditing.Rules;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;

namespace Mingzhang.Core.Tests.Auditing.Rules;

/// <summary>A small document of an invented agency, put together line by line as it would be printed.</summary>
internal sealed class RuleCase
{
    public const string Agency = "云湖市青禾区档案保护中心";

    private readonly List<PrintedText> _texts = [];
    private readonly List<Paragraph> _paragraphs = [];
    private readonly List<Statement> _statements = [];
    private readonly List<PerformanceForm> _forms = [];
    private readonly List<Form> _known = [];
    private int _line;

    public int Year { get; init; } = 2024;

    public DisclosureKind Kind { get; init; } = DisclosureKind.Budget;

    /// <summary>District of the edition its tables follow; null for the national one.</summary>
    public string? Region { get; init; }

    public RuleCase Lines(params string[] lines)
    {
        foreach (var line in lines)
            _texts.Add(new PrintedText(line, Next(), false));
        return this;
    }

    public RuleCase Cells(params string[] cells)
    {
        foreach (var cell in cells)
            _texts.Add(new PrintedText(cell, Next(), true));
        return this;
    }

    public RuleCase Say(string text, string section = "第三部分情况说明/一、总体情况")
    {
        var at = Next();
        _texts.Add(new PrintedText(text, at, false));
        _paragraphs.Add(new Paragraph(section, text, at, []));
        return this;
    }

    /// <summary>Rows as “code or key|name|column=text|…”; a table with <paramref name="form"/> is one the edition knows.</summary>
    public RuleCase Table(string title, string? form, string? note, params string[] rows)
    {
        var at = Next();
        _texts.Add(new PrintedText(title, at, false));
        var read = rows.Select(row => row.Split('|')).Select(parts => new StatementRow(
            parts[0], parts[1], 1, [.. parts.Skip(2).Select(p => p.Split('=')).Select(p => new Cell(ColumnPath.Parse(p[0]), p[1], FigureText.Parse(p[1]), true, Next()))])).ToList();
        List<ColumnPath> columns = [.. read.SelectMany(r => r.Cells).Select(c => c.Column).Distinct()];
        _statements.Add(new Statement(title, null, "万元", columns, read, note, at));
        if (form is not null)
            Known(form, title, [.. columns.Select(c => c.Text)]);
        return this;
    }

    /// <summary>The same tables in another unit; null where none is printed.</summary>
    public RuleCase In(string? unit)
    {
        for (var i = 0; i < _statements.Count; i++)
            _statements[i] = _statements[i] with { Unit = unit };
        return this;
    }

    /// <summary>A form the edition has, whether the document shows it or not.</summary>
    public RuleCase Known(string id, string title, params string[] columns)
    {
        _known.Add(new Form
        {
            Id = id,
            Title = title,
            Sides = [new FormSide("", new ProjectRows("合计", false), [.. columns.DefaultIfEmpty("合计").Select(c => new FormColumn { Id = c, Header = ColumnPath.Parse(c) })])],
        });
        return this;
    }

    /// <summary>A performance form: fields as “name=value”, indicators as “goal|level 1|level 2|level 3|header=value|…|weight:10|score:9”.</summary>
    public RuleCase Goals(string title, string? project, string[] fields, params string[] indicators)
    {
        var at = Next();
        _texts.Add(new PrintedText(title, at, false));
        foreach (var field in fields)
            _texts.Add(new PrintedText(field.Replace("=", " ", StringComparison.Ordinal), Next(), true));
        _forms.Add(new PerformanceForm(title, project, [.. fields.Select(f => f.Split('=', 2)).Select(f => new KeyValuePair<string, string>(f[0], f[1]))], [.. indicators.Select(Read)]) { At = at });
        return this;
    }

    /// <summary>Indicators of the last form that the short notation cannot write, e.g. such without a name.</summary>
    public RuleCase Indicators(IReadOnlyList<Indicator> indicators)
    {
        _forms[^1] = _forms[^1] with { Indicators = indicators };
        return this;
    }

    public List<Finding> Check<T>()
        where T : IDisclosureRule => [.. RuleRegister.All.OfType<T>().Single().Check(Context())];

    /// <summary>The findings of a rule that other assemblies know by its id only.</summary>
    public List<Finding> CheckNamed(string id) => [.. RuleRegister.All.Single(r => r.Info.Id == id).Check(Context())];

    /// <summary>The same beside another document.</summary>
    public List<Finding> Check<T>(RuleCase other)
        where T : IDisclosureRule
    {
        var (own, related) = (Context(), other.Context());
        var role = RelatedRoles.Of(own.Disclosure.Facts, related.Disclosure.Facts)!.Value;
        return [.. RuleRegister.All.OfType<T>().Single().Check(own with { Related = [new RelatedDocument(role, related)] })];
    }

    private RuleContext Context()
    {
        var disclosure = new Disclosure(new DocumentFacts("case.txt", Kind, Agency, Year, null, null), _statements, _forms, _paragraphs) { Texts = _texts };
        Edition[] editions = _known.Count == 0 ? [] : [new Edition("case", "测试表样", Kind, 2015, null, Region, _known)];
        return new RuleContext(disclosure, AuditedDocument.Prepare(disclosure, editions, []), Catalogue, () => []);
    }

    public static ClassificationCatalogue Catalogue { get; } = new(
    [
        new Classification(ClassificationCatalogue.Function, 2015, null,
        [
            new("201", "一般公共服务支出"), new("20126", "档案事务", "201"), new("2012601", "行政运行", "20126"), new("2012604", "档案馆", "20126"),
            new("210", "卫生健康支出"), new("21011", "行政事业单位医疗", "210"), new("2101102", "事业单位医疗", "21011"),
            new("221", "住房保障支出"), new("22102", "住房改革支出", "221"), new("2210201", "住房公积金", "22102"), new("2210202", "提租补贴", "22102", ["租金补贴"]),
        ]),
        new Classification(ClassificationCatalogue.Economic, 2015, null,
        [
            new("302", "商品和服务支出"), new("30201", "办公费", "302"), new("30213", "维修（护）费", "302"), new("30227", "委托业务费", "302"),
        ]),
    ]);

    private static Indicator Read(string text)
    {
        var parts = text.Split('|');
        decimal? Number(string key) => parts.FirstOrDefault(p => p.StartsWith(key, StringComparison.Ordinal)) is { } found ? decimal.Parse(found[key.Length..], System.Globalization.CultureInfo.InvariantCulture) : null;
        var values = parts.Skip(4).Where(p => p.Contains('=')).Select(p => p.Split('=', 2)).Select(p => new KeyValuePair<string, string>(p[0], p[1]));
        return new Indicator(parts[0], parts[1], parts[2], parts[3], [.. values], Number("weight:"), Number("score:"), Place.Unknown);
    }

    private Place Next() => new(Line: ++_line);
}
