using System.Globalization;

namespace Mingzhang.Core.Registers;

/// <summary>A period of a register.</summary>
/// <param name="Name">Its name, e.g. 3 月.</param>
/// <param name="Records">条数.</param>
/// <param name="Sum">Sum of the field that is summed; null where records are counted.</param>
public sealed record RegisterPeriod(string Name, int Records, decimal? Sum);

/// <summary>What registers are counted by (台账统计).</summary>
public static class RegisterCounts
{
    private const int Months = 12;

    /// <summary>The twelve months of a year.</summary>
    public static IReadOnlyList<RegisterPeriod> ByMonth(RegisterDefinition definition, IReadOnlyCollection<RegisterEntry> entries, int year)
    {
        ArgumentNullException.ThrowIfNull(definition);
        if (definition.Day is not { } day)
            return [];
        return
        [
            .. Enumerable.Range(1, Months).Select(month =>
            {
                var prefix = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-");
                return Of(definition, $"{month} 月", [.. entries.Where(e => e[day].StartsWith(prefix, StringComparison.Ordinal))]);
            }),
        ];
    }

    /// <summary>By the values of a choice, in the order of the choices.</summary>
    public static IReadOnlyList<RegisterPeriod> ByChoice(RegisterDefinition definition, RegisterField field, IReadOnlyCollection<RegisterEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(field);
        return [.. field.Choices.Select(c => Of(definition, c, [.. entries.Where(e => e[field] == c)])).Where(p => p.Records > 0)];
    }

    private static RegisterPeriod Of(RegisterDefinition definition, string name, IReadOnlyList<RegisterEntry> entries) =>
        new(name, entries.Count, definition.Summed is { } summed ? entries.Sum(e => RegisterCell.Measured(summed, e[summed]).Number ?? 0m) : null);
}
