namespace Mingzhang.Demonstration;

/// <summary>The businesses of the made-up district, in the order in which they are made: a later one may build upon the records of an earlier one.</summary>
public static class DemonstrationParts
{
    /// <summary>All of them; a new one is one class in this project and one line here.</summary>
    public static IReadOnlyList<IDemonstrationPart> All { get; } =
    [
        new AssistancePart(),
        new SupervisionPart(),
        new FundPart(),
        new ScreeningPart(),
        new ComplaintPart(),
        new CreditPart(),
        new RegisterPart(),
    ];
}
