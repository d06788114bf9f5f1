using System.Globalization;
using Mingzhang.Core.Performance.Measuring;
using Mingzhang.Core.Registers;
using Mingzhang.Storage.Work;

namespace Mingzhang.Storage.Registers;

/// <summary>Every register of a department as a source of measures, by its own name.</summary>
internal sealed class RegisterSources(RegisterDesk desk) : IWorkModule
{
    public async Task<IReadOnlyList<WorkSource>> SourcesAsync(int department, CancellationToken cancellation)
    {
        var registers = await desk.ListAsync(department, cancellation).ConfigureAwait(false);
        return [.. registers.Select(Source)];
    }

    private WorkSource Source(RegisterInfo register)
    {
        // The date that tells periods must be the first date there is.
        var fields = register.Definition.Active.Where(f => f.Kind != RegisterKind.Attachment).ToList();
        return new WorkSource(register.Definition.Name, register.Definition.Purpose, [.. fields.Select(f => new MeasureField(f.Name, RegisterCell.Measured(f.Kind)))], async (ask, cancellation) =>
        {
            var records = await desk.RecordsAsync(register.Id, cancellation).ConfigureAwait(false);
            return
            [
                .. records.Where(r => register.Definition.Day is not { } day || r.Entry[day].Length == 0 || (string.CompareOrdinal(r.Entry[day], ask.FromText) >= 0 && string.CompareOrdinal(r.Entry[day], ask.ToText) <= 0))
                    .Select(r => new WorkRow([.. fields.Select(f => RegisterCell.Measured(f, r.Entry[f]))], string.Create(CultureInfo.InvariantCulture, $"registers/{register.Id}/records/{r.Id}"))),
            ];
        });
    }
}
