using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Core.Registers;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Registers;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Attachments;
using Mingzhang.Web.Workbench.Registers;

namespace Mingzhang.Web.Pages.Office;

/// <summary>A record of a register: shown, recorded, changed, removed (台账记录).</summary>
[Requires(Act.SeeWork)]
internal sealed class RegisterRecordModel(CurrentActor current, OfficeDesk desk, IEnumerable<IAttachmentKind> kinds) : RegisterPage(current, desk)
{
    /// <summary>Number in the address; 0 for a new record.</summary>
    [BindProperty(SupportsGet = true, Name = "record")]
    public int RecordId { get; set; }

    /// <summary>The record; null for a new one.</summary>
    public StoredRecord? Record { get; private set; }

    /// <summary>What was typed into a form that was refused, by name of field.</summary>
    public IReadOnlyDictionary<string, string?>? Typed { get; private set; }

    /// <summary>Mistakes of the form by field.</summary>
    public IReadOnlyList<RegisterMistake> Mistakes { get; private set; } = [];

    /// <summary>Files of the record; null for a new one.</summary>
    public AttachmentView? Attached { get; private set; }

    /// <summary>Values that an institution field was given before.</summary>
    public IReadOnlyList<string> Institutions { get; private set; } = [];

    /// <summary>What a field shows.</summary>
    public string? Value(RegisterField field) => Typed is { } typed ? typed.GetValueOrDefault(field.Name) : Record?.Entry[field];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await ShowAsync(cancellation).ConfigureAwait(false) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Dictionary<string, string?> cells, int seen, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false))
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        var mistakes = new List<RegisterMistake>();
        var entry = RegisterEntry.Read(Definition, null, name => cells.GetValueOrDefault(name), mistakes);
        (Mistakes, Typed) = (mistakes, cells);
        if (mistakes.Count > 0)
            return Page();
        var (id, problem) = await Desk.Registers.SaveAsync(Actor, Register, RecordId, entry, seen, cancellation).ConfigureAwait(false);
        if (problem is not null)
        {
            Problems = [problem];
            return Page();
        }

        Done = RecordId == 0 ? "已登记。" : "已保存。";
        return Redirect(FormattableString.Invariant($"{Here}/records/{id}"));
    }

    public async Task<IActionResult> OnPostRemoveAsync(string? reason, CancellationToken cancellation)
    {
        if (!await ShowAsync(cancellation).ConfigureAwait(false) || Record is null)
            return NotFound();
        if (!May(Act.Work))
            return Forbid();
        if (await Desk.Registers.RemoveAsync(Actor, Register, RecordId, reason, cancellation).ConfigureAwait(false) is { } problem)
        {
            Problems = [problem];
            return Page();
        }

        Done = "已删去，日志里留有原来的内容。";
        return Redirect(Here);
    }

    private async Task<bool> ShowAsync(CancellationToken cancellation)
    {
        if (!await FindAsync(RecordId == 0 ? "登记" : "记录", cancellation).ConfigureAwait(false))
            return false;
        if (RecordId != 0)
        {
            Record = await Desk.Registers.RecordAsync(RegisterId, RecordId, cancellation).ConfigureAwait(false);
            if (Record is null)
                return false;
            Attached = await AttachmentView.OfAsync(this, Desk, kinds.Single(k => k.Name == RegisterAttachments.Word), RecordId, isOpen: true, cancellation).ConfigureAwait(false);
        }

        if (Definition.Active.Any(f => f.Kind == RegisterKind.Institution))
        {
            var all = await Desk.Registers.RecordsAsync(RegisterId, cancellation).ConfigureAwait(false);
            Institutions = [.. Definition.Active.Where(f => f.Kind == RegisterKind.Institution).SelectMany(f => all.Select(r => r.Entry[f])).Where(v => v.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Take(500)];
        }

        return true;
    }
}
