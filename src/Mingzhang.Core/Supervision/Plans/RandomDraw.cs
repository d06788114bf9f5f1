using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mingzhang.Core.Supervision.Plans;

/// <summary>An institution that may be drawn (抽取对象).</summary>
/// <param name="Code">机构编码.</param>
/// <param name="Name">机构名称.</param>
/// <param name="Exclusion">Why it is left out (排除原因); null when it takes part.</param>
public sealed record DrawCandidate(string Code, string Name, string? Exclusion);

/// <summary>An inspector who has to keep away from an institution (回避).</summary>
/// <param name="Inspector">检查人员.</param>
/// <param name="Code">机构编码.</param>
/// <param name="Reason">Why.</param>
public sealed record DrawConflict(string Inspector, string Code, string Reason);

/// <summary>All that a draw is made of (抽取条件): who has it can repeat the draw.</summary>
/// <param name="Seed">种子: published before the draw.</param>
/// <param name="Count">How many institutions to draw.</param>
/// <param name="Each">How many inspectors each of them gets.</param>
/// <param name="Candidates">All institutions of the kind, the excluded ones too.</param>
/// <param name="Inspectors">检查人员名录.</param>
/// <param name="Conflicts">回避.</param>
public sealed record DrawRequest(string Seed, int Count, int Each, IReadOnlyList<DrawCandidate> Candidates, IReadOnlyList<string> Inspectors, IReadOnlyList<DrawConflict> Conflicts);

/// <summary>An institution that was drawn.</summary>
/// <param name="Rank">Its place from 1.</param>
/// <param name="Code">机构编码.</param>
/// <param name="Name">机构名称.</param>
/// <param name="Ticket">签号: the digest that decided.</param>
/// <param name="Inspectors">Its inspectors.</param>
public sealed record DrawnInstitution(int Rank, string Code, string Name, string Ticket, IReadOnlyList<string> Inspectors);

/// <summary>
/// The random draw of institutions and inspectors (双随机抽取). Nothing in it is up to anybody: the ticket of an institution is the SHA-256 of
/// seed|code, that of an inspector for it the SHA-256 of seed|code|name, and the smallest tickets are drawn. docs/supervision.md says it in
/// words by which anyone can repeat it.
/// </summary>
public static class RandomDraw
{
    private const int ShortestSeed = 6;

    /// <summary>签号 of an institution.</summary>
    public static string Ticket(string seed, string code) => Digest($"{seed}|{code}");

    /// <summary>签号 of an inspector for an institution.</summary>
    public static string Ticket(string seed, string code, string inspector) => Digest($"{seed}|{code}|{inspector}");

    /// <summary>Draws.</summary>
    /// <returns>What was drawn in the order of the tickets; and in Chinese why nothing was, null when it was.</returns>
    public static (IReadOnlyList<DrawnInstitution> Drawn, string? Refusal) Run(DrawRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Refusal(request) is { } refusal)
            return ([], refusal);
        var drawn = new List<DrawnInstitution>();
        var chosen = request.Candidates.Where(c => c.Exclusion is null).Select(c => (Candidate: c, Ticket: Ticket(request.Seed, c.Code)))
            .OrderBy(c => c.Ticket, StringComparer.Ordinal).Take(request.Count);
        foreach (var (candidate, ticket) in chosen)
        {
            var away = request.Conflicts.Where(c => c.Code == candidate.Code).Select(c => c.Inspector).ToHashSet(StringComparer.Ordinal);
            var inspectors = request.Inspectors.Where(i => !away.Contains(i)).OrderBy(i => Ticket(request.Seed, candidate.Code, i), StringComparer.Ordinal).Take(request.Each).ToList();
            if (inspectors.Count < request.Each)
                return ([], $"{candidate.Name}（{candidate.Code}）要 {Text(request.Each)} 名检查人员，除去回避的只有 {Text(inspectors.Count)} 名：请补充检查人员名录。");
            drawn.Add(new DrawnInstitution(drawn.Count + 1, candidate.Code, candidate.Name, ticket, inspectors));
        }

        return (drawn, null);
    }

    private static string? Refusal(DrawRequest request)
    {
        if (request.Seed.Trim() != request.Seed || request.Seed.Length < ShortestSeed)
            return $"种子至少 {Text(ShortestSeed)} 个字符，前后不能有空格。";
        if (request.Count < 1)
            return "抽取数量至少是 1。";
        if (request.Each < 0)
            return "每家检查人员数不能是负数。";
        if (request.Candidates.GroupBy(c => c.Code, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            return $"名单里机构编码 {twice.Key} 有 {Text(twice.Count())} 家：一家只能有一支签。";
        if (request.Inspectors.GroupBy(i => i, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } same)
            return $"检查人员“{same.Key}”写了 {Text(same.Count())} 次：同名的请加括号区别。";
        if (request.Conflicts.FirstOrDefault(c => string.IsNullOrWhiteSpace(c.Reason)) is { } bare)
            return $"检查人员“{bare.Inspector}”回避 {bare.Code} 要写明原因。";
        if (request.Candidates.FirstOrDefault(c => c.Exclusion is { } why && string.IsNullOrWhiteSpace(why)) is { } silent)
            return $"排除 {silent.Name}（{silent.Code}）要写明原因。";
        var open = request.Candidates.Count(c => c.Exclusion is null);
        return request.Count > open ? $"要抽 {Text(request.Count)} 家，除去排除的只有 {Text(open)} 家。" : null;
    }

    private static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
