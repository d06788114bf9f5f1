using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Mingzhang.Storage.Office;

namespace Mingzhang.Storage.Work;

/// <summary>A business of the office whose pages show one year (按年看的业务).</summary>
public enum YearlyWork
{
    /// <summary>基金监管.</summary>
    Supervision,

    /// <summary>投诉举报.</summary>
    Complaints,

    /// <summary>信用评价.</summary>
    Credit,
}

/// <summary>Which year a page opens on when none is asked for: the newest that has records, so that nobody lands on an empty page in January.</summary>
public sealed class RecordYears
{
    private const int YearDigits = 4;

    private readonly OfficeWriter _writer;

    internal RecordYears(OfficeWriter writer) => _writer = writer;

    /// <summary>The newest year with records, not after today's; today's year when there are none.</summary>
    /// <param name="department">Number of the department.</param>
    /// <param name="work">Of which business.</param>
    /// <param name="today">Today in China.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<int> NewestAsync(int department, YearlyWork work, DateOnly today, CancellationToken cancellation)
    {
        await using var db = _writer.Context();
        var year = today.Year;
        var end = string.Create(CultureInfo.InvariantCulture, $"{year:0000}-12-31");
        var newest = work switch
        {
            YearlyWork.Complaints => Of(await db.Complaints.Where(c => c.DepartmentId == department && c.ReceivedOn.CompareTo(end) <= 0).MaxAsync(c => (string?)c.ReceivedOn, cancellation).ConfigureAwait(false)),
            YearlyWork.Credit => await db.Credits.Where(c => c.DepartmentId == department && c.Year <= year).MaxAsync(c => (int?)c.Year, cancellation).ConfigureAwait(false),
            _ => Later(
                Of(await db.Inspections.Where(i => i.DepartmentId == department && i.DoneOn != null && i.DoneOn.CompareTo(end) <= 0).MaxAsync(i => i.DoneOn, cancellation).ConfigureAwait(false)),
                await db.InspectionTargets.Where(t => t.DepartmentId == department && t.Year <= year).MaxAsync(t => (int?)t.Year, cancellation).ConfigureAwait(false)),
        };
        return newest ?? year;
    }

    private static int? Of(string? day) => day is null ? null : int.Parse(day.AsSpan(0, YearDigits), CultureInfo.InvariantCulture);

    private static int? Later(int? one, int? other) => one is null || other > one ? other : one;
}
