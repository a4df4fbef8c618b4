using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;

namespace Yiwang.Kernel.Journals;

/// <summary>Numbers and hashes the entries that a save is about to write.</summary>
internal static class JournalSealing
{
    /// <summary>Seals all new entries; the kinds that they are of.</summary>
    internal static async Task<IEnumerable<string>> Seal(YiwangDb db, CancellationToken stop)
    {
        var entries = db.ChangeTracker.Entries<JournalEntry>().Where(e => e.State is EntityState.Added).Select(e => e.Entity).ToList();
        if (entries.Count == 0) return [];

        var heads = await Heads(db, entries, stop);
        foreach (var entry in entries)
        {
            var head = heads.GetValueOrDefault(entry.Stream, new(0, JournalHash.None));
            entry.Version = head.Version + 1;
            entry.Hash = JournalHash.Of(head.Hash, entry);
            heads[entry.Stream] = new(entry.Version, entry.Hash);
        }
        return entries.Select(e => e.Kind);
    }

    /// <summary>The last entries of the streams that may be there already, in one question.</summary>
    private static async Task<Dictionary<string, Head>> Heads(YiwangDb db, List<JournalEntry> entries, CancellationToken stop)
    {
        var opened = entries.Where(e => e.OpensStream).Select(e => e.Stream).ToHashSet(StringComparer.Ordinal);
        var streams = entries.Select(e => e.Stream).Where(s => !opened.Contains(s)).Distinct(StringComparer.Ordinal).ToList();
        if (streams.Count == 0) return new(StringComparer.Ordinal);
        var journal = db.Set<JournalEntry>().AsNoTracking();
        return await journal.Where(e => streams.Contains(e.Stream) && e.Version == journal.Where(last => last.Stream == e.Stream).Max(last => last.Version))
            .Select(e => new { e.Stream, e.Version, e.Hash })
            .ToDictionaryAsync(e => e.Stream, e => new Head(e.Version, e.Hash), StringComparer.Ordinal, stop);
    }

    private readonly record struct Head(int Version, string Hash);
}
