namespace Mingzhang.Core.Ledgers.Records;

/// <summary>What the office says on a topic in its own words (补充说明).</summary>
/// <param name="Topic">One of <see cref="Topics"/>.</param>
/// <param name="Text">One or more sentences.</param>
public sealed record Remark(string Topic, string Text)
{
    /// <summary>说明事项.</summary>
    public static IReadOnlyList<string> Topics { get; } = ["机构设置", "“三公”经费预决算差异", "绩效评价结果", "绩效结果应用", "国有资产", "其他事项"];
}
