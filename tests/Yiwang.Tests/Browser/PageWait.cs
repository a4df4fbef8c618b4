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
    /// <summary>Until the page and all that it names have come.</summary>
    internal static Task Loaded(this IPage page) => page.Until("document.readyState === 'complete'");

    /// <summary>Until the expression is true.</summary>
    internal static Task Until(this IPage page, string expression) => Wait.Until(async () =>
    {
        try
        {
            return await page.EvaluateAsync<bool>(expression);
        }
        catch (PlaywrightException gone) when (gone.Message.Contains("context was destroyed", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }
    }, $"{page.Url} never came to: {expression}");
}
