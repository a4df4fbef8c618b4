using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Catalogue.Search;
using Yiwang.Kernel.Database;

namespace Yiwang.Catalogue.Synonyms;

/// <summary>The synonyms and fillers in memory. A change is in effect at once on its own node, within five seconds elsewhere; nothing is indexed anew.</summary>
internal sealed class SynonymShelf(IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly Remembered<SearchWords> _words = new(scopes, clock, TimeSpan.FromSeconds(5), Read);

    internal ValueTask<SearchWords> Words(CancellationToken stop) => _words.Get(stop);

    internal void Forget() => _words.Forget();

    private static async Task<SearchWords> Read(YiwangDb db, CancellationToken stop)
    {
        var groups = await db.Set<SynonymGroup>().AsNoTracking().OrderBy(g => g.Words).ToListAsync(stop);
        return new(groups.Where(g => g.Kind == SynonymGroup.Synonym).Select(g => g.List), groups.Where(g => g.Kind == SynonymGroup.Filler).Select(g => g.Words));
    }
}
