using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;

namespace Yiwang.Kernel.Journals;

/// <summary>The Merkle root over all entries of one day in Ningbo. Once published, a row of that day can neither vanish nor change unseen.</summary>
public sealed class JournalRoot
{
    /// <summary>The day in Ningbo.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>How many entries the day has.</summary>
    public required int Entries { get; init; }

    /// <summary>The last position of the day.</summary>
    public required long LastPosition { get; init; }

    /// <summary>SHA-256 Merkle root over the entries' hashes in order of position (hex).</summary>
    public required string Root { get; init; }
}

internal sealed class JournalRootMap : IEntityTypeConfiguration<JournalRoot>
{
    public void Configure(EntityTypeBuilder<JournalRoot> builder)
    {
        builder.ToTable("journal_roots");
        builder.HasKey(r => r.Day);
        builder.Property(r => r.Root).HasMaxLength(64);
    }
}

/// <summary>Computes daily roots and compares them with those that were published.</summary>
internal sealed class JournalRoots(Dictionary<DateOnly, JournalRoot> published)
{
    private readonly Dictionary<DateOnly, List<string>> _hashes = published.Keys.ToDictionary(day => day, _ => new List<string>());

    internal static async Task<JournalRoots> Expected(YiwangDb db, CancellationToken stop) =>
        new(await db.Set<JournalRoot>().AsNoTracking().ToDictionaryAsync(r => r.Day, stop));

    internal void Take(JournalEntry entry)
    {
        if (_hashes.TryGetValue(WorkCalendar.DayInNingbo(entry.At), out var day)) day.Add(entry.Hash);
    }

    internal JournalFault? Compare() => published.Values.OrderBy(r => r.Day)
        .Where(root => root.Root != Merkle(_hashes[root.Day]))
        .Select(root => new JournalFault(root.LastPosition, "—", 0, $"{root.Day:yyyy-MM-dd} 的每日根与已公布的不符：当日应有 {root.Entries} 行，现有 {_hashes[root.Day].Count} 行"))
        .FirstOrDefault();

    /// <summary>The Merkle root of hashes in order; an odd one out goes up as it is. Empty input has an empty root.</summary>
    internal static string Merkle(IReadOnlyList<string> hashes)
    {
        if (hashes.Count == 0) return "";
        var level = hashes;
        while (level.Count > 1)
        {
            var above = new List<string>((level.Count + 1) / 2);
            for (var i = 0; i < level.Count; i += 2)
            {
                above.Add(i + 1 < level.Count ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(level[i] + level[i + 1]))) : level[i]);
            }
            level = above;
        }
        return level[0];
    }
}
