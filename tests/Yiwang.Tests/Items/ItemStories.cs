using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Catalogue;
using Yiwang.Catalogue.Changes;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Items;

/// <summary>What stories of items at the desk have in common. Each test has an item of its own.</summary>
public abstract class ItemStories(Site site)
{
    /// <summary>Where they happen.</summary>
    protected Site Here => site;

    protected static readonly RegionCode Haishu = RegionCode.Parse("330203", null);

    protected ICatalogue Catalogue => site.Services.GetRequiredService<ICatalogue>();

    protected async Task<ItemOffer> Offer(string item, RegionCode region) => (await Catalogue.Offer(ItemCode.Parse(item, null), region, default)).Value;

    protected Task<int> Due() => site.Services.GetRequiredService<PublishDue>().Publish(default);

    protected static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Waits until something holds; the chores of the platform work beside the tests.</summary>
    protected static async Task Until(Func<Task<bool>> holds)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            if (await holds()) return;
            await Task.Delay(100);
        }
        Assert.Fail("It did not come to hold.");
    }

    private protected async Task Approve(Keeper editor, string change)
    {
        using var reviewer = await Keeper.SignIn(site, "reviewer-ningbo");
        using var lawyer = await Keeper.SignIn(site, "legal-ningbo");
        foreach (var (who, step) in new[] { (editor, "submit"), (reviewer, "approve"), (lawyer, "approve") })
        {
            var (status, errors) = await who.Step(change, step);
            Assert.True(status is HttpStatusCode.OK, $"{step}: {status} {errors}");
        }
    }
}
