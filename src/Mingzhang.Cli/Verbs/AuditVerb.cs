using System.CommandLine;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Terminal;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Data.Rules;
using Mingzhang.Documents.Json;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz audit</c>: documents to findings (审核).</summary>
internal static class AuditVerb
{
    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var files = CommonOptions.Files(session, "FILE-or-DIR");
        var json = CommonOptions.Json(session);
        var jobs = CommonOptions.Jobs(session);
        var rules = new Option<string>("--rules")
        {
            Description = session.Say("另加这个文件夹里的规则（*.txt）；编号相同的以它为准", "add the rules (*.txt) of this folder; its ids win"),
            HelpName = "DIR",
        };
        var hints = new Option<bool>("--hints") { Description = session.Say("连同四舍五入的尾差一起列出", "show differences that rounding explains, too") };
        var command = new Command("audit", session.Say("审核公开文件：数与数、表与表是否相符", "audit published documents: every figure against every other"))
        {
            files, json, hints, rules, jobs,
        };
        command.SetAction(call =>
        {
            session.Prepare(_ => session.LoadData());
            IReadOnlyList<Formula>? extended = null;
            if (call.GetValue(rules) is { } folder && (extended = Rules(session, folder)) is null)
                return ExitStatus.Unusable;
            var showsHints = call.GetValue(hints);
            return new Batch<AuditReport>(session, InputList.Of(call.GetRequiredValue(files)), call.GetValue(jobs), d => Auditor.Audit(d, session.Editions, extended ?? session.Data.Rules, session.Data.Catalogue, session.Data.Wordings))
                .Run(call.GetValue(json), FindingsJson.Write, r => ReportText.Write(session, r, showsHints), r => r.Findings.Any(f => f.Severity == Severity.Error));
        });
        return command;
    }

    // The product's rules and those of the folder; null after it was told what is wrong with the folder.
    private static IReadOnlyList<Formula>? Rules(Session session, string folder)
    {
        var rules = session.LoadData();
        if (!Directory.Exists(folder))
        {
            session.Refuse($"找不到规则文件夹 {folder}：请检查 --rules 后的路径", $"there is no folder {folder}: check the path after --rules");
            return null;
        }

        var mistakes = new List<FormulaMistake>();
        var own = RuleFolder.Load(folder, mistakes);
        mistakes.AddRange(FormulaCatalogue.CheckBetween(own, session.Editions));
        if (mistakes.Count == 0)
            return [.. rules.Where(r => own.All(o => o.Id != r.Id)), .. own];
        MistakeText.Write(session, session.Error, mistakes);
        return null;
    }
}
