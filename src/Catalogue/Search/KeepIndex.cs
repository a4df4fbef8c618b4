using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Catalogue.Synonyms;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Catalogue.Search;

/// <summary>
/// Keeps this node's memory and index of the catalogue as new as the journal, whichever node changed it. The index is built before the
/// platform serves, if it is not there or belongs to another database.
/// </summary>
internal sealed class KeepIndex(
    ItemIndex index, IndexFeed feed, CatalogueShelf shelf, SynonymShelf synonyms, Lists.ListDates dates, IDirectory directory, Generations generations, IServiceScopeFactory scopes)
    : IStartTask, IJournalFollower
{
    private static readonly string OfDirectory = FactAttribute.KindOf<DirectoryImported>();
    private static readonly Dictionary<string, Func<JournalEntry, ItemCode>> OfItems = new(StringComparer.Ordinal)
    {
        [FactAttribute.KindOf<ItemPublished>()] = e => Journal.Read<ItemPublished>(e).Item,
        [FactAttribute.KindOf<ItemWithdrawn>()] = e => Journal.Read<ItemWithdrawn>(e).Item,
        [FactAttribute.KindOf<ItemImplemented>()] = e => Journal.Read<ItemImplemented>(e).Item,
        [FactAttribute.KindOf<ItemGivenUp>()] = e => Journal.Read<ItemGivenUp>(e).Item,
        [FactAttribute.KindOf<ItemSuspended>()] = e => Journal.Read<ItemSuspended>(e).Item,
        [FactAttribute.KindOf<ItemResumed>()] = e => Journal.Read<ItemResumed>(e).Item,
    };

    public IReadOnlyCollection<string> Kinds { get; } =
        [.. OfItems.Keys, OfDirectory, FactAttribute.KindOf<CatalogueImported>(), FactAttribute.KindOf<SynonymsChanged>(), FactAttribute.KindOf<SynonymsImported>(), FactAttribute.KindOf<ListPublished>()];

    /// <summary>Opens the index, and builds it where it can't be gone on with.</summary>
    public async Task Run(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var source = await db.Set<JournalEntry>().OrderBy(e => e.Position).Select(e => e.Hash).FirstOrDefaultAsync(stop) ?? "";
        var end = await JournalEnd.Settled(db, stop);
        // Also when the database was put back to an earlier day.
        if (index.Position is { } position && position <= end && index.Source == source) return;
        index.Rebuild(feed.All(stop).ToBlockingEnumerable(stop), end, source);
    }

    public async Task<long> Begin(CancellationToken stop)
    {
        if (index.Position is null) await Run(stop);
        Forget();
        return index.Position!.Value;
    }

    public async Task Follow(IReadOnlyList<JournalEntry> entries, CancellationToken stop)
    {
        var last = entries[^1].Position;
        Forget();
        if (entries.Any(e => e.Kind == OfDirectory))
        {
            directory.Forget();
            index.Rebuild(feed.All(stop).ToBlockingEnumerable(stop), last, index.Source);
        }
        else
        {
            var codes = entries.Where(e => OfItems.ContainsKey(e.Kind)).Select(e => OfItems[e.Kind](e)).ToHashSet();
            index.Replace(codes, await feed.Of(codes, stop), last);
        }
        generations.Raise(Generations.Catalogue);
    }

    private void Forget()
    {
        shelf.Forget();
        dates.Forget();
        synonyms.Forget();
    }
}
