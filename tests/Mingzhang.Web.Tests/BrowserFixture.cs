using Microsoft.Playwright;
using Mingzhang.Web.Tests;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Mingzhang.Web.Tests;

/// <summary>A real Chromium for all tests; they skip where none is installed.</summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>The checks of accessibility; null where npm could not bring them.</summary>
    public string? Axe { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Programs.FirstOrDefault(File.Exists) is not { } program)
            return;
        using var axe = typeof(BrowserFixture).Assembly.GetManifestResourceStream("axe.js");
        if (axe is not null)
            Axe = await new StreamReader(axe).ReadToEndAsync();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = program,
            Args = ["--disable-quic", "--disable-gpu", "--disable-dev-shm-usage", "--disable-extensions", .. Environment.UserName == "root" ? (string[])["--no-sandbox"] : []],
        });
    }

    /// <summary>A new page in a context of its own; skips the test where there is no browser.</summary>
    public async Task<IPage> PageAsync(int width = 1280, int height = 900, bool script = true)
    {
        Assert.SkipWhen(_browser is null, "没有 Chromium：apt-get install chromium");
        var context = await _browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = height }, JavaScriptEnabled = script, Locale = "zh-CN" });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
