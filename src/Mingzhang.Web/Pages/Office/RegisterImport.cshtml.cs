using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Office;
using Mingzhang.Core.Registers;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Registers;
using Mingzhang.Web.Workbench.Access;
using Mingzhang.Web.Workbench.Importing;
using Mingzhang.Web.Workbench.Registers;

namespace Mingzhang.Web.Pages.Office;

/// <summary>Bringing a sheet into a register: all mistakes told, then all or nothing (台账导入).</summary>
[Requires(Act.Work)]
[RequestSizeLimit(UploadReader.Largest)]
internal sealed class RegisterImportModel(CurrentActor current, OfficeDesk desk) : RegisterPage(current, desk)
{
    /// <summary>How many mistakes are shown.</summary>
    public const int Most = 500;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<RegisterMistake> Mistakes { get; private set; } = [];

    /// <summary>What was brought in; null before.</summary>
    public RegisterImport? Outcome { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) => await FindAsync("导入", cancellation).ConfigureAwait(false) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(IFormFile? file, bool updates, CancellationToken cancellation)
    {
        if (!await FindAsync("导入", cancellation).ConfigureAwait(false))
            return NotFound();
        if (file is null)
        {
            Problems = ["没有选文件。"];
            return Page();
        }

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancellation).ConfigureAwait(false);
        var (sheets, problems) = UploadReader.Read([(file.FileName, memory.ToArray())]);
        Problems = sheets.Count == 0 && problems.Count == 0 ? [$"{file.FileName}：里面没有工作表。"] : problems;
        if (Problems.Count > 0)
            return Page();
        // The sheet of its name, or the only one: hidden lists of our own template are not read at all.
        var sheet = sheets.FirstOrDefault(s => s.Name == Definition.Name) ?? sheets[0];
        var (entries, mistakes) = RegisterIntake.Take(Definition, sheet);
        Mistakes = mistakes;
        if (mistakes.Count == 0 && entries.Count == 0)
            Problems = ["表里没有一行记录。"];
        if (mistakes.Count > 0 || entries.Count == 0)
            return Page();
        Outcome = await Desk.Registers.ImportAsync(Actor, Register, Path.GetFileName(file.FileName), entries, updates, cancellation).ConfigureAwait(false);
        Mistakes = Outcome.Mistakes;
        return Page();
    }
}
