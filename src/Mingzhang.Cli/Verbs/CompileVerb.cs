using System.CommandLine;
using Mingzhang.Cli.Inputs;
using Mingzhang.Cli.Outputs;
using Mingzhang.Cli.Terminal;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Json;

namespace Mingzhang.Cli.Verbs;

/// <summary><c>./mz compile</c>: ledger to disclosure (编制).</summary>
internal static class CompileVerb
{
    /// <summary>Describes the verb.</summary>
    public static Command Create(Session session)
    {
        var ledger = new Argument<string>("LEDGER-DIR") { Description = session.Say("台账文件夹，samples/ 下有例子", "ledger folder; samples/ holds examples") };
        var kind = CommonOptions.Kind(session);
        var json = CommonOptions.Json(session);
        var command = new Command("compile", session.Say("由台账编制预算、决算的全部表", "compile a ledger into its published tables")) { ledger, kind, json };
        command.SetAction(call => Run(session, call.GetRequiredValue(ledger), CommonOptions.KindOf(call.GetValue(kind)), call.GetValue(json)));
        return command;
    }

    private static int Run(Session session, string folder, DisclosureKind? kind, string? json)
    {
        var compiled = LedgerInput.Compile(session, folder, kind);
        if (!compiled.IsRead)
            return session.Refuse(compiled.Error);
        if (json is not null)
        {
            if (!JsonOutput.Write(session, json, compiled.Value, compiled.Value.Count > 1, DisclosureJson.Write))
                return ExitStatus.Unusable;
            JsonOutput.Tell(session, json);
            return ExitStatus.Fine;
        }

        foreach (var disclosure in compiled.Value)
        {
            session.Output.WriteLine(DocumentTitle.Of(session, disclosure.Facts));
            foreach (var statement in disclosure.Statements)
                StatementText.Write(session, statement);
            NarrativeText.Write(session, disclosure.Narrative);
            DraftText.Write(session, disclosure);
        }

        return ExitStatus.Fine;
    }
}
