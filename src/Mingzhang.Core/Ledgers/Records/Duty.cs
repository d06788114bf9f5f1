namespace Mingzhang.Core.Ledgers.Records;

/// <summary>A duty of the department or unit (主要职责), in the words of its statute.</summary>
/// <param name="Text">One duty, a sentence or a clause.</param>
public sealed record Duty(string Text);
