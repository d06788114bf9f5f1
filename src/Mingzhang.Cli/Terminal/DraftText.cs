using Mingzhang.Core.Disclosures;

namespace Mingzhang.Cli.Terminal;

/// <summary>Shows what a draft still lacks (待填清单) on a terminal; nothing for a document that can be published.</summary>
internal static class DraftText
{
    /// <summary>Writes the list.</summary>
    public static void Write(Session session, Disclosure disclosure)
    {
        var gaps = Draft.Gaps(disclosure);
        if (gaps.Count == 0)
            return;
        session.Output.WriteLine(session.Say($"草稿：还有 {gaps.Count} 处待填，填进台账后再公开", $"Draft: {gaps.Count} gaps are to be filled in the ledger before it is published"));
        foreach (var section in gaps.GroupBy(g => g.Section))
            TextWrap.Write(session.Output, $"  {section.Key.Split('/')[^1]}  ", string.Join("；", section.Select(g => g.What)));
        session.Output.WriteLine();
    }
}
