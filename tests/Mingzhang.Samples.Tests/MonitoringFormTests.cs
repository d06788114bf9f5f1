using System.Text;
using Mingzhang.Core.Compiling;
using Mingzhang.Core.Ledgers.Performance;
using Mingzhang.Core.Performance;
using Mingzhang.Data.Ledgers;
using Mingzhang.Documents.Publishing;
using Mingzhang.Documents.Publishing.Layout;

namespace Mingzhang.Samples.Tests;

/// <summary>The monitoring form of mid-year, made for a sample's projects.</summary>
public sealed class MonitoringFormTests
{
    private const string Project = "42011224065Y000000202";

    [Fact]
    public void What_was_reached_by_June_stands_beside_the_goal_with_cause_and_prospect()
    {
        var ledger = LedgerLoader.Load(World.Sample("dongxihu-2024"), World.Data.Catalogue).Ledger!;
        ledger = ledger with
        {
            Performance = ledger.Performance with
            {
                Money = [.. ledger.Performance.Money, new(Project, ExecutionFigures.MidYear, 2024, 56_000_000, 21_000_000), new(Project, ExecutionFigures.Expected, 2024, null, 54_000_000)],
                Measurements = [new(Project, "档案整理份数", null, MeasureTime.MidYear, null, "6200", null, Expected: "14000", Prospect: "有可能")],
                Causes = [new(Project, MeasureTime.MidYear, "档案整理份数", "人员保障", "整理人员不足", null), new(Project, MeasureTime.MidYear, null, "经费保障", "下半年集中采购", "加快采购")],
            },
        };
        var disclosure = PerformanceForms.Compile(ledger, World.Data.MonitoringForms, World.Data.Catalogue, "2024年绩效运行监控表");

        var form = disclosure.Performance.Single(f => f.Project == "医保服务中心工作经费");
        Assert.Equal(["56.00", "21.00", "37.50%", "54.00"], new[] { "年初预算数", "1至6月执行数", "1至6月执行率", "全年预计执行数" }.Select(k => form.Fields.Single(f => f.Key == k).Value));
        Assert.Equal("经费保障：下半年集中采购", form.Fields.Single(f => f.Key == "预算执行偏差原因").Value);
        var files = form.Indicators.Single(i => i.Level3 == "档案整理份数");
        Assert.Equal(["14000左右", "6200", "14000", "人员保障：整理人员不足", "有可能"], files.Values.Select(v => v.Value));

        // Every format lays it out by its own form, with nothing left over.
        Assert.All(disclosure.Performance, f => Assert.Contains(FormLayout.Of(f, disclosure.Facts, World.Data.MonitoringForms).Rows.SelectMany(r => r), c => c.Text == "项目资金（万元）"));
        foreach (var format in (string[])["html", "docx", "xlsx"])
        {
            var made = Publishers.Find(format)!.Publish(disclosure, new PublishContext([World.Data.MonitoringForms]), TestContext.Current.CancellationToken);
            Assert.True(made.IsRead, made.Error);
            if (format == "html")
                Assert.Contains("2024年绩效运行监控表", Encoding.UTF8.GetString(made.Value[0].Content.Span), StringComparison.Ordinal);
            if (Environment.GetEnvironmentVariable("MINGZHANG_PICTURES") is { Length: > 0 } folder)
                File.WriteAllBytes(Path.Combine(folder, "monitoring." + format), made.Value[0].Content.ToArray());
        }
    }
}
