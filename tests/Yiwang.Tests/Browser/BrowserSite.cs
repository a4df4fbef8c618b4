using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Browser;

/// <summary>The platform with a real browser before it (Debian's Chromium).</summary>
public sealed partial class BrowserSite : Site
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);

    /// <summary>A page of somebody who has not signed in.</summary>
    public async Task<IPage> Visitor(int width, IBrowser? browser = null)
    {
        browser ??= _browser ??= await Launch([]);
        var context = await browser.NewContextAsync(new() { ViewportSize = new() { Width = width, Height = 900 }, Locale = "zh-CN", BaseURL = Address.ToString() });
        context.SetDefaultTimeout(60_000);
        return await context.NewPageAsync();
    }

    /// <summary>A browser whose camera shows a film (MJPEG).</summary>
    public Task<IBrowser> WithCamera(string film) => Launch(["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", $"--use-file-for-fake-video-capture={film}"]);

    private async Task<IBrowser> Launch(IEnumerable<string> more)
    {
        _playwright ??= await Playwright.CreateAsync();
        return await _playwright.Chromium.LaunchAsync(new()
        {
            // The browser without its windows: half the work of the whole one.
            ExecutablePath = "/usr/bin/chromium-headless-shell",
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", .. more],
        });
    }

    /// <summary>A page of somebody who has signed in.</summary>
    public async Task<IPage> As(string person, int width, IBrowser? browser = null)
    {
        var page = await Visitor(width, browser);
        await page.GotoAsync("/sign-in");
        await page.FillAsync("#name", person);
        await page.FillAsync("#password", "yiwang-demo-2026");
        await page.ClickAsync("main button[type=submit]");
        // Asked again and again: waiting for the event misses it when the page is there before the waiter.
        await Assertions.Expect(page).Not.ToHaveURLAsync(SignInPage(), new() { Timeout = 60_000 });
        return page;
    }

    [GeneratedRegex("/sign-in", RegexOptions.None, 1000)]
    private static partial Regex SignInPage();
}
