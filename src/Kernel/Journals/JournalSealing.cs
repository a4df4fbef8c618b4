using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;

namespace Yiwang.Kernel.Journals;

/// <summary>Numbers and hashes the entries that a save is about to write.</summary>
internal static class JournalSealing
{
    /// <summary>Seals all new entries; false when there are none.</summary>
    internal static async Task<bool> Seal(YiwangDb db, CancellationToken stop)
    {
        var entries = db.ChangeTracker.Entries<JournalEntry>().Where(e => e.State is EntityState.Added).Select(e => e.Entity).ToList();
        if (entries.Count == 0) return false;

        var heads = new Dictionary<string, (int Version, string Hash)>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (!heads.TryGetValue(entry.Stream, out var head)) head = entry.OpensStream ? (0, JournalHash.None) : await Head(db, entry.Stream, stop);
            entry.Version = head.Version + 1;
            entry.Hash = JournalHash.Of(head.Hash, entry);
            heads[entry.Stream] = (entry.Version, entry.Hash);
        }
        return true;
    }

    private static async Task<(int Version, string Hash)> Head(YiwangDb db, string stream, CancellationToken stop)
    {
        var last = await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Stream == stream).OrderByDescending(e => e.Version)
            .Select(e => new { e.Version, e.Hash }).FirstOrDefaultAsync(stop);
        return last is null ? (0, JournalHash.None) : (last.Version, last.Hash);
    }
}
