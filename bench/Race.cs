using System.Net;

namespace Yiwang.Bench;

/// <summary>Two officials decide the same case at the same moment, on the pages.</summary>
internal static class Race
{
    /// <summary>Lets the first accept the case, then both decide, with the page as it was before either did; the two statuses.</summary>
    internal static async Task<HttpStatusCode[]> Run(PageClient first, PageClient second, string number, bool oneAfterTheOther = false)
    {
        var page = $"desk/handling/{number}";
        var opened = await first.Open(page);
        for (var i = 0; opened.Status is not HttpStatusCode.OK && i < 600; i++)
        {
            await Task.Delay(50);
            opened = await first.Open(page);
        }
        await first.Send(page, opened.Token, "act", new() { ["Form.Act"] = "accept" });
        var (one, other) = ((await first.Open(page)).Token, (await second.Open(page)).Token);
        var granting = first.Send(page, one, "act", new() { ["Form.Act"] = "grant", ["Form.Reason"] = "同意" });
        if (oneAfterTheOther) await granting;
        return await Task.WhenAll(granting, second.Send(page, other, "act", new() { ["Form.Act"] = "refuse", ["Form.Reason"] = "不同意" }));
    }
}
