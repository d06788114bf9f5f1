namespace Mingzhang.Core.Assistance.Statements;

/// <summary>One step of a statement (计算步骤).</summary>
/// <param name="Title">What is reckoned.</param>
/// <param name="Arithmetic">The arithmetic with its figures, e.g. <c>20,000.00 − 12,000.00 = 8,000.00 元</c>.</param>
/// <param name="Amount">Its result, in 元.</param>
/// <param name="Basis">Article it follows; empty for plain arithmetic.</param>
public sealed record CalculationStep(string Title, string Arithmetic, decimal Amount, string Basis);

/// <summary>The statement of one settlement (救助金额计算书): every step from the bill to the amount.</summary>
/// <param name="SettlementId">结算编号.</param>
/// <param name="Policy">Official name of the policy and the day from which it holds; empty when none held.</param>
/// <param name="Steps">The steps, in order.</param>
/// <param name="Conclusion">The result in a sentence.</param>
/// <param name="Amount">核定救助金额, in 元.</param>
/// <param name="HasExamples">Whether a value without a source took part, so that nobody may be paid by it (示例).</param>
public sealed record CalculationStatement(string SettlementId, string Policy, IReadOnlyList<CalculationStep> Steps, string Conclusion, decimal Amount, bool HasExamples);
