using Mingzhang.Cli.Inputs;

namespace Mingzhang.Cli.Tests;

public class InOrderTests
{
    [Fact]
    public async Task Results_come_in_order_and_only_a_few_are_held_while_the_first_takes_long()
    {
        using var first = new ManualResetEventSlim();
        var (begun, atOnce, most) = (0, 0, 0);
        var results = InOrder.Run([.. Enumerable.Range(0, 100)], 3, i =>
        {
            Interlocked.Increment(ref begun);
            var now = Interlocked.Increment(ref atOnce);
            InterlockedMax(ref most, now);
            if (i == 0)
                first.Wait(TestContext.Current.CancellationToken);
            Interlocked.Decrement(ref atOnce);
            return i;
        }).GetEnumerator();
        var waiting = Task.Run(results.MoveNext, TestContext.Current.CancellationToken);
        SpinWait.SpinUntil(() => Volatile.Read(ref begun) >= 12, TimeSpan.FromSeconds(20));
        await Task.Delay(50, TestContext.Current.CancellationToken);
        Assert.False(waiting.IsCompleted);
        Assert.InRange(begun, 1, 12);
        first.Set();
        var got = new List<int>();
        for (var more = await waiting; more; more = results.MoveNext())
            got.Add(results.Current);
        Assert.Equal(Enumerable.Range(0, 100), got);
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public void A_defect_of_the_work_reaches_the_caller_and_leaves_nothing_running()
    {
        var running = 0;
        Assert.Throws<InvalidOperationException>(() => InOrder.Run([.. Enumerable.Range(0, 50)], 2, i =>
        {
            Interlocked.Increment(ref running);
            try
            {
                return i == 5 ? throw new InvalidOperationException() : i;
            }
            finally
            {
                Interlocked.Decrement(ref running);
            }
        }).Count());
        Assert.Equal(0, running);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var old = Volatile.Read(ref most); value > old; old = Volatile.Read(ref most))
        {
            if (Interlocked.CompareExchange(ref most, value, old) == old)
                return;
        }
    }
}
