using Mingzhang.Core.Auditing.Formulas;

namespace Mingzhang.Cli.Terminal;

/// <summary>Mistakes in a person's rule files (规则文件的错误), one a line.</summary>
internal static class MistakeText
{
    /// <summary>Writes them in the order of the file.</summary>
    public static void Write(Session session, TextWriter output, IReadOnlyList<FormulaMistake> mistakes)
    {
        output.WriteLine(session.Say($"规则文件有 {mistakes.Count} 处错误：", $"{mistakes.Count} mistakes in the rule file:"));
        foreach (var mistake in mistakes.OrderBy(m => m.File, StringComparer.Ordinal).ThenBy(m => m.Line).ThenBy(m => m.Column))
            output.WriteLine($"  {mistake.File} 第 {mistake.Line} 行第 {mistake.Column} 列：{mistake.Message}");
    }
}
