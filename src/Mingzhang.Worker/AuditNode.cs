using System.Text;
using Mingzhang.Cli;
using Mingzhang.Core.Auditing;
using Mingzhang.Documents.Json;
using Mingzhang.Documents.Reading;
using Mingzhang.Storage.Audits;

namespace Mingzhang.Worker;

/// <summary>What a node does with a document (工作节点).</summary>
/// <param name="session">Data and languages.</param>
/// <param name="queue">The queue.</param>
/// <param name="name">Name of the node.</param>
internal sealed class AuditNode(Session session, AuditDesk queue, string name)
{
    /// <summary>Takes, audits, and writes the result once.</summary>
    public async Task AuditAsync(int id, CancellationToken cancellation)
    {
        if (await queue.TakeAsync(id, name, cancellation).ConfigureAwait(false) is not { } document)
            return;
        var (result, problem) = Audit(document.Name, document.Content);
        if (await queue.FinishAsync(id, name, result, problem, cancellation).ConfigureAwait(false))
            session.Output.WriteLine(problem ?? session.Say($"{document.Name}：已审", $"{document.Name}: audited"));
    }

    private (string? Result, string? Problem) Audit(string file, ReadOnlyMemory<byte> content)
    {
        try
        {
            var read = DisclosureJson.Recognises(content.Span)
                ? DisclosureJson.Read(file, content.Span)
                : DisclosureReader.Read(file, content, session.Editions, session.Data.Catalogue, () => session.Data.Rules);
            if (!read.IsRead)
                return (null, read.Error);
            var disclosure = read.Value with { Facts = read.Value.Facts with { File = file } };
            var report = Auditor.Audit(disclosure, session.Editions, session.Data.Rules, session.Data.Catalogue, session.Data.Wordings);
            using var buffer = new MemoryStream();
            using (var json = JsonFormat.Writer(buffer))
                FindingsJson.Write(json, report);
            return (Encoding.UTF8.GetString(buffer.ToArray()), null);
        }
        catch (Exception defect) when (defect is InvalidOperationException or ArgumentException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException or FormatException or OverflowException)
        {
            // One document's defect must not come back for ever: it is told as ours.
            return (null, session.Say($"{file}：审核时明账出错（{defect.GetType().Name}：{defect.Message}），请报告", $"{file}: Mingzhang failed ({defect.GetType().Name}: {defect.Message}), please report"));
        }
    }
}
