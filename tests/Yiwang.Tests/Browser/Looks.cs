using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Yiwang.Tests.Browser;

/// <summary>What holds of the looks of every page.</summary>
internal static class Looks
{
    // Everything is checked; what passed is only not described.
    private static readonly AxeRunOptions Options = new() { ResultTypes = [ResultType.Violations], Iframes = false };

    /// <summary>axe finds nothing serious, and the page does not scroll sideways.</summary>
    internal static Task Fine(IPage page) => page.Settled(() => Look(page));

    private static async Task Look(IPage page)
    {
        var found = (await page.RunAxe(Options)).Violations.Where(v => v.Impact is "serious" or "critical").ToList();
        Assert.True(found.Count == 0, $"{page.Url}\n{string.Join("\n", found.Select(v => $"{v.Id}: {v.Help} — {string.Join(" | ", v.Nodes.Select(n => n.Html).Take(3))}"))}");
        Assert.True(await page.EvaluateAsync<bool>("[...document.styleSheets].some(s => s.cssRules.length > 100)"), $"{page.Url} has no styles");
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        var wide = await page.EvaluateAsync<string>("[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > document.documentElement.clientWidth).map(e => e.outerHTML.slice(0, 120)).slice(-5).join(' | ')");
        Assert.True(overflow <= 0, $"{page.Url} is {overflow} px too wide:\n{wide}");
    }
}
