using Mingzhang.Core.Compiling;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;
using Mingzhang.Core.Figures;
using Mingzhang.Data;
using Mingzhang.Data.Ledgers;
using Mingzhang.Documents.Publishing;

namespace Mingzhang.Documents.Tests.Publishing;

/// <summary>The samples as they are published, with a narrative and a form of our own.</summary>
internal static class SampleDisclosure
{
    private static readonly string Root = Find();

    public static DataFolder Data { get; } = new(Path.Combine(Root, "data"));

    public static IReadOnlyList<Edition> Editions { get; } = [.. Data.Editions.Editions];

    public static Disclosure Of(string sample)
    {
        var ledger = LedgerLoader.Load(Path.Combine(Root, "samples", sample), Data.Catalogue).Ledger!;
        return Compiler.Compile(ledger, Data.Editions.Find((ledger.Settings.BudgetEdition ?? ledger.Settings.FinalEdition)!)!, Data.Catalogue);
    }

    /// <summary>A whole document: tables, narrative before and after them, a form.</summary>
    public static Disclosure Whole(string sample) => Of(sample) with
    {
        Narrative =
        [
            new Paragraph("第一部分概况/一、主要职责", "承担本级医疗保障工作，具体见职责规定。", Place.Unknown, []),
            new Paragraph("第三部分情况说明/一、收支总体情况/（一）收入情况", "本年收入按来源列示，与上年“三公”口径一致。", Place.Unknown, []),
            new Paragraph("第三部分情况说明/一、收支总体情况", "其余见各表。", Place.Unknown, []),
        ],
        Performance =
        [
            new PerformanceForm(
                "项目支出绩效目标表", "购买服务", [new("项目名称", "购买服务"), new("项目主管部门", "某局")],
                [
                    new Indicator(null, "产出指标", "数量指标", "发放人数", [new("指标值", "21人")], null, null, Place.Unknown),
                    new Indicator(null, "产出指标", "质量指标", "合格率", [new("指标值", "≥95%")], null, null, Place.Unknown),
                ]),
        ],
    };

    public static byte[] Publish(Disclosure disclosure, string format, bool findsPages = false) =>
        Publishers.Find(format)!.Publish(disclosure, new PublishContext(Editions, findsPages), TestContext.Current.CancellationToken).Value![0].Content.ToArray();

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Mingzhang.slnx")))
                return at.FullName;
        }

        throw new InvalidOperationException("The tests lie outside a checkout.");
    }
}
