using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Privacy;

namespace Mingzhang.Storage.Tests;

/// <summary>Particulars of persons; each test runs on SQLite and on PostgreSQL. Every number is made up.</summary>
public abstract partial class StoreSuite
{
    private const string Number = "救助对象.证件号码", Made = "420199199001011234";

    [Fact]
    public async Task What_is_sealed_opens_again_and_only_for_its_own_field()
    {
        var (desk, _, _) = await NewPrivacy();
        var vault = (await desk.Privacy.OpenAsync(Cancellation)).Vault!;
        var sealedText = vault.Seal(Number, Made);
        Assert.DoesNotContain("4201", sealedText, StringComparison.Ordinal);
        Assert.NotEqual(sealedText, vault.Seal(Number, Made));
        Assert.Equal((Made, null), vault.Open(Number, sealedText));
        Assert.Contains("与校验不符", vault.Open("救助对象.银行账号", sealedText).Problem, StringComparison.Ordinal);
        Assert.Equal(vault.Digest(Number, Made), vault.Digest(Number, Made));
        Assert.NotEqual(vault.Digest(Number, Made), vault.Digest("救助对象.银行账号", Made));
    }

    [Fact]
    public async Task The_first_use_makes_a_key_that_only_its_owner_reads_and_the_trail_says_so()
    {
        var (desk, address, _) = await NewPrivacy();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => desk.Privacy.OpenAsync(Cancellation)));
        Assert.Single(await File.ReadAllLinesAsync(address.KeyFile, Cancellation), l => l.Length > 0 && l[0] != '#');
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(address.KeyFile));
        Assert.Single(await desk.Trail.AllAsync(Cancellation), e => e.Act == "启用密钥");
    }

    [Fact]
    public async Task A_lost_key_is_told_and_no_other_is_made_in_its_place()
    {
        var (desk, address, store) = await NewPrivacy();
        var sealedText = (await desk.Privacy.OpenAsync(Cancellation)).Vault!.Seal(Number, Made);
        File.Move(address.KeyFile, address.KeyFile + ".kept");
        var again = new OfficeDesk(store, TimeProvider.System);
        var (vault, problem) = await again.Privacy.OpenAsync(Cancellation);
        Assert.Null(vault);
        Assert.Contains("找不到密钥", problem, StringComparison.Ordinal);
        Assert.Contains(address.KeyFile, problem, StringComparison.Ordinal);
        Assert.False(File.Exists(address.KeyFile));
        File.Move(address.KeyFile + ".kept", address.KeyFile);
        Assert.Equal(Made, (await again.Privacy.OpenAsync(Cancellation)).Vault!.Open(Number, sealedText).Text);
    }

    [Fact]
    public async Task After_a_change_of_keys_the_old_texts_are_read_and_found_as_before()
    {
        var (desk, address, store) = await NewPrivacy();
        var before = (await desk.Privacy.OpenAsync(Cancellation)).Vault!;
        var (sealedText, digest) = (before.Seal(Number, Made), before.Digest(Number, Made));
        Assert.Null(await desk.Privacy.RenewAsync(Person("boss", 1), Cancellation));
        var after = (await new OfficeDesk(store, TimeProvider.System).Privacy.OpenAsync(Cancellation)).Vault!;
        Assert.Equal(Made, after.Open(Number, sealedText).Text);
        Assert.NotEqual(digest, after.Digest(Number, Made));
        Assert.Contains(digest, after.Digests(Number, Made));
        Assert.Contains("放回", before.Open(Number, after.Seal(Number, Made)).Problem, StringComparison.Ordinal);
        Assert.True(File.Exists(address.KeyFile));
    }

    [Fact]
    public async Task A_full_view_is_logged_before_it_is_shown_and_needs_right_and_reason()
    {
        var (desk, _, _) = await NewPrivacy();
        var (department, _) = await desk.Register.SaveAsync(Person("boss", 1), new Department(0, "某局", "某局", true, "", ""), Cancellation);
        SealedText[] wanted = [new("证件号码", Number, (await desk.Privacy.OpenAsync(Cancellation)).Vault!.Seal(Number, Made))];
        var clerk = Person("clerk", department);
        Assert.Contains("写明", (await desk.Privacy.RevealAsync(clerk, department, "救助对象 P1", " ", wanted, Cancellation)).Refusal, StringComparison.Ordinal);
        Assert.Contains("没有", (await desk.Privacy.RevealAsync(clerk with { Assignments = [new(Role.Viewer, department, null)] }, department, "救助对象 P1", "核对", wanted, Cancellation)).Refusal, StringComparison.Ordinal);
        Assert.Contains("没有", (await desk.Privacy.RevealAsync(clerk, department + 1, "救助对象 P1", "核对", wanted, Cancellation)).Refusal, StringComparison.Ordinal);
        Assert.Empty(await desk.Privacy.ViewsAsync(department, 10, Cancellation));
        Assert.Equal(Made, (await desk.Privacy.RevealAsync(clerk, department, "救助对象 P1", "核对账户", wanted, Cancellation)).Texts["证件号码"]);
        var view = Assert.Single(await desk.Privacy.ViewsAsync(department, 10, Cancellation));
        Assert.Equal(("clerk", "救助对象 P1"), (view.Account, view.Subject));
        Assert.Contains("核对账户", view.Changes, StringComparison.Ordinal);
        Assert.DoesNotContain(Made, view.Changes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Views_end_at_a_number_a_day_and_begin_anew_the_next_day()
    {
        var clock = new SetClock(new DateTimeOffset(2026, 3, 1, 15, 0, 0, TimeSpan.Zero));
        var desk = new OfficeDesk(await NewStore(), clock);
        var (department, _) = await desk.Register.SaveAsync(Person("boss", 1), new Department(0, "某局", "某局", true, "", ""), Cancellation);
        SealedText[] wanted = [new("证件号码", Number, (await desk.Privacy.OpenAsync(Cancellation)).Vault!.Seal(Number, Made))];
        for (var i = 0; i < PrivacyDesk.DailyViews; i++)
            Assert.Null((await desk.Privacy.RevealAsync(Person("clerk", department), department, $"救助对象 P{i}", "核对", wanted, Cancellation)).Refusal);
        var over = await desk.Privacy.RevealAsync(Person("clerk", department), department, "救助对象 P51", "核对", wanted, Cancellation);
        Assert.Contains("上限", over.Refusal, StringComparison.Ordinal);
        Assert.Empty(over.Texts);
        Assert.Null((await desk.Privacy.RevealAsync(Person("other", department), department, "救助对象 P51", "核对", wanted, Cancellation)).Refusal);
        // 15:00 UTC is 23:00 in Beijing: an hour later it is another day.
        clock.Now = clock.Now.AddHours(1);
        Assert.Null((await desk.Privacy.RevealAsync(Person("clerk", department), department, "救助对象 P51", "核对", wanted, Cancellation)).Refusal);
    }

    [Theory]
    [InlineData("420199199001011234", "420***********1234")]
    [InlineData("1234567", "*******")]
    [InlineData("", "")]
    public void An_identity_number_keeps_its_ends(string text, string shown) => Assert.Equal(shown, Masks.IdNumber(text));

    [Fact]
    public void Names_and_accounts_are_masked_whatever_their_length()
    {
        Assert.Equal(("张*", "张*", ""), (Masks.Name("张三"), Masks.Name("张三丰"), Masks.Name("")));
        Assert.Equal(("****4321", "****"), (Masks.Account("6222000011114321"), Masks.Account("4321")));
    }

    private static Actor Person(string name, int department, Role role = Role.Clerk) => new(0, name, "", false, "", [new(role, department, null)]);

    private async Task<(OfficeDesk Desk, StoreAddress Address, Store Store)> NewPrivacy()
    {
        var store = await NewStore();
        return (new OfficeDesk(store, TimeProvider.System), store.Address, store);
    }

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
