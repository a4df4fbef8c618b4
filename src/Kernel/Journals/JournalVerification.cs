using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;

namespace Yiwang.Kernel.Journals;

/// <summary>What <see cref="JournalVerification"/> found.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="Streams">How many streams they belong to.</param>
/// <param name="Fault">The first row that does not fit; null when all fit.</param>
public sealed record JournalReport(long Entries, int Streams, JournalFault? Fault);

/// <summary>The first row that does not fit.</summary>
/// <param name="Position">Its position.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its version in the stream.</param>
/// <param name="Reason">What does not fit, in Chinese.</param>
public sealed record JournalFault(long Position, string Stream, int Version, string Reason);

/// <summary>Recomputes the whole journal and names the first row, in order of position, that does not fit.</summary>
public sealed class JournalVerification(YiwangDb db)
{
    /// <summary>Reads all entries once, in order of position. The daily roots are checked against what was read.</summary>
    public async Task<JournalReport> Run(CancellationToken stop)
    {
        var heads = new Dictionary<string, (int Version, string Hash)>(StringComparer.Ordinal);
        var roots = await JournalRoots.Expected(db, stop);
        long count = 0;
        await foreach (var entry in db.Set<JournalEntry>().AsNoTracking().OrderBy(e => e.Position).AsAsyncEnumerable().WithCancellation(stop))
        {
            count++;
            var (version, hash) = heads.GetValueOrDefault(entry.Stream, (0, JournalHash.None));
            if (entry.Version != version + 1)
                return new(count, heads.Count, Fault(entry, $"版本应为 {version + 1}，前一行缺失或被移动"));
            if (JournalHash.Of(hash, entry) != entry.Hash)
                return new(count, heads.Count, Fault(entry, "内容与散列值不符，该行或其前一行被改动"));
            heads[entry.Stream] = (entry.Version, entry.Hash);
            roots.Take(entry);
        }
        return new(count, heads.Count, roots.Compare());
    }

    private static JournalFault Fault(JournalEntry entry, string reason) => new(entry.Position, entry.Stream, entry.Version, reason);
}
