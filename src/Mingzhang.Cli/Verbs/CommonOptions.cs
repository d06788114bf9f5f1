using System.CommandLine;
using System.Globalization;
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

    /// <summary><c>--db FILE-or-connection</c>.</summary>
    public static Option<string> Database(Session session) => new("--db")
    {
        Description = session.Say(
            "台账库文件，或 PostgreSQL 连接串（Host=…）",
            "database file, or PostgreSQL by Host=…"),
        HelpName = "FILE-or-connection",
    };

    /// <summary>The files that a verb works on.</summary>
    public static Argument<string[]> Files(Session session, string name) => new(name)
    {
        Description = session.Say("PDF、OFD、Word、Excel、网页、文本、JSON、台账或其文件夹", "PDF, OFD, Word, Excel, web page, text, disclosure JSON, a ledger folder, or a folder of these"),
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary><c>--jobs N</c>.</summary>
    public static Option<int> Jobs(Session session)
    {
        var option = new Option<int>("--jobs")
        {
            Description = session.Say("同时处理几份；默认为处理器个数", "how many at a time; default: number of processors"),
            HelpName = "N",
            DefaultValueFactory = _ => Environment.ProcessorCount,
        };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var jobs) && jobs is < 1 or > 512)
                result.AddError(session.Say("--jobs 应在 1 到 512 之间", "--jobs must be from 1 to 512"));
        });
        return option;
    }

    /// <summary>The kind that the option names; null when it is not given.</summary>
    public static DisclosureKind? KindOf(string? word) => word switch
    {
        null => null,
        "budget" => DisclosureKind.Budget,
        _ => DisclosureKind.Final,
    };
}
