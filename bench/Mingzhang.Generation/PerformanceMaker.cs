using System.Globalization;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Ledgers.Records;

namespace Mingzhang.Generation;

/// <summary>
/// Makes the performance records of a ledger (绩效记录): goals, indicators and, in final accounts, what was reached. What is asked
/// for follows from the forms of the edition.
/// </summary>
public static class PerformanceMaker
{
    private const int MostProjects = 6;

    private static readonly (string Level1, string[] Level2)[] Levels =
    [
        ("成本指标", ["经济成本指标"]), ("产出指标", ["数量指标", "质量指标", "时效指标"]), ("效益指标", ["社会效益指标", "可持续影响指标"]), ("满意度指标", ["服务对象满意度指标"]),
    ];

    private static readonly string[] Names =
        ["医疗救助人次", "定点机构检查覆盖率", "政策宣传次数", "费用审核准确率", "救助款发放及时率", "信访办结率", "参保群众满意程度", "档案整理份数", "每年（含追加）培训次数", "病种（DRG）入组率，含异地"];

    private static readonly string[] Units = ["人次", "%", "次", "份", "万元", "个工作日"];

    private static readonly string[] Words = ["有效提升", "按时完成", "应救尽救、应保尽保", "全面落实；没有投诉", "不断完善，2.0版上线"];

    private static readonly string[] Texts =
        ["落实医疗保障政策", "检查定点机构，追回违规资金12.5万元", "救助困难群众；资助参保", "办理信访“一件不漏”", "按合同金额（不超过预算）支付", "无", "《办法》（财社〔2013〕217号）第3条"];

    /// <summary>Gives a ledger what the forms of its edition ask for, for the whole department and some of its projects.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="edition">Its edition.</param>
    /// <param name="random">Decides everything.</param>
    public static Ledger Fill(Ledger ledger, Edition edition, DeterministicRandom random)
    {
        if (edition.Performance.Count == 0)
            return ledger;
        var maker = new Maker(ledger, edition, random);
        List<string?> subjects = [null, .. ledger.Projects.Where(_ => random.Chance(50)).Take(MostProjects).Select(p => p.Code)];
        foreach (var subject in subjects)
            maker.Subject(subject);
        return ledger with { Performance = maker.Records, Narrative = ledger.Narrative with { Uses = [.. ledger.Projects.Where(_ => random.Chance(80)).Select(p => new ProjectUse(p.Code, random.Pick(Texts)))] } };
    }

    private sealed class Maker(Ledger ledger, Edition edition, DeterministicRandom random)
    {
        private readonly List<PerformanceGoal> _goals = [];
        private readonly List<GoalIndicator> _indicators = [];
        private readonly List<FormEntry> _entries = [];
        private readonly List<PerformanceMoney> _money = [];
        private readonly List<CostLine> _costs = [];

        private bool IsFinal => edition.Kind == DisclosureKind.Final;

        private int Year => ledger.Settings.Year;

        public PerformanceRecords Records => new() { Goals = _goals, Indicators = _indicators, Entries = _entries, Money = _money, Costs = _costs };

        public void Subject(string? project)
        {
            var layouts = edition.Performance.Where(l => l.IsWhole == project is null).ToList();
            foreach (var term in (GoalTerm[])[GoalTerm.LongTerm, GoalTerm.Annual])
                Indicators(project, term);
            foreach (var field in layouts.SelectMany(l => l.Parts).OfType<FieldPart>().SelectMany(p => p.Rows).SelectMany(r => r).Where(f => f.Source == LayoutWords.Entry).Select(f => f.Label).Distinct())
            {
                if (random.Chance(80))
                    _entries.Add(new FormEntry(project, field, random.Pick(Texts)));
            }

            if (IsFinal && random.Chance(90))
                _money.Add(new PerformanceMoney(project, null, Year, random.Fen(), random.Chance(30) ? random.Fen() : null));
            foreach (var table in layouts.SelectMany(l => l.Parts).OfType<TablePart>())
                Table(project, table);
        }

        private void Indicators(string? project, GoalTerm term)
        {
            var goals = random.Between(term == GoalTerm.LongTerm ? 0 : 1, 3);
            for (var g = 1; g <= goals; g++)
            {
                _goals.Add(new PerformanceGoal(project, term, g, random.Pick(Texts)));
                foreach (var (level1, level2) in Levels.Where(_ => random.Chance(80)))
                {
                    foreach (var level in level2.Where(_ => random.Chance(70)))
                    {
                        foreach (var name in Names.Where(_ => random.Chance(20)))
                            _indicators.Add(Indicator(project, term, g, level1, level, name));
                    }
                }
            }
        }

        private GoalIndicator Indicator(string? project, GoalTerm term, int goal, string level1, string level2, string name)
        {
            var target = random.Chance(70)
                ? new IndicatorTarget(random.Chance(20) ? null : random.Pick(IndicatorTarget.Operators), random.Between(1, 20_000) / (random.Chance(20) ? 100m : 1m), random.Chance(90) ? random.Pick(Units) : null, null)
                : IndicatorTarget.Said(random.Pick(Words));
            return new GoalIndicator(project, term, goal, level1, level2, name, target)
            {
                BeforeLast = IsFinal || random.Chance(40) ? null : random.Between(1, 900).ToString(CultureInfo.InvariantCulture) + target.Unit,
                Last = IsFinal || random.Chance(30) ? null : target.Printed,
                Basis = IsFinal || random.Chance(20) ? null : random.Pick<string>(["计划标准", "历史标准", "行业标准"]),
                Weight = IsFinal ? random.Between(1, 30) : null,
                Actual = !IsFinal || random.Chance(10) ? null : target.Number is { } number ? number.ToString("0.####", CultureInfo.InvariantCulture) + target.Unit : target.Words,
                Score = IsFinal && random.Chance(50) ? random.Between(0, 60) / 2m : null,
            };
        }

        private void Table(string? project, TablePart table)
        {
            switch (table.Kind)
            {
                case "构成":
                    foreach (var row in table.Rows)
                    {
                        foreach (var year in (int[])[Year - 2, Year - 1])
                        {
                            if (random.Chance(80))
                                _money.Add(new PerformanceMoney(project, row.Name, year, null, random.Fen()));
                        }
                    }

                    break;
                case "历年":
                    foreach (var year in (int[])[Year - 2, Year - 1])
                    {
                        if (random.Chance(80))
                            _money.Add(new PerformanceMoney(project, null, year, random.Fen(), random.Chance(70) ? random.Fen() : null));
                    }

                    break;
                case "测算" when project is not null:
                    for (var i = random.Between(0, 4); i > 0; i--)
                    {
                        var number = i.ToString(CultureInfo.InvariantCulture);
                        var content = random.Chance(80) ? "活动内容第" + number + "项" : null;
                        _costs.Add(new CostLine(
                            project, "业务活动" + (content is null || random.Chance(50) ? number : "甲"), content, random.Chance(80) ? "委托业务费" : null,
                            random.Fen(), random.Chance(70) ? "12人×3000元，另加20%" : null));
                    }

                    break;
            }
        }
    }
}
