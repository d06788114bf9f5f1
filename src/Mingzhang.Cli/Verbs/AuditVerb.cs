using System.CommandLine;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Outputs;
using Mingzhang.Cli.Terminal;
using Mingzhang.Core.Auditing;
using Mingzhang.Core.Auditing.Formulas;
using Mingzhang.Core.Disclosures;
using Mingzhang.Data.Rules;
using Mingzhang.Documents.Json;
using Mingzhang.Documents.Reading;
using Mingzhang.Documents.Reporting;

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
        var against = new Option<string[]>("--against")
        {
            Description = session.Say("与这份文件对照：上年预决算、本年预算、上级部门的文件", "compare with last year's, the year's budget, the department's"),
            HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        var hints = new Option<bool>("--hints") { Description = session.Say("连同四舍五入的尾差一起列出", "show differences that rounding explains, too") };
        var html = new Option<string>("--html")
        {
            Description = session.Say("审核报告写成网页；审几份文件时是文件夹", "write the report as a web page; a folder for several documents"),
            HelpName = "OUT",
        };
        var annotate = new Option<string>("--annotate")
        {
            Description = session.Say("在原 PDF、DOCX 上加批注，另存到这里；审几份文件时是文件夹", "write the original PDF or DOCX with notes; a folder for several documents"),
            HelpName = "OUT",
        };
        var list = new Option<string>("--list")
        {
            Description = session.Say("问题清单写成 Excel（.xlsx）", "write the list of findings as a workbook (.xlsx)"),
            HelpName = "OUT",
        };
        var fresh = new Option<bool>("--fresh") { Description = session.Say("从头审核，不接着上次中断的地方", "begin anew instead of going on where the last call stopped") };
        var brief = new Option<bool>("--brief") { Description = session.Say("每份文件只显示一行，最后是汇总", "one line for each document, then the summary") };
        var command = new Command("audit", session.Say("审核公开文件：数与数、表与表是否相符", "audit published documents: every figure against every other"))
        {
            files, json, html, annotate, list, hints, brief, rules, against, fresh, jobs,
        };
        command.SetAction(call =>
        {
            session.Prepare(_ => session.LoadData());
            IReadOnlyList<Formula>? extended = null;
            if (call.GetValue(rules) is { } folder && (extended = Rules(session, folder)) is null)
                return ExitStatus.Unusable;
            if (Others(session, call.GetValue(against) ?? []) is not { } others)
                return ExitStatus.Unusable;
            var showsHints = call.GetValue(hints);
            var inputs = InputList.Of(call.GetRequiredValue(files));
            var outputs = new AuditOutputs(session, inputs.IsMany, showsHints)
            {
                Html = call.GetValue(html),
                Annotated = call.GetValue(annotate),
                List = call.GetValue(list),
            };
            var isBrief = call.GetValue(brief);
            var summary = new AuditSummary(session);
            // A single document is done in no time; of many, each is noted when everything has been written for it.
            using var journal = inputs.IsMany
                ? AuditJournal.Open(session, [.. call.GetRequiredValue(files), .. call.GetValue(rules) is { } own ? [own] : Array.Empty<string>(), .. call.GetValue(against) ?? []], call.GetValue(fresh))
                : null;
            if (journal is { Known: > 0 })
                session.Error.WriteLine(session.Say($"接着上次中断的审核：已审 {journal.Known} 份（从头审核用 --fresh）", $"going on where the last call stopped: {journal.Known} done (--fresh begins anew)"));
            var batch = new Batch<AuditedFile>(session, inputs, call.GetValue(jobs), Audit)
            {
                Known = path => journal?.Find(path) is { } reports ? [.. reports.Select(r => new AuditedFile(Resumed(r), r, default(ReadOnlyMemory<byte>)) { IsResumed = true })] : null,
                Done = (path, done) => journal?.Add(path, [.. done.Where(d => !d.IsResumed).Select(d => d.Report)]),
            };
            var status = batch.Run(call.GetValue(json), (writer, f) => FindingsJson.Write(writer, f.Report), Show, f => f.Report.Findings.Any(x => x.Severity == Severity.Error), Take);
            outputs.Finish();
            journal?.Finish();
            if (call.GetValue(json) != JsonOutput.Standard)
                summary.Write(batch.Unreadable);
            return outputs.HasFailed ? ExitStatus.Unusable : status;

            AuditedFile Audit(Disclosure disclosure) => new(
                disclosure,
                Auditor.Audit(disclosure, session.Editions, extended ?? session.Data.Rules, session.Data.Catalogue, session.Data.Wordings, others),
                outputs.NeedsContent && File.Exists(disclosure.Facts.File) && SourceReaders.ReadBytes(disclosure.Facts.File) is { IsRead: true } bytes ? bytes.Value : default(ReadOnlyMemory<byte>));

            void Show(AuditedFile file)
            {
                if (isBrief)
                    ReportText.WriteLine(session, file.Report);
                else
                    ReportText.Write(session, file.Report, showsHints);
            }

            void Take(AuditedFile file)
            {
                summary.Add(file.Report);
                outputs.Take(file);
            }
        });
        return command;
    }

    // Of a document that was done before, only the report is known.
    private static Disclosure Resumed(AuditReport report) => new(report.Facts, [], [], []);

    // The documents to compare with; null after it was told which cannot be read.
    private static List<Disclosure>? Others(Session session, IReadOnlyList<string> paths)
    {
        var others = new List<Disclosure>();
        foreach (var path in paths)
        {
            var read = DisclosureInput.Read(session, path);
            if (!read.IsRead)
            {
                session.Refuse(read.Error);
                return null;
            }

            others.AddRange(read.Value);
        }

        return others;
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
