using System.Globalization;
using Mingzhang.Core.Office;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Attachments;

namespace Mingzhang.Web.Workbench.Registers;

/// <summary>Files of records of registers.</summary>
internal sealed class RegisterAttachments : IAttachmentKind
{
    /// <summary>Its word.</summary>
    public const string Word = "台账";

    public string Name => Word;

    public Act See => Act.SeeWork;

    public Act Change => Act.Work;

    public async Task<AttachedRecord?> FindAsync(OfficeDesk desk, int department, int id, CancellationToken cancellation)
    {
        if (await desk.Registers.RegisterOfAsync(department, id, cancellation).ConfigureAwait(false) is not { } register || await desk.Registers.FindAsync(department, register, cancellation).ConfigureAwait(false) is not { } found)
            return null;
        return new AttachedRecord(found.Definition.Name, string.Create(CultureInfo.InvariantCulture, $"/office/{department}/registers/{register}/records/{id}"), IsOpen: true);
    }
}
