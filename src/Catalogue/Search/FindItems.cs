using Yiwang.Catalogue.Synonyms;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Search;

/// <summary>Searches with the synonyms of now.</summary>
internal sealed class FindItems(ItemIndex index, SynonymShelf synonyms)
{
    internal async ValueTask<Outcome<FoundItems>> Find(ItemQuery query, string? cursor, int size, CancellationToken stop)
    {
        index.Use(await synonyms.Words(stop));
        return index.Search(query, cursor, size);
    }

    internal async ValueTask<IReadOnlyList<Suggestion>> Suggest(string text, RegionCode region, int count, CancellationToken stop)
    {
        index.Use(await synonyms.Words(stop));
        return index.Suggest(text, region, count);
    }
}
