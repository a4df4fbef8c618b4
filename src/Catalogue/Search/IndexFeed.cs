using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Search;

/// <summary>Makes what goes into the index: each item as each region decides it.</summary>
internal sealed class IndexFeed(IServiceScopeFactory scopes, CatalogueShelf shelf)
{
    /// <summary>All items in force, a batch at a time.</summary>
    internal async IAsyncEnumerable<IndexedItem> All([EnumeratorCancellation] CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        await foreach (var batch in ReadItems.All(scope.ServiceProvider.GetRequiredService<YiwangDb>(), stop))
        {
            foreach (var indexed in await Of(batch, stop)) yield return indexed;
        }
    }

    /// <summary>Those of some codes that are in force.</summary>
    internal async Task<List<IndexedItem>> Of(IReadOnlyCollection<ItemCode> codes, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Of(await ReadItems.Of(scope.ServiceProvider.GetRequiredService<YiwangDb>(), codes, stop), stop);
    }

    private async Task<List<IndexedItem>> Of(List<StoredItem> items, CancellationToken stop)
    {
        var indexed = new List<IndexedItem>();
        foreach (var stored in items)
        {
            var item = stored.Item;
            var places = await shelf.Shown(stored, stop);
            var regions = places.Select(p => p.Region.Code).ToList();
            indexed.AddRange(places.Select((place, i) => new IndexedItem(
                Card(place), Lead: i == 0, i == 0 ? regions : [], item.ResultName, item.PersonalThemes, item.CorporateThemes, item.ForPersons, item.ForCompanies, item.Applicants)
            {
                Applicants = item.Applicants, Main = item.MainItem, Window = item.AcceptLevels.Count > 0,
            }));
        }
        return indexed;
    }

    /// <summary>The card of an item in its region.</summary>
    internal static ItemCard Card(ItemOffer place) => new()
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
        Suspended = place.Item.Suspension is not null,
    };
}
