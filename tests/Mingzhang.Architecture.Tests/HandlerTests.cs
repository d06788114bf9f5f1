namespace Mingzhang.Architecture.Tests;

/// <summary>No handler catches everything, but the one that shows a defect of ours as ours.</summary>
public class HandlerTests
{
    private const string Entry = "src/Mingzhang.Cli/Entry.cs";

    private static readonly Rule NoCatchAll = new(
        @"\bcatch\s*\{|\bcatch\s*\(\s*(System\s*\.\s*)?Exception(\s+\w+)?\s*\)(?!\s*when\b)|\bcatch\s*(\([^)]*\))?\s*when\s*\(\s*true\s*\)");

    [Fact]
    public void No_handler_catches_everything() => NoCatchAll.HoldsIn(Checkout.Sources.Where(f => f.Path != Entry));

    [Fact]
    public void The_entry_catches_everything_once() =>
        Assert.Single(Checkout.Sources.Where(f => f.Path == Entry).SelectMany(NoCatchAll.Breaches));

    [Theory]
    [InlineData("try { } catch { }")]
    [InlineData("try { } catch (Exception) { }")]
    [InlineData("try { } catch (System.Exception e)\n{ }")]
    [InlineData("try { } catch (Exception e) when (true) { }")]
    public void A_planted_catch_all_is_found(string planted) => Assert.True(NoCatchAll.Finds(planted));

    [Theory]
    [InlineData("try { } catch (IOException e) { }")]
    [InlineData("try { } catch (Exception e) when (e is IOException) { }")]
    public void A_handler_that_says_what_it_expects_is_fine(string planted) => Assert.False(NoCatchAll.Finds(planted));
}
