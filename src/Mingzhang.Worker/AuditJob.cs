using System.Globalization;
using Quartz;

namespace Mingzhang.Worker;

/// <summary>
/// Audits one document of the queue (审核一份文件). The scheduler fires it on one node; when that node dies, another one fires
/// it again. A document that has a result by then is left as it is.
/// </summary>
internal sealed class AuditJob : IJob
{
    /// <summary>Name of the group of these jobs.</summary>
    public const string Group = "audits";

    /// <summary>Under what name the scheduler knows the node's <see cref="AuditNode"/>.</summary>
    public const string Node = "node";

    private const string Document = "document";

    /// <summary>The job of a document.</summary>
    public static IJobDetail Of(int id) =>
        JobBuilder.Create<AuditJob>().WithIdentity(Key(id)).UsingJobData(Document, id.ToString(CultureInfo.InvariantCulture)).RequestRecovery(true).Build();

    /// <summary>Its key.</summary>
    public static JobKey Key(int id) => new(id.ToString(CultureInfo.InvariantCulture), Group);

    /// <inheritdoc/>
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var node = (AuditNode)context.Scheduler.Context[Node]!;
        await node.AuditAsync(int.Parse((string)context.MergedJobDataMap[Document]!, CultureInfo.InvariantCulture), cancellationToken).ConfigureAwait(false);
    }
}
