using Microsoft.AspNetCore.Mvc;
using Mingzhang.Core.Registers;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Registers;
using Mingzhang.Web.Workbench.Access;

namespace Mingzhang.Web.Workbench.Registers;

/// <summary>A page about one register of a department.</summary>
internal abstract class RegisterPage(CurrentActor current, OfficeDesk desk) : DepartmentPage(current, desk)
{
    /// <summary>Number in the address.</summary>
    [BindProperty(SupportsGet = true, Name = "register")]
    public int RegisterId { get; set; }

    /// <summary>The register.</summary>
    public RegisterInfo Register { get; private set; } = null!;

    /// <summary>Its definition.</summary>
    public RegisterDefinition Definition => Register.Definition;

    /// <summary>Where all registers lie.</summary>
    public string Root => FormattableString.Invariant($"/office/{DepartmentId}/registers");

    /// <summary>Where this register lies.</summary>
    public string Here => FormattableString.Invariant($"{Root}/{RegisterId}");

    /// <summary>Finds it; false where the department has none of the number, or the person sees some units only.</summary>
    protected async Task<bool> FindAsync(string title, CancellationToken cancellation)
    {
        if (!await FindDepartmentAsync(cancellation).ConfigureAwait(false) || !SeesAll || await Desk.Registers.FindAsync(DepartmentId, RegisterId, cancellation).ConfigureAwait(false) is not { } register)
            return false;
        Register = register;
        ViewData["Heading"] = title;
        Title($"{register.Definition.Name} · {title}");
        return true;
    }

    /// <summary>A number for people: thousands, no trailing zeros.</summary>
    public static string Text(decimal? number) => number?.ToString("#,0.##", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
