using System.Text.RegularExpressions;
using Mingzhang.Core.Disclosures;
using Mingzhang.Core.Editions;

namespace Mingzhang.Core.Auditing.Rules.Form;

/// <summary>Whether a document says that it has no income and expenditure of a kind (无此项收支的说明).</summary>
internal static partial class NothingOfTheKind
{
    private static readonly string[] Kinds = ["政府性基金", "国有资本经营", "三公", "政府采购", "购买服务", "资产配置"];

    /// <summary>Whether a note or sentence says that there is none of what the table shows.</summary>
    public static bool IsSaid(Disclosure disclosure, string title)
    {
        var kind = Array.Find(Kinds, k => title.Contains(k, StringComparison.Ordinal));
        // Every office has income and expenditure: only these kinds can be absent.
        if (kind is null)
            return false;
        var texts = disclosure.Narrative.Select(p => p.Text)
            .Concat(disclosure.Texts.Select(t => t.Text))
            .Concat(disclosure.Statements.Select(s => s.Note ?? ""));
        return texts.Select(Labels.WithoutSpaces).SelectMany(t => t.Split('。', '；')).Any(t => t.Contains(kind, StringComparison.Ordinal) && None().IsMatch(t));
    }

    /// <summary>Whether a note says that the table is empty, of whatever kind it is.</summary>
    public static bool IsNote(string? note) => note is not null && None().IsMatch(Labels.WithoutSpaces(note));

    [GeneratedRegex("无|没有|未安排|未使用|未发生|不涉及|空表|为零|(?<![0-9.])0(\\.0+)?万?元")]
    private static partial Regex None();
}
