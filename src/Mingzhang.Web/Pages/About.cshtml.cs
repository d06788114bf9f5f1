using Mingzhang.Web.Library;

namespace Mingzhang.Web.Pages;

/// <summary>What the site is, and how programs get its data (说明与数据接口).</summary>
internal sealed class AboutModel(DisclosureLibrary library) : SitePage
{
    public PublicationKey? Example { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Title("说明与数据", "/about");
        var all = await library.ListAsync(cancellation).ConfigureAwait(false);
        Example = all.Count > 0 ? all[0] : null;
    }
}
