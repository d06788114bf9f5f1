namespace Mingzhang.Demonstration;

/// <summary>What one business has in the made-up district (示范区的一类业务记录). It writes through the desks the pages use, so that nothing lies there which an office could not have recorded.</summary>
public interface IDemonstrationPart
{
    /// <summary>业务名称, as the terminal shows it.</summary>
    string Name { get; }

    /// <summary>Makes up the records and stores them.</summary>
    /// <param name="district">Where, by whom, how much.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>In Chinese how much was made, e.g. “机构 600 家”.</returns>
    Task<string> MakeAsync(DemonstrationDistrict district, CancellationToken cancellation);
}
