using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Search;

/// <summary>Makes what goes into the index: each item as each region decides it.</summary>
internal sealed class IndexFeed(CatalogueShelf shelf, IDirectory directory)
{
    /// <summary>All items in force.</summary>
    internal async Task<List<IndexedItem>> All(CancellationToken stop) => await Of(await shelf.All(stop), stop);

    /// <summary>Those of some codes that are in force.</summary>
    internal async Task<List<IndexedItem>> Of(IEnumerable<ItemCode> codes, CancellationToken stop)
    {
        var items = new List<ServiceItem>();
        foreach (var code in codes)
        {
            if (await shelf.Current(code, stop) is { } item) items.Add(item);
        }
        return await Of(items, stop);
    }

    private async Task<List<IndexedItem>> Of(IEnumerable<ServiceItem> items, CancellationToken stop)
    {
        var indexed = new List<IndexedItem>();
        foreach (var item in items)
        {
            var places = await shelf.Places(item, stop);
            // An item that no department decides today is still published: its guide stands under the city's department.
            if (places.Count == 0 && await directory.Department(item.Department, stop) is { } of) places = [new(item, (await directory.Region(RegionCode.Ningbo, stop))!, of)];
            var regions = places.Select(p => p.Region.Code).ToList();
            indexed.AddRange(places.Select((place, i) => new IndexedItem(
                Card(place), Lead: i == 0, i == 0 ? regions : [], item.ResultName, item.PersonalThemes, item.CorporateThemes, item.ForPersons, item.ForCompanies, item.Applicants)));
        }
        return indexed;
    }

    private static ItemCard Card(ItemOffer place) => new()
    {
        Code = place.Item.Code,
        Region = place.Region.Code,
        Version = place.Item.Version,
        Name = place.Item.Name,
        Category = place.Item.Category,
        Department = place.Item.Department,
        DepartmentName = place.Department.Name,
        OnApplication = place.Item.OnApplication,
        Online = place.Item.Online,
        OnlineDepth = place.Item.OnlineDepth,
        Visits = place.Item.Visits,
        PromisedDays = place.Item.Limits.PromisedDays,
        Popularity = place.Item.Popularity,
        SampleLimit = place.Item.IsSample("promised_limit"),
        SampleOnline = place.Item.IsSample("online_depth"),
    };
}
