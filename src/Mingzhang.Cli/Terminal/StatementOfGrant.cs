using Mingzhang.Core.Assistance.Calculation;
using Mingzhang.Core.Assistance.Statements;

namespace Mingzhang.Cli.Terminal;

/// <summary>The statement of one settlement on a terminal (计算书).</summary>
internal static class StatementOfGrant
{
    private const int Width = 78;

    /// <summary>Writes it, a step a paragraph.</summary>
    public static void Write(TextWriter output, Assessment assessment)
    {
        var statement = StatementWriter.Write(assessment);
        output.WriteLine($"医疗救助金额计算书　结算 {statement.SettlementId}");
        if (statement.Policy.Length > 0)
            output.WriteLine("政策：" + statement.Policy);
        for (var i = 0; i < statement.Steps.Count; i++)
        {
            var step = statement.Steps[i];
            var basis = step.Basis.Length > 0 ? $"（依据：{step.Basis}）" : "";
            foreach (var line in TextWrap.Lines($"{i + 1}. {step.Title}：{step.Arithmetic}{basis}", Width))
                output.WriteLine(line);
        }

        output.WriteLine("结论：" + statement.Conclusion);
        if (statement.HasExamples)
            output.WriteLine("这份计算书用了示例值，不能据此付款。");
    }
}
