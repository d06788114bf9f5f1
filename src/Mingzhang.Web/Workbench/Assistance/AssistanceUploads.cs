using System.Collections.Concurrent;
using System.Globalization;
using Mingzhang.Core.Ledgers;
using Mingzhang.Data.Intake;
using Mingzhang.Data.Workbench;
using Mingzhang.Storage.Assistance;
using Mingzhang.Storage.Office;
using Mingzhang.Web.Workbench.Importing;

namespace Mingzhang.Web.Workbench.Assistance;

/// <summary>A list that was read and waits for a person to confirm what it changes (待确认的名单).</summary>
/// <param name="Department">Number of the department.</param>
/// <param name="Account">Who uploaded it: nobody else may confirm.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Day">名单日期.</param>
/// <param name="IsWhole">Whether it is the whole list.</param>
/// <param name="List">Its identities.</param>
/// <param name="Particulars">Its particulars.</param>
/// <param name="Mistakes">Rows that were kept out.</param>
internal sealed record WaitingList(
    int Department, string Account, string File, DateOnly Day, bool IsWhole, IReadOnlyList<ListedIdentity> List, IReadOnlyList<Particulars> Particulars, IReadOnlyList<IntakeMistake> Mistakes);

/// <summary>Lists between upload and confirmation; they are kept in memory only, as they hold particulars.</summary>
internal sealed class AssistanceUploads
{
    private const int Most = 8;

    private readonly ConcurrentDictionary<string, WaitingList> _lists = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>Keeps a list.</summary>
    public string Add(WaitingList list)
    {
        var id = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        _lists[id] = list;
        _order.Enqueue(id);
        while (_order.Count > Most && _order.TryDequeue(out var oldest))
            _lists.TryRemove(oldest, out _);
        return id;
    }

    /// <summary>A list of a person; null when it is no longer there.</summary>
    public WaitingList? Find(string? id, int department, string account) => id is not null && _lists.TryGetValue(id, out var list) && list.Department == department && list.Account == account ? list : null;

    /// <summary>Lets go of it.</summary>
    public void Remove(string id) => _lists.TryRemove(id, out _);
}

/// <summary>Reads the one sheet of an upload with the headers the office has explained before (上传的表).</summary>
internal static class AssistanceSheet
{
    /// <summary>The sheet, and how its headers are read.</summary>
    /// <param name="desk">The database.</param>
    /// <param name="department">Number of the department.</param>
    /// <param name="prefix">What the remembered headers of this kind of file begin with.</param>
    /// <param name="columns">How such files usually head their columns.</param>
    /// <param name="file">The upload.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The sheet; or in Chinese why there is none.</returns>
    public static async Task<(RawSheet? Sheet, ExportColumns Columns, string? Problem)> ReadAsync(OfficeDesk desk, int department, string prefix, ExportColumns columns, IFormFile? file, CancellationToken cancellation)
    {
        if (file is null || file.Length == 0)
            return (null, columns, file is null ? "没有选文件。" : "文件是空的。");
        using var memory = new MemoryStream((int)file.Length);
        await file.CopyToAsync(memory, cancellation).ConfigureAwait(false);
        var (sheets, problems) = UploadReader.Read([(Path.GetFileName(file.FileName), memory.ToArray())]);
        if (problems.Count > 0)
            return (null, columns, problems[0]);
        var filled = sheets.Where(s => s.Rows.Count > 0).ToList();
        if (filled.Count != 1)
            return (null, columns, filled.Count == 0 ? $"{file.FileName}：里面没有数据。" : $"{file.FileName}：有 {filled.Count} 张工作表有数据，一次只导入一张：请把要导入的另存为一个文件。");
        var remembered = await desk.Drafts.Mappings.OfAsync(department, cancellation).ConfigureAwait(false);
        return (filled[0], columns.With(remembered.Where(m => m.Key.StartsWith(prefix, StringComparison.Ordinal)).Select(m => KeyValuePair.Create(m.Key[prefix.Length..], m.Value))), null);
    }

    /// <summary>Remembers what a person said of headers, each as “column=header”.</summary>
    public static async Task<bool> RememberAsync(OfficeDesk desk, Actor actor, int department, string prefix, ExportColumns columns, IEnumerable<string?> said, CancellationToken cancellation)
    {
        var pairs = said.Select(h => (h ?? "").Split('=', 2)).Where(p => p.Length == 2 && columns.Headers.ContainsKey(p[0])).ToDictionary(p => prefix + p[1], p => p[0], StringComparer.Ordinal);
        if (pairs.Count > 0)
            await desk.Drafts.Mappings.RememberAsync(actor, department, pairs, cancellation).ConfigureAwait(false);
        return pairs.Count > 0;
    }
}
