using Microsoft.Playwright;

namespace Yiwang.Tests.Browser;

/// <summary>What goes through the exchange or is done by a reader of the journal takes a moment.</summary>
internal static class Eventually
{
    /// <summary>Opens the address until the place shows the words.</summary>
    internal static async Task Shows(IPage page, string address, string selector, string text)
    {
        for (var i = 0; ; i++)
        {
            await page.GotoAsync(address);
            var found = page.Locator(selector).First;
            if (await found.CountAsync() > 0 && (await found.InnerTextAsync()).Contains(text, StringComparison.Ordinal)) return;
            Assert.True(i < 240, $"{address} does not say {text}");
            await Task.Delay(250);
        }
    }
}
