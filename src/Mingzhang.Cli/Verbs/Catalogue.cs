using System.CommandLine;

namespace Mingzhang.Cli.Verbs;

/// <summary>All verbs (命令一览). A new verb is one file in this folder and one line here, in the order of the help.</summary>
internal static class Catalogue
{
    /// <summary>Makes the command of each verb.</summary>
    public static IReadOnlyList<Func<Session, Command>> All { get; } =
    [
        ServeVerb.Create,
        ReadVerb.Create,
        AuditVerb.Create,
        CompileVerb.Create,
        PublishVerb.Create,
        DiffVerb.Create,
        MutateVerb.Create,
        RulesVerb.Create,
        ImportVerb.Create,
        ExportVerb.Create,
        WorkerVerb.Create,
        BackupVerb.Create,
        RestoreVerb.Create,
        VerifyLogVerb.Create,
        AssistVerb.Create,
        DrawVerb.Create,
        DemoVerb.Create,
        ScreenVerb.Create,
        VersionVerb.Create,
    ];
}
