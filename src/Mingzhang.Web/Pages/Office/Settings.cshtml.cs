using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Ledgers;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Pages.Office;

/// <summary>A department and its units (部门设置).</summary>
[Requires(Act.Manage)]
internal sealed class SettingsModel(CurrentActor current, OfficeDesk desk) : DepartmentPage(current, desk)
{
    private const int BlankRows = 3;

    private static readonly BudgetUnit Blank = new("", "", null, null);

    public IReadOnlyList<BudgetUnit> Rows { get; private set; } = [];

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(null, cancellation);

    public async Task<IActionResult> OnPostFactsAsync(string? name, string? shortName, string? scope, string? address, string? telephone, CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        var full = name?.Trim() ?? "";
        if (full.Length == 0)
        {
            Problems = ["全称要填。"];
            return await ShowAsync(null, cancellation).ConfigureAwait(false);
        }

        var changed = new Department(DepartmentId, full, string.IsNullOrWhiteSpace(shortName) ? full : shortName.Trim(), scope != "单位", address?.Trim() ?? "", telephone?.Trim() ?? "");
        if (await Desk.Register.SaveAsync(Actor, changed, cancellation).ConfigureAwait(false) is (_, { } refusal))
        {
            Problems = [refusal];
            return await ShowAsync(null, cancellation).ConfigureAwait(false);
        }

        Done = "已保存。";
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostUnitsAsync(string[] code, string[] unitName, string[] parent, string[] nature, CancellationToken cancellation)
    {
        if (new[] { unitName.Length, parent.Length, nature.Length }.Any(n => n != code.Length))
            return BadRequest();
        var rows = code.Select((c, i) => new BudgetUnit(c?.Trim() ?? "", unitName[i]?.Trim() ?? "", Text(parent[i]), Text(nature[i]))).Where(u => u.Code.Length > 0 || u.Name.Length > 0).ToList();
        Problems = UnitFaults(rows);
        if (Problems.Count > 0)
            return await ShowAsync(rows, cancellation).ConfigureAwait(false);
        await Desk.Register.SaveUnitsAsync(Actor, DepartmentId, rows, cancellation).ConfigureAwait(false);
        Done = "单位已保存。";
        return RedirectToPage();
    }

    private async Task<IActionResult> ShowAsync(IReadOnlyList<BudgetUnit>? rows, CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        Title("部门设置");
        rows ??= await Desk.Register.UnitsAsync(DepartmentId, cancellation).ConfigureAwait(false);
        Rows = [.. rows, .. Enumerable.Repeat(Blank, BlankRows)];
        return Page();
    }

    private static List<string> UnitFaults(List<BudgetUnit> rows)
    {
        var faults = new List<string>();
        for (var i = 0; i < rows.Count; i++)
        {
            var (unit, at) = (rows[i], $"第 {i + 1} 行：");
            if (unit.Code.Length == 0 || unit.Name.Length == 0)
                faults.Add(at + "代码和名称都要填。");
            if (!unit.Code.All(char.IsAsciiLetterOrDigit))
                faults.Add(at + "代码只用数字和字母。");
            if (rows.Take(i).Any(u => u.Code == unit.Code))
                faults.Add(at + "代码重复。");
            if (i == 0 && unit.ParentCode is not null)
                faults.Add(at + "第一行是部门本身，上级代码空着。");
            if (i > 0 && !rows.Take(i).Any(u => u.Code == unit.ParentCode))
                faults.Add(at + "上级代码应是上面某一行的代码。");
            if (unit.Nature is { } nature ? !BudgetUnit.Natures.Contains(nature) : i > 0)
                faults.Add(at + $"性质应是{string.Join('、', BudgetUnit.Natures)}之一。");
        }

        return rows.Count == 0 ? ["至少要有部门本身这一行。"] : faults;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
