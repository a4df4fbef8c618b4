using Yiwang.Acceptance.Submit;
using Yiwang.Catalogue;
using Yiwang.Directory;
using Yiwang.Forms;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Bundles;

/// <summary>Questions about bundles: which there are, and how each is offered in a region.</summary>
internal sealed class OfferBundles(BundleShelf shelf, ICatalogue catalogue, IForms forms, IDirectory directory)
{
    internal async ValueTask<IReadOnlyList<Bundle>> All(CancellationToken stop) => [.. (await shelf.All(stop)).Select(b => b.Bundle)];

    internal async ValueTask<Bundle?> Find(string code, CancellationToken stop) => (await shelf.All(stop)).Select(b => b.Bundle).FirstOrDefault(b => b.Code == code);

    /// <summary>How a bundle is offered in a region: each item by the region's department, or by the city's where only the city has it.</summary>
    internal async Task<Outcome<BundleOffer>> Offer(string code, RegionCode region, CancellationToken stop)
    {
        if ((await shelf.All(stop)).FirstOrDefault(b => b.Bundle.Code == code) is not { Bundle: { } bundle, Version: var version }) return Refusal.NotFound("这件事");
        if (await directory.Region(region, stop) is not { } place) return Refusal.NotFound("这个地区");
        var steps = new List<OfferedStep>();
        foreach (var step in bundle.Steps)
        {
            var offered = await OfferAt(step.Item, region, stop);
            if (!offered.IsDone) return new Refusal(RefusalKind.Conflict, "bundle-not-offered", $"“{bundle.Name}”在{place.Name}暂时不能联办：{step.Title}，{offered.Refusal.Reason}");
            var form = await forms.Of(step.Item, stop);
            steps.Add(new(step, offered.Value, form, MaterialCheck.Needs(offered.Value.Item, form)));
        }
        var number = Edition(version, steps);
        var merged = shelf.Merged.GetOrAdd((code, number), _ => MergeForms.Merge(bundle, number, steps.ToDictionary(s => s.Step.Key, s => s.Form, StringComparer.Ordinal)));
        return new BundleOffer(bundle, place, steps, merged, number);
    }

    /// <summary>How an item is offered in a region, or for the whole city.</summary>
    internal async ValueTask<Outcome<ItemOffer>> OfferAt(ItemCode item, RegionCode region, CancellationToken stop)
    {
        var own = await catalogue.Offer(item, region, stop);
        if (own.IsDone || region == RegionCode.Ningbo) return own;
        var citys = await catalogue.Offer(item, RegionCode.Ningbo, stop);
        return citys.IsDone ? citys : own;
    }

    /// <summary>The counties and zones in which a bundle is offered.</summary>
    internal async Task<IReadOnlyList<Region>> Places(string code, CancellationToken stop)
    {
        var places = new List<Region>();
        foreach (var region in (await directory.CityAndCounties(stop)).Where(r => r.Code.Level is RegionLevel.County))
        {
            if ((await Offer(code, region.Code, stop)).IsDone) places.Add(region);
        }
        return places;
    }

    /// <summary>A number that any change of what is asked changes; the same on every node, so no hash of the runtime's.</summary>
    private static int Edition(int version, List<OfferedStep> steps)
    {
        var number = (uint)version;
        foreach (var step in steps)
        {
            foreach (var part in new[] { step.Offer.Item.Version, step.Form.Version }) number = unchecked((number * 16777619) ^ (uint)part);
        }
        return (int)(number & int.MaxValue);
    }
}
