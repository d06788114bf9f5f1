using System.Text;
using Mingzhang.Documents.Reporting;

namespace Mingzhang.Cli.Outputs;

/// <summary>The reports that an audit writes beside its text (审核报告的输出): web page, annotated original, list of findings.</summary>
/// <param name="session">The call.</param>
/// <param name="isMany">Whether there are several documents: then the names stand for folders.</param>
/// <param name="withHints">Whether hints are shown.</param>
internal sealed class AuditOutputs(Session session, bool isMany, bool withHints)
{
    private readonly FindingsWorkbook _list = new();
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>OUT of <c>--html</c>.</summary>
    public string? Html { get; init; }

    /// <summary>OUT of <c>--annotate</c>.</summary>
    public string? Annotated { get; init; }

    /// <summary>OUT of <c>--list</c>.</summary>
    public string? List { get; init; }

    /// <summary>Whether the bytes of the documents are needed.</summary>
    public bool NeedsContent => Html is not null || Annotated is not null;

    /// <summary>Whether something could not be written.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Writes what is asked for of one document.</summary>
    public void Take(AuditedFile file)
    {
        var name = Unique(Path.GetFileName(file.Report.Facts.File?.TrimEnd('/', '\\') ?? "文件"));
        if (List is not null)
            _list.Add(file, withHints);
        // The earlier call has written these already.
        if (file.IsResumed)
            return;
        if (Html is not null)
            Put(Html, name + ".html", Encoding.UTF8.GetBytes(HtmlReport.Write(file, withHints, CancellationToken.None)));
        if (Annotated is null)
            return;
        var made = Annotator.Write(file, withHints, CancellationToken.None);
        if (made.IsRead)
            Put(Annotated, name, made.Value);
        else
            Fail(made.Error);
    }

    /// <summary>Writes what is about all documents together.</summary>
    public void Finish()
    {
        if (List is not null)
            Write(List, _list.ToBytes());
    }

    // Two files of one name in different folders must not overwrite each other.
    private string Unique(string name)
    {
        var unique = name;
        for (var n = 2; !_names.Add(unique); n++)
            unique = $"{Path.GetFileNameWithoutExtension(name)}-{n}{Path.GetExtension(name)}";
        return unique;
    }

    private void Put(string target, string name, byte[] content) => Write(isMany || Directory.Exists(target) ? Path.Combine(target, name) : target, content);

    private void Write(string path, byte[] content)
    {
        var folder = Path.GetDirectoryName(path);
        if (FileOutput.Write(session, string.IsNullOrEmpty(folder) ? "." : folder, [new Documents.Publishing.PublishedFile(Path.GetFileName(path), content)]) is null)
            HasFailed = true;
        else
            session.Output.WriteLine(session.Say($"已写入 {path}", $"written to {path}"));
    }

    private void Fail(string error)
    {
        HasFailed = true;
        session.Refuse(error);
    }
}
