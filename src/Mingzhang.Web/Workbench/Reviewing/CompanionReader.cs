using Mingzhang.Core.Auditing.Related;
using Mingzhang.Core.Disclosures;
using Mingzhang.Data;
using Mingzhang.Storage.Office;
using Mingzhang.Storage.Reviews;
using Mingzhang.Web.Library;

namespace Mingzhang.Web.Workbench.Reviewing;

/// <summary>Documents to compare with, as they were read (对照文件).</summary>
/// <param name="Documents">Those that could be read.</param>
/// <param name="NotRead">In Chinese which could not, and why.</param>
internal sealed record ReadCompanions(IReadOnlyList<Disclosure> Documents, IReadOnlyList<string> NotRead);

/// <summary>A document that an audit can compare with, on the page where it is chosen.</summary>
/// <param name="Info">The document.</param>
/// <param name="Role">What it is to the audited document; null where nothing is known that they could be compared by.</param>
/// <param name="IsChosen">Whether the audit compares with it.</param>
internal sealed record CompanionChoice(CompanionInfo Info, RelatedRole? Role, bool IsChosen)
{
    /// <summary>The documents, those that fit first; what was chosen is among them even while it waits for its own audit.</summary>
    /// <param name="own">What the audited document says of itself.</param>
    /// <param name="kind">预算 or 决算, as the list has it.</param>
    /// <param name="candidates">What can be chosen.</param>
    /// <param name="chosen">What is chosen.</param>
    public static IReadOnlyList<CompanionChoice> Of(DocumentFacts own, string? kind, IReadOnlyList<CompanionInfo> candidates, IReadOnlyList<CompanionInfo> chosen)
    {
        var facts = own with { Kind = own.Kind ?? KindOf(kind) };
        var keys = chosen.Select(c => c.Which).ToHashSet();
        return
        [
            .. chosen.Where(c => candidates.All(x => x.Which != c.Which)).Concat(candidates)
                .Select(c => new CompanionChoice(c, RelatedRoles.Of(facts, new DocumentFacts(c.Name, KindOf(c.Kind), c.Agency, c.Year, null, null)), keys.Contains(c.Which)))
                .OrderBy(c => c.Role is null),
        ];
    }

    private static DisclosureKind? KindOf(string? word) => word switch { "预算" => DisclosureKind.Budget, "决算" => DisclosureKind.Final, _ => null };
}

/// <summary>Reads the documents that one is compared with: other uploads with their corrections, publications as they were compiled.</summary>
internal sealed class CompanionReader(OfficeDesk desk, DataFolder data, EarlierVersions published)
{
    /// <summary>Reads the documents of a department that were chosen.</summary>
    public async Task<ReadCompanions> ReadAsync(int department, IReadOnlyList<CompanionInfo> chosen, CancellationToken cancellation)
    {
        var (documents, notRead) = (new List<Disclosure>(), new List<string>());
        foreach (var companion in chosen)
        {
            var (document, problem) = companion.Which.Review is { } review
                ? await UploadAsync(review, companion.Name, cancellation).ConfigureAwait(false)
                : (await published.DisclosureAsync(department, companion.Which.Draft!.Value, companion.Which.Publication!.Value, cancellation).ConfigureAwait(false), "公开时的记录不能再编成文件。");
            if (document is null)
                notRead.Add($"对照文件 {companion.Name} 没有对照：{problem}");
            else
                documents.Add(document with { Facts = document.Facts with { File = companion.Name } });
        }

        return new ReadCompanions(documents, notRead);
    }

    private async Task<(Disclosure? Document, string? Problem)> UploadAsync(int review, string name, CancellationToken cancellation)
    {
        if (await desk.Reviews.ContentAsync(review, cancellation).ConfigureAwait(false) is not { } content)
            return (null, "已经移除。");
        var entries = await desk.Reviews.Marks.CellsAsync(review, cancellation).ConfigureAwait(false);
        var read = await Task.Run(() => ReviewReader.Read(name, content, data, cancellation), cancellation).ConfigureAwait(false);
        return read.IsRead ? (Corrections.Apply(read.Value.Disclosure, ReviewMarkDesk.Valid(entries)).Corrected, null) : (null, read.Error);
    }
}
