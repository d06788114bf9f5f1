using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Mingzhang.Core.Office;
using Mingzhang.Data;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Tests.Workbench;

/// <summary>Who has one unit of a department gets nothing of the others, on whatever address, in whatever role.</summary>
public class UnitAccessTests(OfficeFixture office)
{
    private const string Secret = "机密", Own = "看得到";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Role.Clerk)]
    [InlineData(Role.ProjectLead)]
    [InlineData(Role.Reviewer)]
    [InlineData(Role.Head)]
    [InlineData(Role.FinanceReviewer)]
    [InlineData(Role.Viewer)]
    public async Task Of_another_unit_no_address_says_anything(Role role)
    {
        var (department, draft, foreign) = await DepartmentAsync(role);
        using var client = await office.ClientAsync($"unit-{role}");
        var asked = 0;
        var seen = new StringBuilder();
        var endpoints = office.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => WorkbenchRoutes.Owns("/" + e.RoutePattern.RawText!.TrimStart('/')) && AccessTests.MethodOf(e) == HttpMethod.Get);
        foreach (var endpoint in endpoints)
        {
            foreach (var path in Addresses(endpoint, department, draft, foreign))
            {
                asked++;
                var answer = await client.GetAsync(path, Cancellation);
                var text = Text(await answer.Content.ReadAsByteArrayAsync(Cancellation));
                Assert.False(text.Contains(Secret, StringComparison.Ordinal), $"{path}（{(int)answer.StatusCode}）: {Around(text, Secret)}");
                Assert.False(Regex.IsMatch(text, @"7,?777,?777|777\.78"), $"{path}（{(int)answer.StatusCode}）: {Around(text, "777")}");
                seen.Append(text);
            }
        }

        Assert.True(asked > 40, $"{asked}");
        // The test would pass on a site that shows nothing at all.
        Assert.Contains(Own, seen.ToString(), StringComparison.Ordinal);
    }

    // Every sheet, record and number that an address may name.
    private IEnumerable<string> Addresses(RouteEndpoint endpoint, int department, int draft, IReadOnlyList<int> foreign)
    {
        var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/');
        var names = office.Services.GetRequiredService<DataFolder>().Sheets.Select(s => s.Name);
        IEnumerable<string> all = path.Contains("{sheet", StringComparison.Ordinal) ? names.Select(n => Regex.Replace(path, @"\{sheet\??\}", n)) : [path];
        if (path.Contains("{project", StringComparison.Ordinal))
            all = foreign.Select(f => Regex.Replace(path, @"\{project[^}]*\}", $"{f}")).Append(Regex.Replace(path, @"/?\{project[^}]*\}", ""));
        foreach (var each in all)
            yield return Regex.Replace(each, @"\{(?<name>\w+)[^}]*\}", m => m.Groups["name"].Value switch { RequiresHandler.Department => $"{department}", "draft" => $"{draft}", "year" => "2024", _ => "1" });
    }

    // A workbook or archive is looked into.
    private static string Text(byte[] content)
    {
        if (!content.AsSpan().StartsWith("PK"u8))
            return Encoding.UTF8.GetString(content);
        using var archive = new ZipArchive(new MemoryStream(content));
        return string.Concat(archive.Entries.Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }

    private static string Around(string text, string words)
    {
        var at = text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? "" : text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 60)];
    }

    // Two units, each with a project, money, purchases, goals, a remark; last year too, and everything once published.
    private async Task<(int Department, int Draft, IReadOnlyList<int> Foreign)> DepartmentAsync(Role role)
    {
        var boss = await office.ActorAsync("boss");
        var name = $"两个单位的局{role}";
        var (department, _) = await office.Desk.Register.SaveAsync(boss, new Department(0, name, name, true, "", ""), Cancellation);
        await office.Desk.Register.SaveUnitsAsync(boss, department, [new("707", name, null, null), new("707001", "甲单位", "707", "行政"), new("707002", "乙单位", "707", "事业")], Cancellation);
        var clerk = await office.AccountAsync($"all-{role}", new Assignment(Role.Clerk, department, null));
        await office.AccountAsync($"unit-{role}", new Assignment(role, department, "707001"));
        var draft = 0;
        foreach (var year in new[] { 2023, 2024 })
            draft = (await office.Desk.Drafts.BeginAsync(clerk, department, year, "wuhan-2023-budget", Sheets(year), Cancellation)).Id;
        var records = (await office.Desk.Drafts.LoadAsync(draft, Cancellation))!.Value.Records;
        var hidden = records.First(r => r.Sheet == "预算支出" && r["单位代码"] == "707002");
        await office.Desk.Drafts.Remarks.AddAsync(clerk, department, draft, new Remark(0, hidden.Sheet, hidden.Id, "金额(元)", null, "这一笔机密", "", "", null, null, false), Cancellation);
        await office.Desk.Drafts.Remarks.AddAsync(clerk, department, draft, new Remark(0, null, null, null, "机密的一句话", "机密", "", "", null, null, false), Cancellation);
        return (department, draft, [.. records.Where(r => r.Sheet == "项目").Select(r => r.Id)]);
    }

    private static Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string>>> Sheets(int year)
    {
        var sheets = new Dictionary<string, List<IReadOnlyDictionary<string, string>>>(StringComparer.Ordinal);
        Add("单位", ("代码", "707"), ("名称", "两个单位的局"));
        foreach (var (unit, serial, word, amount) in new[] { ("707001", "101", Own, "1000.00"), ("707002", "102", Secret, "7777777.00") })
        {
            var project = $"42010124707T000000{serial}";
            Add("单位", ("代码", unit), ("名称", unit == "707001" ? "甲单位" : "乙单位"), ("上级代码", "707"), ("性质", "行政"));
            Add("项目", ("编码", project), ("名称", $"{word}的项目"), ("单位代码", unit));
            // Only last year's: it is offered for carrying over.
            if (year == 2023)
                Add("项目", ("编码", $"42010124707T000009{serial}"), ("名称", $"{word}的旧项目"), ("单位代码", unit));
            Add("项目用途", ("项目编码", project), ("用途", $"{word}的用途"));
            Add("项目测算", ("项目编码", project), ("项目活动", $"{word}的活动"), ("支出经济分类", "委托业务费"), ("金额(元)", amount), ("测算依据", "1000 元/次 × 1 次"));
            Add("预算收入", ("单位代码", unit), ("功能科目", "2101502"), ("资金来源", "一般公共预算"), ("资金年度", "本年"), ("金额(元)", amount));
            Add("预算支出", ("单位代码", unit), ("项目编码", project), ("支出类别", "特定目标类"), ("功能科目", "2101502"), ("经济科目", "30227"), ("资金来源", "一般公共预算"), ("资金年度", "本年"), ("金额(元)", amount));
            Add("政府采购", ("单位代码", unit), ("项目", $"{word}的项目"), ("采购品目", "[C0803]审计服务"), ("功能科目", "2101502"), ("经济科目", "30227"), ("数量", "1"), ("单价(元)", amount), ("金额(元)", amount), ("面向中小企业(元)", "0.00"), ("面向小微企业(元)", "0.00"));
            Add("绩效目标", ("项目编码", project), ("期限", "年度"), ("序号", "1"), ("目标", $"{word}的目标"));
            Add("绩效指标", ("项目编码", project), ("期限", "年度"), ("目标", "1"), ("一级指标", "产出指标"), ("二级指标", "数量指标"), ("三级指标", $"{word}的指标"), ("数值", "1"), ("单位", "次"));
            Add("内设机构", ("单位代码", unit), ("名称", $"{word}的科室"));
        }

        return sheets.ToDictionary(s => s.Key, s => (IReadOnlyList<IReadOnlyDictionary<string, string>>)s.Value, StringComparer.Ordinal);

        void Add(string sheet, params (string Name, string Text)[] cells)
        {
            if (!sheets.TryGetValue(sheet, out var records))
                sheets[sheet] = records = [];
            records.Add(cells.ToDictionary(c => c.Name, c => c.Text, StringComparer.Ordinal));
        }
    }
}
