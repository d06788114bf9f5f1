using Mingzhang.Core.Performance.Measuring;
using Mingzhang.Core.Registers;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Registers;
using Mingzhang.Storage.Work;

namespace Mingzhang.Storage.Tests;

/// <summary>Registers in the database; each test runs on SQLite and on PostgreSQL.</summary>
public abstract partial class StoreSuite
{
    private static readonly RegisterDefinition Archives = new("档案归档", "归档批次", [
        new(0, "归档日期", RegisterKind.Date) { Required = true, IsKey = true },
        new(0, "起止号", RegisterKind.Text) { Required = true, IsKey = true },
        new(0, "件数", RegisterKind.Number) { Required = true },
    ]);

    [Fact]
    public async Task The_same_sheet_again_books_nothing_twice_and_other_contents_are_a_mistake_until_they_are_wanted()
    {
        var (desk, clerk, register) = await NewRegister();
        Assert.Equal((2, 0), Counts(await desk.Registers.ImportAsync(clerk, register, "一.xlsx", [Box(2, "2024-01-31", "1-90", "90"), Box(3, "2024-02-29", "91-100", "10")], false, Cancellation)));
        Assert.Equal((0, 2), Counts(await desk.Registers.ImportAsync(clerk, register, "一.xlsx", [Box(2, "2024-01-31", "1-90", "90"), Box(3, "2024-02-29", "91-100", "10")], false, Cancellation)));
        var other = await desk.Registers.ImportAsync(clerk, register, "二.xlsx", [Box(2, "2024-01-31", "1-90", "89"), Box(3, "2024-03-31", "101-110", "10")], false, Cancellation);
        var mistake = Assert.Single(other.Mistakes);
        Assert.Equal(2, mistake.Row);
        Assert.Contains("内容不同（件数）", mistake.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await desk.Registers.RecordsAsync(register.Id, Cancellation)).Count);
        var wanted = await desk.Registers.ImportAsync(clerk, register, "二.xlsx", [Box(2, "2024-01-31", "1-90", "89"), Box(3, "2024-03-31", "101-110", "10")], true, Cancellation);
        Assert.Equal((1, 1), (wanted.Added, wanted.Updated));
        Assert.Null((await desk.Trail.VerifyAsync(Cancellation)).Fault);
        Assert.Contains(await desk.Trail.AllAsync(Cancellation), e => e is { Act: "台账导入", Account: "clerk" } && e.Changes.Contains("\"Old\":\"90\",\"New\":\"89\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_definition_that_changes_keeps_old_records_readable()
    {
        var (desk, clerk, register) = await NewRegister();
        var (id, _) = await desk.Registers.SaveAsync(clerk, register, 0, Box(null, "2024-01-31", "1-90", "90"), 0, Cancellation);
        // 件数 is renamed, 起止号 goes, a field that must be filled comes.
        var changed = register.Definition with
        {
            Fields = [register.Definition.Fields[0], register.Definition.Fields[2] with { Name = "卷数" }, new(0, "保管期限", RegisterKind.Choice) { Required = true, Choices = ["永久", "十年"] }],
        };
        Assert.Empty((await desk.Registers.DefineAsync(clerk, register.Department, register.Id, changed, register.Revision, [], Cancellation)).Problems);
        var now = (await desk.Registers.FindAsync(register.Department, register.Id, Cancellation))!;
        Assert.Equal(["归档日期", "卷数", "保管期限"], now.Definition.Active.Select(f => f.Name));
        var record = (await desk.Registers.RecordAsync(register.Id, id, Cancellation))!;
        Assert.Equal("90", record.Entry[now.Definition.Active[1]]);
        Assert.Equal("1-90", record.Entry[now.Definition.Fields.Single(f => f.IsRetired)]);
        Assert.Equal("保管期限", Assert.Single(record.Entry.Strangers(now.Definition)).Field);
        // Who changes the record does not lose what the retired field says.
        var entry = new RegisterEntry(null, new Dictionary<string, string> { [Slot(now, "归档日期")] = "2024-01-31", [Slot(now, "卷数")] = "91", [Slot(now, "保管期限")] = "永久" });
        Assert.Null((await desk.Registers.SaveAsync(clerk, now, id, entry, record.Revision, Cancellation)).Problem);
        Assert.Equal("1-90", (await desk.Registers.RecordAsync(register.Id, id, Cancellation))!.Entry[now.Definition.Fields.Single(f => f.IsRetired)]);
    }

    [Fact]
    public async Task A_key_that_would_make_two_records_one_is_refused()
    {
        var (desk, clerk, register) = await NewRegister();
        await desk.Registers.ImportAsync(clerk, register, "一.xlsx", [Box(2, "2024-01-31", "1-90", "90"), Box(3, "2024-01-31", "91-100", "10")], false, Cancellation);
        var changed = register.Definition with { Fields = [.. register.Definition.Fields.Select(f => f with { IsKey = f.Name == "归档日期" })] };
        Assert.Contains("两条记录会成为同一条（2024-01-31）", Assert.Single((await desk.Registers.DefineAsync(clerk, register.Department, register.Id, changed, register.Revision, [], Cancellation)).Problems), StringComparison.Ordinal);
        Assert.Equal(register.Revision, (await desk.Registers.FindAsync(register.Department, register.Id, Cancellation))!.Revision);
    }

    [Fact]
    public async Task Two_people_do_not_overwrite_each_other_and_what_is_removed_stays_in_the_trail()
    {
        var (desk, clerk, register) = await NewRegister();
        var (id, _) = await desk.Registers.SaveAsync(clerk, register, 0, Box(null, "2024-01-31", "1-90", "90"), 0, Cancellation);
        Assert.Null((await desk.Registers.SaveAsync(clerk, register, id, Box(null, "2024-01-31", "1-90", "91"), 1, Cancellation)).Problem);
        Assert.Contains("刚才有人改过", (await desk.Registers.SaveAsync(clerk, register, id, Box(null, "2024-01-31", "1-90", "92"), 1, Cancellation)).Problem, StringComparison.Ordinal);
        Assert.Contains("写明原因", await desk.Registers.RemoveAsync(clerk, register, id, "", Cancellation), StringComparison.Ordinal);
        Assert.Null(await desk.Registers.RemoveAsync(clerk, register, id, "重复登记", Cancellation));
        Assert.Contains(await desk.Trail.AllAsync(Cancellation), e => e.Act == "台账删去" && e.Changes.Contains("\"Old\":\"91\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_register_is_a_source_of_measures_and_so_are_payments()
    {
        var (desk, clerk, register) = await NewRegister();
        await desk.Registers.ImportAsync(clerk, register, "一.xlsx", [Box(2, "2024-01-31", "1-90", "90"), Box(3, "2024-07-31", "91-100", "10"), Box(4, "2023-07-31", "1-5", "5")], false, Cancellation);
        var sources = await desk.Sources.OfAsync(register.Department, Cancellation);
        Assert.Contains(sources, s => s.Name == "支付明细");
        var query = MeasureQuery.Parse("合计 档案归档.件数 期间 2024-01-01 至 2024-12-31", sources, out _)!;
        var rows = await ((WorkSource)query.Source).ReadAsync(new WorkAsk(register.Department, query.From, query.To, null), Cancellation);
        Assert.Equal("100件", MeasureResult.Of(query, rows.Select(r => r.Cells), null).Printed("件"));
        Assert.StartsWith($"registers/{register.Id}/records/", rows[0].Link, StringComparison.Ordinal);
        Assert.DoesNotContain(await desk.Sources.OfAsync(register.Department + 1, Cancellation), s => s.Name == "档案归档");
    }

    [Fact]
    public async Task Payments_are_read_by_day_and_unit()
    {
        var books = await NewBooks();
        await books.PostAsync(Row(1, "记-1", 40_00), Row(2, "记-2", 25_00));
        var source = (await books.Desk.Sources.OfAsync(books.Department, Cancellation)).Single(s => s.Name == "支付明细");
        Assert.Equal(2, (await source.ReadAsync(new WorkAsk(books.Department, new DateOnly(2024, 3, 5), new DateOnly(2024, 3, 5), null), Cancellation)).Count);
        Assert.Empty(await source.ReadAsync(new WorkAsk(books.Department, new DateOnly(2024, 3, 6), null, null), Cancellation));
        Assert.Empty(await source.ReadAsync(new WorkAsk(books.Department, null, null, ["202009"]), Cancellation));
        Assert.Empty(await source.ReadAsync(new WorkAsk(books.Department + 1, null, null, null), Cancellation));
    }

    private static string Slot(RegisterInfo register, string name) => register.Definition.Active.Single(f => f.Name == name).Slot;

    private static (int Added, int Known) Counts(RegisterImport import) => (import.Added, import.Known);

    private static RegisterEntry Box(int? row, string day, string numbers, string count) => new(row, new Dictionary<string, string> { ["1"] = day, ["2"] = numbers, ["3"] = count });

    private async Task<(OfficeDesk Desk, Actor Clerk, RegisterInfo Register)> NewRegister()
    {
        var (desk, clerk, draft, _) = await NewDraft();
        var (id, problems) = await desk.Registers.DefineAsync(clerk, draft.Department, 0, Archives, 0, [], Cancellation);
        Assert.Empty(problems);
        return (desk, clerk, (await desk.Registers.FindAsync(draft.Department, id, Cancellation))!);
    }
}
