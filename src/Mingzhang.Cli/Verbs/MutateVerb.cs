using System.CommandLine;
using System.Globalization;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Outputs;
using Mingzhang.Cli.Terminal;
using Mingzhang.Core.Auditing.Localisation;
using Mingzhang.Core.Auditing.Mutation;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Json;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz mutate</c>: what the rules notice of single slips in a document (变异检验).</summary>
internal static class MutateVerb
{
    private const int MostMutations = 1_000_000;

    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var file = new Argument<string>("FILE-or-JSON") { Description = session.Say("文件、公开数据 JSON 或台账文件夹", "a document, disclosure JSON or a ledger folder") };
        var count = new Option<int>("--count") { Description = session.Say("改动多少次；默认 500", "number of changes; default 500"), HelpName = "N", DefaultValueFactory = _ => 500 };
        var seed = new Option<ulong>("--seed") { Description = session.Say("随机种子；相同则结果相同，默认 1", "seed of the random numbers; default 1"), HelpName = "S", DefaultValueFactory = _ => 1 };
        var kind = CommonOptions.Kind(session);
        var json = CommonOptions.Json(session);
        count.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var n) && n is < 1 or > MostMutations)
                result.AddError(session.Say($"--count 应在 1 到 {MostMutations} 之间", $"--count must be from 1 to {MostMutations}"));
        });
        var command = new Command("mutate", session.Say("逐个改动一份文件的数，看规则能发现多少", "change figures one at a time and count what the rules notice"))
        {
            file, count, seed, kind, json,
        };
        command.SetAction(call => Run(
            session, call.GetRequiredValue(file), CommonOptions.KindOf(call.GetValue(kind)), call.GetValue(count), call.GetValue(seed), call.GetValue(json)));
        return command;
    }

    private static int Run(Session session, string path, DisclosureKind? kind, int count, ulong seed, string? json)
    {
        var rules = session.LoadData();
        var read = DisclosureInput.ReadOne(session, path, kind);
        if (!read.IsRead)
            return session.Refuse(read.Error);
        var audit = MutationAudit.Run(read.Value, session.Editions, rules, count, seed);
        if (audit.Report.Mutations == 0)
            return session.Refuse($"{path}：没有可以改动的数", $"{path}: there is no figure to change");
        if (json is null)
            Show(session, audit);
        else if (!JsonOutput.Write(session, json, writer => MutationJson.Write(writer, audit)))
            return ExitStatus.Unusable;
        else
            JsonOutput.Tell(session, json);
        return ExitStatus.Fine;
    }

    private static void Show(Session session, MutationAuditReport audit)
    {
        var (output, report) = (session.Output, audit.Report);
        Line("改动", "mutations", report.Mutations, null);
        Line("有勾稽关系", "guarded", report.Guarded, report.Mutations);
        Line("超出舍入范围", "detectable", report.Detectable, report.Guarded);
        Line("已发现", "caught", report.Caught, report.Detectable);
        Line("已定位", "localised", report.Localised, report.Detectable);
        Line("可唯一辨认", "identifiable", report.Identifiable, report.Detectable);
        Line("已改正", "corrected", report.Corrected, report.Identifiable);
        output.WriteLine();
        var kinds = new TextTable(
            session.Say("差错形态", "Slip"), new(session.Say("改动", "mutations")), new(session.Say("已发现", "caught")), new(session.Say("已改正", "corrected")));
        foreach (var (kind, counts) in report.ByKind)
            kinds.Add(Name(session, kind), $"{counts.Mutations}", $"{counts.Caught}/{counts.Detectable}", $"{counts.Corrected}/{counts.Identifiable}");
        kinds.Write(output);
        foreach (var reason in audit.Missed.GroupBy(m => m.Reason).OrderBy(g => g.Key))
        {
            output.WriteLine();
            output.WriteLine(session.Say($"未发现（{Why(session, reason.Key)}）：", $"Missed ({Why(session, reason.Key)}):"));
            foreach (var figure in reason.DistinctBy(m => m.Name).Take(20))
                TextWrap.Write(output, "  ", $"《{figure.Name.Statement}》 {figure.Name.Row} {figure.Name.Column}：{figure.From} → {figure.To}");
        }

        void Line(string chinese, string english, int count, int? of) => output.WriteLine(
            TextWidth.Pad(session.Say(chinese, english), 14) + count.ToString(CultureInfo.InvariantCulture).PadLeft(8)
            + (of is > 0 ? $"  {Math.Round(100m * count / of.Value, 1).ToString("F1", CultureInfo.InvariantCulture),5}%" : ""));
    }

    private static string Why(Session session, MissReason reason) => reason switch
    {
        MissReason.Unguarded => session.Say("没有勾稽关系", "no relation"),
        MissReason.WithinRounding => session.Say("在舍入范围内", "within rounding"),
        _ => session.Say("关系已破而没有报告，属明账的缺陷", "a relation broke and nothing was reported: our defect"),
    };

    private static string Name(Session session, SlipKind kind) => session.Language.IsEnglish ? kind.Key() : kind switch
    {
        SlipKind.Digit => "错一位数字",
        SlipKind.Transposed => "相邻两位颠倒",
        SlipKind.Dropped => "漏一位",
        SlipKind.Doubled => "重一位",
        SlipKind.Sign => "正负号",
        SlipKind.Unit => "元与万元",
        SlipKind.Point => "小数点",
        SlipKind.Shift => "错栏",
        SlipKind.Swap => "互换",
        _ => kind.Key(),
    };
}
