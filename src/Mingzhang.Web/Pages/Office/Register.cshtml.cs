using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Core.Registers;
using Mingzhang.Documents.Workbooks;
using Mingzhang.Storage.Attachments;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Registers;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Registers;

namespace Mingzhang.Web.Pages.Office;

/// <summary>A register: its records by year, what is counted of them, and the workbook of them (台账).</summary>
[Requires(Act.SeeWork)]
internal sealed class RegisterModel(CurrentActor current, OfficeDesk desk, TimeProvider clock) : RegisterPage(current, desk)
{
    private const int PageLength = 50;

    private const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The year that is shown; null for the newest that has records.</summary>
    [BindProperty(SupportsGet = true, Name = "year")]
    public int? Year { get; set; }

    /// <summary>Words that a record must hold.</summary>
    [BindProperty(SupportsGet = true, Name = "words")]
    public string? Words { get; set; }

    /// <summary>Page of the list from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public int Number { get; set; } = 1;

    /// <summary>The years that have records, the newest first.</summary>
    public IReadOnlyList<int> Years { get; private set; } = [];

    /// <summary>The records of the year.</summary>
    public IReadOnlyList<StoredRecord> OfYear { get; private set; } = [];

    /// <summary>Those of them that hold the words.</summary>
    public IReadOnlyList<StoredRecord> Found { get; private set; } = [];

    /// <summary>Those of this page of the list.</summary>
    public IReadOnlyList<StoredRecord> Shown { get; private set; } = [];

    /// <summary>Files of the shown records.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<Attachment>> Files { get; private set; } = new Dictionary<int, IReadOnlyList<Attachment>>();

    /// <summary>Counts of the months; none where the register has no date.</summary>
    public IReadOnlyList<RegisterPeriod> Months { get; private set; } = [];

    /// <summary>How many pages the list has.</summary>
    public int Pages => Math.Max(1, (Found.Count + PageLength - 1) / PageLength);

    /// <summary>Fields that some record of the page still has although they are retired.</summary>
    public IReadOnlyList<RegisterField> Columns => [.. Definition.Active, .. Definition.Fields.Where(f => f.IsRetired && Shown.Any(r => r.Entry[f].Length > 0))];

    /// <summary>What a cell shows.</summary>
    public string Cell(StoredRecord record, RegisterField field) =>
        field.Kind == RegisterKind.Attachment ? (Files.GetValueOrDefault(record.Id)?.Count is { } count ? $"{count} 个" : field.Required ? "缺" : "") : record.Entry[field];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        Number = Math.Clamp(Number, 1, Pages);
        Shown = [.. Found.Skip((Number - 1) * PageLength).Take(PageLength)];
        Files = await Desk.Attachments.OfAsync(DepartmentId, RegisterAttachments.Word, [.. Shown.Select(r => r.Id)], cancellation).ConfigureAwait(false);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        var fields = Definition.Active.Where(f => f.Kind != RegisterKind.Attachment).ToList();
        var lists = fields.Where(f => f.Kind is RegisterKind.Choice or RegisterKind.YesNo).ToDictionary(f => f.Name, f => f.Kind == RegisterKind.YesNo ? (IReadOnlyList<string>)["是", "否"] : f.Choices, StringComparer.Ordinal);
        var sheet = new TemplateSheet(
            Definition.Name,
            [.. fields.Select(f => new TemplateColumn(f.Name, f.Kind == RegisterKind.Amount, lists.ContainsKey(f.Name) ? f.Name : null, $"{f.Kind.ChineseName()}{(f.Required ? "，必填" : "")}。{f.Help}"))],
            [.. Found.Select(r => (IReadOnlyList<string>)[.. fields.Select(f => r.Entry[f])])]);
        return File(TemplateWorkbook.Write([sheet], lists), MediaType, $"{Definition.Name}{(Year is { } year ? year.ToString(CultureInfo.InvariantCulture) : "")}.xlsx");
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindAsync("台账", cancellation).ConfigureAwait(false))
            return false;
        var all = await Desk.Registers.RecordsAsync(RegisterId, cancellation).ConfigureAwait(false);
        if (Definition.Day is { } day)
        {
            Years = [.. all.Select(r => r.Entry[day]).Where(d => d.Length >= 4).Select(d => int.TryParse(d.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var y) ? y : 0).Where(y => y > 0).Distinct().OrderDescending()];
            Year ??= Years.Count > 0 ? Years[0] : Clock.Today(clock).Year;
            var prefix = Year.Value.ToString("0000", CultureInfo.InvariantCulture) + "-";
            OfYear = [.. all.Where(r => r.Entry[day].Length == 0 || r.Entry[day].StartsWith(prefix, StringComparison.Ordinal))];
            Months = RegisterCounts.ByMonth(Definition, [.. OfYear.Select(r => r.Entry)], Year.Value);
        }
        else
        {
            (OfYear, Year) = (all, null);
        }

        Found = string.IsNullOrWhiteSpace(Words) ? OfYear : [.. OfYear.Where(r => r.Entry.Cells.Values.Any(v => v.Contains(Words.Trim(), StringComparison.OrdinalIgnoreCase)))];
        return true;
    }
}
