using System.Collections.Concurrent;
using Mingzhang.Core.Classifications;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;

namespace Mingzhang.Generation;

/// <summary>
/// What the forms of an edition have room for (表样容得下的数). A form that is broken down by fund, category or code must have a
/// place for every line that enters its totals: the edition of Wuhan 2022 has none for 国有资本经营预算, so no ledger of it holds any.
/// </summary>
internal sealed class EditionRoom
{
    private static readonly Dimension[] BrokenDown = [Dimension.Fund, Dimension.MoneyYear, Dimension.Category, Dimension.Function, Dimension.Economic];

    private readonly Edition _edition;
    private readonly Stage _stage;
    private readonly Func<Dimension, Classification> _classification;
    private readonly ConcurrentDictionary<LedgerLine, bool> _known = [];

    public EditionRoom(Edition edition, Func<Dimension, Classification> classification)
    {
        _edition = edition;
        _stage = edition.Kind == Core.Disclosures.DisclosureKind.Budget ? Stage.Budget : Stage.Final;
        _classification = classification;
        // A breakdown by function is the same for every fund and category.
        FunctionRoots = [.. classification(Dimension.Function).Roots.Where(r => Fits(Blank(Flow.Expenditure, "一般公共预算", MoneyYear.Current, "特定目标类") with { FunctionCode = r.Code }))];
    }

    /// <summary>
    /// Whether the edition prints what is carried on to the next year (年末结转和结余). Where it does not, as in the budgets of Shanghai of
    /// 2026, a year's income must equal its expenditure: a ledger that carries money on has no table there that shows it.
    /// </summary>
    public bool HasClosing => Prints(Flow.Closing);

    /// <summary>The functional 类 that all tables print.</summary>
    public IReadOnlyList<ClassificationItem> FunctionRoots { get; }

    /// <summary>Whether money of this kind can be spent under an economic code: every table that adds it up also shows it.</summary>
    /// <param name="fund">资金来源.</param>
    /// <param name="year">资金年度.</param>
    /// <param name="category">支出类别.</param>
    /// <param name="economicRoot">经济分类 类.</param>
    public bool HasExpenditure(string fund, MoneyYear year, string category, string economicRoot) =>
        Fits(Blank(Flow.Expenditure, fund, year, category) with { EconomicCode = economicRoot })
        // Nor is there a table for money carried over: what the text says of all years would stand beside tables of one.
        && (year == MoneyYear.Current || Prints(Flow.Opening))
        && Fits(Blank(year == MoneyYear.Current ? Flow.Income : Flow.Opening, fund, year, null))
        // A fund whose own table the edition dropped is left out of the sum of all funds.
        && (_stage == Stage.Final || !Within(Dimension.Fund, fund, "国有资本经营预算") || _edition.Find("国有资本经营预算支出表") is not null);

    private LedgerLine Blank(Flow flow, string fund, MoneyYear year, string? category) =>
        new(_stage, flow, "", null, category, null, null, fund, year, 0);

    private bool Fits(LedgerLine line) => _known.GetOrAdd(line, l => _edition.Forms.All(f => Fits(f, l)));

    private bool Fits(Form form, LedgerLine line)
    {
        // A table of one row breaks nothing down: each of its columns is a sum of its own.
        if (!Accepts(form.Lines, line, null) || form.Sides is [{ Rows: SingleRow }])
            return true;
        foreach (var dimension in BrokenDown)
        {
            foreach (var entries in Breakdowns(form))
            {
                var named = entries.Where(e => e.Names(dimension)).ToList();
                if (named.Exists(e => Accepts(e, line, dimension)) && !named.Exists(e => Accepts(e, line, null)))
                    return false;
            }
        }

        return true;
    }

    private bool Prints(Flow flow) => _edition.Forms.SelectMany(Breakdowns).SelectMany(lines => lines)
        .Any(l => l.Conditions.Any(c => c.Dimension == Dimension.Flow && c.Members.Contains(flow.ChineseName())));

    // What stands side by side in a form: the columns of a side, its items; and the codes that the sides of a form share out.
    private static IEnumerable<IEnumerable<Selector>> Breakdowns(Form form)
    {
        foreach (var side in form.Sides)
        {
            yield return side.Amounts.Where(c => c.RecordField is null).Select(c => c.Lines);
            if (side.Rows is ItemRows items)
                yield return items.Items.Select(i => i.Lines);
        }

        yield return form.Sides.Select(s => s.Rows).OfType<TreeRows>().Where(t => t.Roots.Count > 0)
            .Select(t => new Selector([new SelectorCondition(t.Dimension, t.Roots)]));
    }

    // A dimension in which the line is still open accepts everything, as does the one left out.
    private bool Accepts(Selector selector, LedgerLine line, Dimension? leftOut) =>
        selector.Conditions.All(c => c.Dimension == leftOut || Value(line, c.Dimension) is not { } value || c.Members.Any(m => Within(c.Dimension, value, m)));

    private bool Within(Dimension dimension, string value, string member)
    {
        if (dimension is Dimension.Flow or Dimension.Stage or Dimension.MoneyYear)
            return value == member;
        var tree = _classification(dimension);
        return tree.TryFind(value, out var item) && tree.TryFind(member, out var top) && item.IsWithin(top);
    }

    private static string? Value(LedgerLine line, Dimension dimension) => dimension switch
    {
        Dimension.Flow => line.Flow.ChineseName(),
        Dimension.Stage => line.Stage.ChineseName(),
        Dimension.MoneyYear => line.Year.ChineseName(),
        Dimension.Fund => line.Fund,
        Dimension.Category => line.Category,
        Dimension.Function => line.FunctionCode,
        _ => line.EconomicCode,
    };
}
