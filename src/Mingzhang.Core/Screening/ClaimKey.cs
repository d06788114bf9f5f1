using System.Globalization;

namespace Mingzhang.Core.Screening;

/// <summary>Fields by which lines are called the same (相同栏).</summary>
/// <param name="Names">Names of the fields, of those in <see cref="Fields"/>.</param>
public sealed record ClaimKey(IReadOnlyList<string> Names)
{
    private static readonly Dictionary<string, Func<Claim, string>> Readers = new(StringComparer.Ordinal)
    {
        ["人员编号"] = c => c.Person,
        ["结算编号"] = c => c.SettlementId,
        ["机构代码"] = c => c.Institution,
        ["医疗类别"] = c => c.Care,
        ["项目"] = c => c.Item.Code.Length > 0 ? c.Item.Code : c.Item.Name,
        ["费用日期"] = c => Words.Day(c.Day),
        ["开始日期"] = c => Words.Day(c.From),
        ["结束日期"] = c => Words.Day(c.To),
        ["数量"] = c => Words.Number(Math.Abs(c.Quantity)),
        ["金额"] = c => Math.Abs(c.Amount).ToString("0.00##", CultureInfo.InvariantCulture),
        ["诊断"] = c => c.Diagnoses,
    };

    private readonly Func<Claim, string>[] _readers = [.. Names.Select(n => Readers[n])];

    /// <summary>Fields that a rule may name.</summary>
    public static IReadOnlyCollection<string> Fields => Readers.Keys;

    /// <summary>The fields of a line as one text.</summary>
    /// <param name="claim">The line.</param>
    public string Of(Claim claim) => string.Join('\u001f', _readers.Select(r => r(claim)));

    /// <summary>A number for the fields of a line: equal fields have equal numbers, different ones may.</summary>
    /// <param name="claim">The line.</param>
    public int Hash(Claim claim)
    {
        var hash = 17;
        foreach (var read in _readers)
            hash = (hash * 31) + read(claim).GetHashCode(StringComparison.Ordinal);
        return hash;
    }
}
