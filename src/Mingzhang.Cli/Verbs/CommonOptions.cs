using System.CommandLine;
using Mingzhang.Core.Disclosures;

namespace Mingzhang.Cli.Verbs;

/// <summary>Options that several verbs share.</summary>
internal static class CommonOptions
{
    /// <summary><c>--json OUT</c>.</summary>
    public static Option<string> Json(Session session) => new("--json")
    {
        Description = session.Say("结果写成 JSON；“-”为标准输出", "write the result as JSON; “-” is standard output"),
        HelpName = "OUT",
    };

    /// <summary><c>--kind budget|final</c>.</summary>
    public static Option<string> Kind(Session session) => new Option<string>("--kind")
    {
        Description = session.Say("只编预算或只编决算；不填则有什么编什么", "budget or final accounts only; default: what there is"),
        HelpName = "budget|final",
    }.AcceptOnlyFromAmong("budget", "final");

    /// <summary>The kind that the option names; null when it is not given.</summary>
    public static DisclosureKind? KindOf(string? word) => word switch
    {
        null => null,
        "budget" => DisclosureKind.Budget,
        _ => DisclosureKind.Final,
    };
}
