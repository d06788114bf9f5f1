using Mingzhang.Core.Office;

namespace Mingzhang.Core.Tests.Office;

public class TrailEntryTests
{
    [Fact]
    public void A_chain_is_whole() => Assert.Null(TrailEntry.Fault(Chain()));

    [Fact]
    public void A_changed_entry_is_found()
    {
        var chain = Chain();
        chain[1] = chain[1] with { Changes = "[\"另一个数\"]" };
        Assert.Contains("第 2 条的内容被改过", TrailEntry.Fault(chain), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_was_made_anew_breaks_the_next()
    {
        var chain = Chain();
        chain[1] = TrailEntry.After(chain[0], chain[1].At, "别人", null, 1, chain[1].Act, chain[1].Subject, chain[1].Changes);
        Assert.Contains("第 3 条接不上前一条", TrailEntry.Fault(chain), StringComparison.Ordinal);
    }

    [Fact]
    public void A_dropped_entry_is_missed()
    {
        var chain = Chain();
        chain.RemoveAt(1);
        Assert.Contains("第 2 条缺失", TrailEntry.Fault(chain), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_moves_from_one_part_to_the_next_changes_the_digest()
    {
        var one = TrailEntry.After(null, "t", "a", null, null, "改", "表一", "");
        var two = TrailEntry.After(null, "t", "a", null, null, "改表", "一", "");
        Assert.NotEqual(one.Hash, two.Hash);
    }

    private static List<TrailEntry> Chain()
    {
        var chain = new List<TrailEntry>();
        for (var i = 0; i < 4; i++)
            chain.Add(TrailEntry.After(chain.LastOrDefault(), $"2024-01-0{i + 1}T00:00:00.000Z", "经办", 1, 1, "修改", "预算支出", $"[{i}]"));
        return chain;
    }
}
