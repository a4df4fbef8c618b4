using Microsoft.Playwright;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Browser;

/// <summary>Waits for what a page's own script can see.</summary>
/// <remarks>
/// The browser's driver would ask again from inside the page, where the platform's content security policy forbids
/// it; and an event may have passed before anyone waits for it. So the test asks, again and again.
/// </remarks>
internal static class PageWait
{
    /// <summary>Presses what leads to another page, and waits until that has come.</summary>
    /// <remarks>The page that is left looks complete until the very moment at which the other takes its place.</remarks>
    internal static async Task Follow(this IPage page, string selector)
    {
        await page.EvaluateAsync("window.isLeft = true");
        await page.ClickAsync(selector);
        await page.Until("!window.isLeft && document.readyState === 'complete'");
    }

    /// <summary>Until the page and all that it names have come.</summary>
    internal static Task Loaded(this IPage page) => page.Until("document.readyState === 'complete'");

    /// <summary>Until the expression is true.</summary>
    internal static Task Until(this IPage page, string expression) => Wait.Until(async () =>
    {
        try
        {
            return await page.EvaluateAsync<bool>(expression);
        }
        catch (PlaywrightException gone) when (IsLeft(gone))
        {
            return false;
        }
    }, $"{page.Url} never came to: {expression}");

    /// <summary>Looks at a page that stays; where it was about to be left, at the one that came instead.</summary>
    internal static async Task Settled(this IPage page, Func<Task> look)
    {
        for (var again = 0; ; again++)
        {
            await page.Loaded();
            try
            {
                await look();
                return;
            }
            catch (PlaywrightException gone) when (IsLeft(gone) && again < 5)
            {
                continue;
            }
        }
    }

    private static bool IsLeft(PlaywrightException gone) => gone.Message.Contains("context was destroyed", StringComparison.OrdinalIgnoreCase);
}
