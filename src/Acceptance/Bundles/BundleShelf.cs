using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Bundles;

/// <summary>The bundles that there are, kept in memory for half a minute.</summary>
internal sealed class BundleShelf(IServiceScopeFactory scopes, TimeProvider clock)
{
    private readonly Remembered<IReadOnlyList<(Bundle Bundle, int Version)>> _all = new(scopes, clock, TimeSpan.FromSeconds(30), Read);

    /// <summary>Merged forms by bundle and edition: merging takes a while, and its outcome is the same until something changes.</summary>
    internal ConcurrentDictionary<(string Code, int Edition), MergedForm> Merged { get; } = new();

    internal ValueTask<IReadOnlyList<(Bundle Bundle, int Version)>> All(CancellationToken stop) => _all.Get(stop);

    internal void Forget() => _all.Forget();

    private static async Task<IReadOnlyList<(Bundle, int)>> Read(YiwangDb db, CancellationToken stop) =>
        [.. (await db.Set<StoredBundle>().AsNoTracking().ToListAsync(stop)).OrderBy(b => b.Code, StringComparer.Ordinal).Select(b => (JsonSerializer.Deserialize<Bundle>(b.Definition, Journal.Json)!, b.Version))];
}
