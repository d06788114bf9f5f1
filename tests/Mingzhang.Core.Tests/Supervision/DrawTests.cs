using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mingzhang.Core.Supervision.Plans;

namespace Mingzhang.Core.Tests.Supervision;

public class DrawTests
{
    private static readonly DrawRequest Request = new("2024年第1号公告", 5, 2, [.. Enumerable.Range(1, 20).Select(i => new DrawCandidate($"H{i:00}", $"机构{i}", null))], ["甲", "乙", "丙", "丁"], []);

    [Fact]
    public void The_same_seed_draws_the_same_whatever_the_order_of_the_list()
    {
        var (drawn, refusal) = RandomDraw.Run(Request);
        Assert.Null(refusal);
        Assert.Equal(5, drawn.Count);
        var again = RandomDraw.Run(Request with { Candidates = [.. Request.Candidates.Reverse()], Inspectors = [.. Request.Inspectors.Reverse()] }).Drawn;
        Assert.Equal(drawn.Select(d => (d.Code, string.Join('、', d.Inspectors))), again.Select(d => (d.Code, string.Join('、', d.Inspectors))));
        Assert.NotEqual(drawn.Select(d => d.Code), RandomDraw.Run(Request with { Seed = "2024年第2号公告" }).Drawn.Select(d => d.Code));
    }

    [Fact]
    public void The_draw_can_be_repeated_by_hand_as_the_documentation_says()
    {
        static string Sha(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var byHand = Request.Candidates.OrderBy(c => Sha($"{Request.Seed}|{c.Code}"), StringComparer.Ordinal).Take(5).ToList();
        var drawn = RandomDraw.Run(Request).Drawn;
        Assert.Equal(byHand.Select(c => c.Code), drawn.Select(d => d.Code));
        Assert.Equal(Request.Inspectors.OrderBy(i => Sha($"{Request.Seed}|{drawn[0].Code}|{i}"), StringComparer.Ordinal).Take(2), drawn[0].Inspectors);
    }

    [Fact]
    public void Over_many_seeds_every_institution_and_inspector_is_equally_likely()
    {
        const int runs = 4000;
        var institutions = Request.Candidates.ToDictionary(c => c.Code, _ => 0);
        var inspectors = Request.Inspectors.ToDictionary(i => i, _ => 0);
        for (var i = 0; i < runs; i++)
        {
            foreach (var drawn in RandomDraw.Run(Request with { Seed = $"种子 {i.ToString(CultureInfo.InvariantCulture)}" }).Drawn)
            {
                institutions[drawn.Code]++;
                foreach (var inspector in drawn.Inspectors)
                    inspectors[inspector]++;
            }
        }

        // Chi-square with 19 and with 3 degrees of freedom: beyond these in one of ten million. Drawing without replacement only makes it smaller.
        Assert.True(Spread([.. institutions.Values], runs * 5 / 20m) < 70m, string.Join(' ', institutions.Values));
        Assert.True(Spread([.. inspectors.Values], runs * 5 * 2 / 4m) < 35m, string.Join(' ', inspectors.Values));
    }

    [Fact]
    public void Who_is_excluded_is_never_drawn_and_nobody_inspects_where_they_must_keep_away()
    {
        var request = Request with
        {
            Count = 19,
            Candidates = [.. Request.Candidates.Select(c => c.Code == "H07" ? c with { Exclusion = "停业装修" } : c)],
            Conflicts = [.. Request.Candidates.Select(c => new DrawConflict("甲", c.Code, "亲属任职"))],
        };
        var (drawn, refusal) = RandomDraw.Run(request);
        Assert.Null(refusal);
        Assert.DoesNotContain(drawn, d => d.Code == "H07" || d.Inspectors.Contains("甲"));
        Assert.Contains("除去排除的只有 19 家", RandomDraw.Run(request with { Count = 20 }).Refusal, StringComparison.Ordinal);
        Assert.Contains("除去回避的只有 3 名", RandomDraw.Run(request with { Each = 4 }).Refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void An_exclusion_changes_nothing_for_the_others()
    {
        var before = RandomDraw.Run(Request with { Count = 20, Each = 0 }).Drawn.Select(d => d.Code).Where(c => c != "H07");
        var after = RandomDraw.Run(Request with { Count = 19, Each = 0, Candidates = [.. Request.Candidates.Select(c => c.Code == "H07" ? c with { Exclusion = "停业" } : c)] }).Drawn.Select(d => d.Code);
        Assert.Equal(before, after);
    }

    [Theory]
    [InlineData("短", "种子至少")]
    [InlineData("前后有空格的种子 ", "空格")]
    public void A_seed_that_anyone_could_mistype_is_refused(string seed, string words) => Assert.Contains(words, RandomDraw.Run(Request with { Seed = seed }).Refusal, StringComparison.Ordinal);

    [Fact]
    public void Exclusions_and_conflicts_without_a_reason_and_codes_twice_are_refused()
    {
        Assert.Contains("排除", RandomDraw.Run(Request with { Candidates = [new("H01", "机构1", " "), .. Request.Candidates.Skip(1)] }).Refusal, StringComparison.Ordinal);
        Assert.Contains("回避", RandomDraw.Run(Request with { Conflicts = [new("甲", "H01", "")] }).Refusal, StringComparison.Ordinal);
        Assert.Contains("H01", RandomDraw.Run(Request with { Candidates = [.. Request.Candidates, Request.Candidates[0]] }).Refusal, StringComparison.Ordinal);
    }

    private static decimal Spread(IReadOnlyList<int> counts, decimal expected) => counts.Sum(c => (c - expected) * (c - expected) / expected);
}
