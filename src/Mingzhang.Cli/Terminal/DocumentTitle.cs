using System.Globalization;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Cli.Terminal;

/// <summary>A document in one line: year, agency, kind, edition (文件标题).</summary>
internal static class DocumentTitle
{
    /// <summary>The line; what is not known is said to be so.</summary>
    public static string Of(Session session, DocumentFacts facts)
    {
        var year = facts.Year?.ToString(CultureInfo.InvariantCulture);
        var kind = facts.Kind switch
        {
            DisclosureKind.Budget => session.Say("预算", "budget"),
            DisclosureKind.Final => session.Say("决算", "final accounts"),
            _ => session.Say("种类不明", "unknown kind"),
        };
        var agency = facts.Agency ?? session.Say("单位名称不明", "unknown agency");
        return session.Say(
            $"{agency} {year ?? "年度不明"}{(year is null ? " " : " 年")}{kind}（表样：{facts.Edition ?? "不明"}）",
            $"{agency}, {year ?? "unknown year"}, {kind} (forms: {facts.Edition ?? "unknown"})");
    }
}
