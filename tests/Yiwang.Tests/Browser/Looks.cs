using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Yiwang.Tests.Browser;

/// <summary>What holds of the looks of every page.</summary>
internal static class Looks
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>axe finds nothing serious, and the page does not scroll sideways.</summary>
    internal static Task Fine(IPage page) => page.Settled(() => Look(page));

    private static async Task Look(IPage page)
    {
        // In the page itself: no page of ours has frames, and axe's own way with them opens a second page each time.
        await page.EvaluateAsync(Axe);
        var found = await page.EvaluateAsync<string[]>(
            """
            () => axe.run({ resultTypes: ['violations'], iframes: false, preload: false }).then(result => result.violations
              .filter(v => v.impact === 'serious' || v.impact === 'critical')
              .map(v => `${v.id}: ${v.help} — ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`))
            """);
        Assert.True(found.Length == 0, $"{page.Url}\n{string.Join("\n", found)}");
        Assert.True(await page.EvaluateAsync<bool>("[...document.styleSheets].some(s => s.cssRules.length > 100)"), $"{page.Url} has no styles");
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var wide = await page.EvaluateAsync<string>("[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth).map(e => e.outerHTML.slice(0, 120)).slice(-5).join(' | ')");
        Assert.True(overflow <= 0, $"{page.Url} is {overflow} px too wide:\n{wide}");
    }
}
