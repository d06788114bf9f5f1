using System.Text;
using Mingzhang.Core.Disclosures;
using Mingzhang.Documents.Publishing.Layout;
using Mingzhang.Documents.Reading;

namespace Mingzhang.Documents.Publishing.Html;

/// <summary>Publishes one self-contained web page (网页): no script, no external resource, good on paper and on a telephone.</summary>
public sealed class HtmlPublisher : IPublisher
{
    /// <inheritdoc/>
    public string Format => "html";

    /// <inheritdoc/>
    public ReadResult<IReadOnlyList<PublishedFile>> Publish(Disclosure disclosure, PublishContext context, CancellationToken cancellation)
    {
        var document = DocumentLayout.Of(disclosure, context.Editions);
        return ReadResult<IReadOnlyList<PublishedFile>>.Of([new PublishedFile(document.FileName + ".html", Encoding.UTF8.GetBytes(HtmlPage.Write(document)))]);
    }
}
