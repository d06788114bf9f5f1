using Mingzhang.Documents.Reporting;

namespace Mingzhang.Web.Workbench.Reviewing;

/// <summary>Pictures of pages of uploaded PDFs (原页图), made when they are looked at and kept for a while.</summary>
internal sealed class ReviewPictures
{
    private const int Most = 40, Dots = 130;

    // Drawing takes a processor each.
    private static readonly SemaphoreSlim AtOnce = new(2);
    private readonly Lock _lock = new();
    private readonly Dictionary<(int Review, int Page), PageImage?> _made = [];
    private readonly Queue<(int, int)> _order = new();

    /// <summary>The picture of a page; null where the document is no PDF or poppler is missing.</summary>
    public async Task<PageImage?> GetAsync(int review, int page, byte[] content, CancellationToken cancellation)
    {
        lock (_lock)
        {
            if (_made.TryGetValue((review, page), out var known))
                return known;
        }

        await AtOnce.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            var made = await Task.Run(() => PageImages.Of(content, [page], cancellation, Dots), cancellation).ConfigureAwait(false);
            var picture = made.GetValueOrDefault(page);
            lock (_lock)
            {
                if (_made.TryAdd((review, page), picture))
                    _order.Enqueue((review, page));
                while (_order.Count > Most)
                    _made.Remove(_order.Dequeue());
            }

            return picture;
        }
        finally
        {
            AtOnce.Release();
        }
    }
}
