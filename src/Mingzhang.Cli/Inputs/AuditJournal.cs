using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mingzhang.Core.Auditing;
using Mingzhang.Documents.Json;

namespace Mingzhang.Cli.Inputs;

/// <summary>
/// What an audit of many documents has done so far (审核进度记录), in a file of the user's: a call that was interrupted goes on
/// where it stopped. It holds for the same inputs, rules and program, and for documents that have not changed; a call that
/// comes to its end takes it away.
/// </summary>
internal sealed class AuditJournal : IDisposable
{
    private const char Tab = '\t';

    private readonly string _path;
    private readonly Dictionary<string, (string Mark, List<AuditReport> Reports)> _done = new(StringComparer.Ordinal);
    private StreamWriter? _writer;

    private AuditJournal(string path) => _path = path;

    /// <summary>How many documents were done before.</summary>
    public int Known => _done.Count;

    /// <summary>Opens the journal of a call, or begins it.</summary>
    /// <param name="session">The call.</param>
    /// <param name="words">What it was asked for: inputs, rules, documents to compare with.</param>
    /// <param name="afresh">Whether what was done before is forgotten.</param>
    public static AuditJournal? Open(Session session, IEnumerable<string> words, bool afresh)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData);
        if (home.Length == 0)
            return null;
        var key = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [.. words.Select(Path.GetFullPath), Directory.GetCurrentDirectory(), Program(), Data(session)]))))[..32];
        var journal = new AuditJournal(Path.Combine(home, "mingzhang", "audits", key + ".txt"));
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(journal._path)!);
            if (!afresh)
                journal.Load();
            journal._writer = new StreamWriter(journal._path, append: !afresh, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            // What an interrupted call left half-written ends here.
            journal._writer.WriteLine();
            return journal;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Without a place to write to, the call does without.
            return null;
        }
    }

    /// <summary>What was found in a document; null when it was not done, or has changed since.</summary>
    public IReadOnlyList<AuditReport>? Find(string path) => _done.TryGetValue(path, out var done) && done.Mark == Mark(path) ? done.Reports : null;

    /// <summary>Notes a document that is done, with all that was written for it.</summary>
    public void Add(string path, IReadOnlyList<AuditReport> reports)
    {
        if (_writer is null || Mark(path) is not { } mark)
            return;
        foreach (var report in reports)
        {
            using var memory = new MemoryStream();
            using (var json = JsonFormat.Writer(memory))
                FindingsJson.Write(json, report);
            // One line a report: a line break within JSON is only layout.
            _writer.WriteLine(string.Join(Tab, path, mark, reports.Count.ToString(CultureInfo.InvariantCulture), Encoding.UTF8.GetString(memory.ToArray()).ReplaceLineEndings(" ")));
        }

        _writer.Flush();
    }

    /// <summary>The call has come to its end: the next one begins anew.</summary>
    public void Finish()
    {
        Dispose();
        File.Delete(_path);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer?.Dispose();
        _writer = null;
    }

    private void Load()
    {
        if (!File.Exists(_path))
            return;
        var parts = new Dictionary<string, (string Mark, int Count, List<AuditReport> Reports)>(StringComparer.Ordinal);
        foreach (var line in File.ReadLines(_path))
        {
            var words = line.Split(Tab, 4);
            if (words.Length < 4 || !int.TryParse(words[2], CultureInfo.InvariantCulture, out var count) || FindingsJsonReader.Read(Encoding.UTF8.GetBytes(words[3])) is not { } report)
                continue;
            if (!parts.TryGetValue(words[0], out var part) || part.Mark != words[1])
                parts[words[0]] = part = (words[1], count, []);
            part.Reports.Add(report);
        }

        foreach (var (path, part) in parts.Where(p => p.Value.Reports.Count == p.Value.Count))
            _done[path] = (part.Mark, part.Reports);
    }

    // Size and time of a file; a ledger folder is compiled again.
    private static string? Mark(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.Length}-{file.LastWriteTimeUtc.Ticks}") : null;
    }

    private static string Program() => typeof(Auditor).Module.ModuleVersionId.ToString();

    private static string Data(Session session) => string.Join('\n', Directory.EnumerateFiles(Path.Combine(session.Home, "data"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => f + Mark(f)));
}
