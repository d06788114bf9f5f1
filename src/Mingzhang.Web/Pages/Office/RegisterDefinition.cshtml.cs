using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Core.Registers;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Registers;
using Mingzhang.Web.Workbench;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Fields and rules of a register, changed in the browser (台账栏目). Records keep what they say.</summary>
[Requires(Act.Compile)]
internal sealed class RegisterDefinitionModel(CurrentActor current, OfficeDesk desk) : DepartmentPage(current, desk)
{
    private const int Spare = 5;

    /// <summary>Number in the address; 0 for a new register.</summary>
    [BindProperty(SupportsGet = true, Name = "register")]
    public int RegisterId { get; set; }

    /// <summary>The register as it is; null for a new one.</summary>
    public RegisterInfo? Register { get; private set; }

    /// <summary>名称 as shown.</summary>
    public string Name { get; private set; } = "";

    /// <summary>说明 as shown.</summary>
    public string Purpose { get; private set; } = "";

    /// <summary>统计 as shown.</summary>
    public string Measure { get; private set; } = "";

    /// <summary>The fields as shown, with empty lines below.</summary>
    public IReadOnlyList<FieldForm> Lines { get; private set; } = [];

    /// <summary>Fields that are retired.</summary>
    public IReadOnlyList<RegisterField> Retired => [.. (Register?.Definition.Fields ?? []).Where(f => f.IsRetired)];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (Register?.Definition is { } old)
            (Name, Purpose, Measure) = (old.Name, old.Purpose, old.Measure ?? "");
        Show((Register?.Definition.Active ?? []).Select((f, i) => new FieldForm
        {
            Id = f.Id,
            Order = (i + 1) * 10,
            Name = f.Name,
            Kind = f.Kind.ChineseName(),
            Required = f.Required,
            Key = f.IsKey,
            Choices = string.Join('、', f.Choices),
            Min = f.Min,
            Max = f.Max,
            Help = f.Help,
        }));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? name, string? purpose, string? measure, List<FieldForm> fields, int seen, CancellationToken cancellation)
    {
        if (!await FindAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        (Name, Purpose, Measure) = (name?.Trim() ?? "", purpose?.Trim() ?? "", measure?.Trim() ?? "");
        var kept = fields.Where(f => !string.IsNullOrWhiteSpace(f.Name)).OrderBy(f => f.Order).ToList();
        Show(fields.OrderBy(f => string.IsNullOrWhiteSpace(f.Name)).ThenBy(f => f.Order));
        var definition = new RegisterDefinition(Name, Purpose, [.. kept.Select(f => f.Field())]) { Measure = Measure.Length > 0 ? Measure : null };
        var own = Register?.Definition.Name;
        var taken = (await Desk.Sources.OfAsync(DepartmentId, cancellation).ConfigureAwait(false)).Select(s => s.Name).Where(n => n != own).ToList();
        var (id, problems) = await Desk.Registers.DefineAsync(Actor, DepartmentId, RegisterId, definition, seen, taken, cancellation).ConfigureAwait(false);
        Problems = [.. problems.Distinct(StringComparer.Ordinal)];
        if (problems.Count > 0)
            return Page();
        Done = Register is null ? "台账已建立。" : "栏目已保存，原来的记录照样能看。";
        return Redirect(FormattableString.Invariant($"/office/{DepartmentId}/registers/{id}"));
    }

    private void Show(IEnumerable<FieldForm> fields)
    {
        var lines = fields.Where(f => !string.IsNullOrWhiteSpace(f.Name) || f.Id > 0).ToList();
        var last = lines.Select(f => f.Order).DefaultIfEmpty(0).Max();
        lines.AddRange(Enumerable.Range(1, Spare).Select(i => new FieldForm { Order = last + (i * 10), Kind = RegisterKind.Text.ChineseName() }));
        Lines = lines;
    }

    private async Task<bool> FindAsync(CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false) || !SeesAll)
            return false;
        Register = RegisterId == 0 ? null : await Desk.Registers.FindAsync(DepartmentId, RegisterId, cancellation).ConfigureAwait(false);
        Title(Register is null ? "新台账" : $"{Register.Definition.Name} · 栏目");
        return RegisterId == 0 || Register is not null;
    }

    /// <summary>A line of the form.</summary>
    internal sealed class FieldForm
    {
        public int Id { get; set; }

        public int Order { get; set; }

        public string? Name { get; set; }

        public string? Kind { get; set; }

        public bool Required { get; set; }

        public bool Key { get; set; }

        public string? Choices { get; set; }

        public string? Min { get; set; }

        public string? Max { get; set; }

        public string? Help { get; set; }

        /// <summary>The field it says.</summary>
        public RegisterField Field() => new(Id, Name!.Trim(), RegisterKinds.Parse(Kind) ?? RegisterKind.Text)
        {
            Required = Required || Key,
            IsKey = Key,
            Choices = [.. (Choices ?? "").Split(['、', '，', ',', ';', '；', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)],
            Min = Min?.Trim() ?? "",
            Max = Max?.Trim() ?? "",
            Help = Help?.Trim() ?? "",
        };
    }
}
