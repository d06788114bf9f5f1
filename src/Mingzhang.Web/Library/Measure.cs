using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Editions.Matching;
using Mingzhang.Core.Figures;

namespace Mingzhang.Web.Library;

/// <summary>A figure that documents of every place and year have (可比指标), by the tables that print it.</summary>
/// <param name="Name">Name for people.</param>
/// <param name="Places">Where it stands, by identities of the base editions; the first that a document has counts.</param>
internal sealed record Measure(string Name, params IReadOnlyList<string> Places)
{
    private readonly IReadOnlyList<FormulaReference> _references = [.. Places.Select(p => FormulaReference.Parse(p) ?? throw new ArgumentException(p, nameof(Places)))];

    /// <summary>收入总计.</summary>
    public static readonly Measure Income = new("收入总计", "收支总表[收入/收入总计].预算数", "收入支出决算总表[收入/总计].金额");

    /// <summary>支出总计.</summary>
    public static readonly Measure Expenditure = new("支出总计", "收支总表[支出/支出总计].预算数", "收入支出决算总表[支出/总计].金额");

    /// <summary>本年支出.</summary>
    public static readonly Measure Spent = new("本年支出", "支出总表[合计].合计", "支出决算表[合计].合计");

    /// <summary>基本支出.</summary>
    public static readonly Measure Basic = new("基本支出", "支出总表[合计].基本支出", "支出决算表[合计].基本支出");

    /// <summary>项目支出.</summary>
    public static readonly Measure Projects = new("项目支出", "支出总表[合计].项目支出", "支出决算表[合计].项目支出");

    /// <summary>What a list of documents shows.</summary>
    public static IReadOnlyList<Measure> Head { get; } = [Income, Expenditure, Basic, Projects];

    /// <summary>“三公”经费.</summary>
    public static IReadOnlyList<Measure> ThreePublic { get; } =
    [
        new("“三公”经费合计", "一般公共预算“三公”经费支出表[合计].合计", "财政拨款“三公”经费支出决算表[合计].决算/合计"),
        new("因公出国（境）费", "一般公共预算“三公”经费支出表[合计].因公出国（境）费", "财政拨款“三公”经费支出决算表[合计].决算/因公出国（境）费"),
        new("公务用车购置及运行费", "一般公共预算“三公”经费支出表[合计].公务用车/小计", "财政拨款“三公”经费支出决算表[合计].决算/公务用车/小计"),
        new("公务接待费", "一般公共预算“三公”经费支出表[合计].公务接待费", "财政拨款“三公”经费支出决算表[合计].决算/公务接待费"),
    ];

    /// <summary>The figure in a document; null when its tables do not print it.</summary>
    public MeasuredFigure? In(Publication publication) =>
        _references.Select(r => Find(publication, r.Table!, r.Row!, r.Column!)).OfType<MeasuredFigure>().FirstOrDefault();

    /// <summary>The amounts of the functional 类 in a document, by code.</summary>
    public static IReadOnlyDictionary<string, (string Name, MeasuredFigure Figure)> Classes(Publication publication)
    {
        var found = new Dictionary<string, (string, MeasuredFigure)>(StringComparer.Ordinal);
        foreach (var form in new[] { "支出总表", "支出决算表" })
        {
            if (publication.Statements.FirstOrDefault(s => s.Form?.Id == form) is not { } table)
                continue;
            foreach (var row in table.Rows.Where(r => r is { Role: RowRole.Code, Depth: 1, Code: not null }))
            {
                if (Find(publication, form, row.Code!, "合计") is { } figure)
                    found.TryAdd(row.Code!, (row.Row.Name, figure));
            }
        }

        return found;
    }

    private static MeasuredFigure? Find(Publication publication, string table, string row, string column)
    {
        foreach (var bound in publication.Statements.Where(s => s.Form?.Id == table))
        {
            var slash = row.IndexOf('/', StringComparison.Ordinal);
            var named = slash > 0 ? bound.Form!.Sides.FirstOrDefault(s => s.Name == row[..slash]) : null;
            foreach (var side in named is null ? bound.Form!.Sides : [named])
            {
                if (bound.RowNamed(side, named is null ? row : row[(slash + 1)..]) is { } at && bound.Printed(side, column) is { } header)
                    return Of(bound, at, side, header);
            }
        }

        return null;
    }

    private static MeasuredFigure? Of(BoundStatement bound, int row, FormSide side, ColumnPath header)
    {
        var cell = bound.Statement.Rows[row].Cells.FirstOrDefault(c => c.Column.Equals(header));
        var unit = bound.Column(side, header)?.Unit ?? Units.Parse(bound.Statement.Unit ?? "") ?? bound.Form!.Unit;
        return new MeasuredFigure((cell?.Figure?.Value ?? 0m) * unit.InYuan(), cell?.Figure is null ? null : FigureAddress.Of(bound.Statement, row, header));
    }
}

/// <summary>A figure of a document.</summary>
/// <param name="Yuan">The amount in 元; zero for a blank.</param>
/// <param name="Address">Where it stands; null for a blank.</param>
internal sealed record MeasuredFigure(decimal Yuan, FigureAddress? Address)
{
    /// <summary>The amount in 万元 with two decimals.</summary>
    public string WanYuan => FigureText.Format(Yuan / 10_000m, 2, thousands: true);
}
