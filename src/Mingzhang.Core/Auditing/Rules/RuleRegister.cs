using Mingzhang.Core.Auditing.Rules.Form;
using Mingzhang.Core.Auditing.Rules.Names;
using Mingzhang.Core.Auditing.Rules.Narrative;
using Mingzhang.Core.Auditing.Rules.Performance;

namespace Mingzhang.Core.Auditing.Rules;

/// <summary>All rules that are classes (规则登记). A new rule is one file and one line here.</summary>
public static class RuleRegister
{
    /// <summary>The rules, in order of id.</summary>
    public static IReadOnlyList<IDisclosureRule> All { get; } =
    [
        new PartHeadings(),
        new ContentsAgainstBody(),
        new RequiredTables(),
        new EmptyTables(),
        new OpenChoices(),
        new TemplateWords(),
        new EmptyDates(),
        new OpenBrackets(),
        new DoubledPunctuation(),
        new RepeatedWords(),
        new StopInSentence(),
        new ItemsWithoutStop(),
        new CommonTypos(),
        new YearWords(),
        new TitleYears(),
        new AgencySpelling(),
        new TitleAgency(),
        new UnitCodes(),
        new ProjectNames(),
        new ProjectCodes(),
        new CodeNames(),
        new ItemPaths(),
        new GlossaryItems(),
        new EconomicItems(),
        new OperatingItems(),
        new FunctionHeaders(),
        new ProjectBudgets(),
        new FormSums(),
        new BudgetHistory(),
        new Calculations(),
        new BareBasis(),
        new WholeComposition(),
        new AmountAgainstTable(),
        new AmountSaidTwice(),
        new PartsAgainstTotal(),
        new ChangeSaidTwice(),
        new ShareRecomputed(),
        new GrowthRecomputed(),
        new CompletionRecomputed(),
        new RateOnZeroBase(),
        new DirectionWords(),
        new ComparisonWords(),
        new ChangeAmount(),
        new MissingUnit(),
        new UnitSlip(),
        new MissingPercentSign(),
        new ReasonMissing(),
        new UseMissing(),
        new ItemsNamed(),
        new UseAgainstTable(),
        new BaseYear(),
        new StatedYear(),
        new RunningCosts(),
    ];
}
