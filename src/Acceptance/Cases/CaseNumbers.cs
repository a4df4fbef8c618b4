using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Acceptance.Cases;

/// <summary>How far the numbers of a region and day are given out.</summary>
internal sealed class CaseSequence
{
    public required RegionCode Region { get; init; }
    public required DateOnly Day { get; init; }
    public int GivenUpTo { get; private set; }
}

internal sealed class CaseSequenceMap : IEntityTypeConfiguration<CaseSequence>
{
    public void Configure(EntityTypeBuilder<CaseSequence> builder)
    {
        builder.ToTable("acceptance_sequences");
        builder.HasKey(s => new { s.Region, s.Day });
    }
}

/// <summary>
/// Gives out case numbers: each once, on any number of nodes. A node takes them in blocks, so that submitters of one region do
/// not wait for one another's commits; a crash leaves a gap, never a double.
/// </summary>
internal sealed class CaseNumbers(IServiceScopeFactory scopes)
{
    private const int BlockSize = 32;
    private readonly ConcurrentDictionary<(RegionCode, DateOnly), Block> _blocks = new();

    /// <summary>The next number of the region and day, for a case that this context saves.</summary>
    internal async ValueTask<CaseNumber> Next(YiwangDb db, RegionCode region, DateOnly day, CancellationToken stop)
    {
        var county = region.County;
        var block = _blocks.GetOrAdd((county, day), _ => new Block());
        var sequence = db.Database.CurrentTransaction is null ? await OfBlock(block, county, day, stop) : InTransaction(block) ?? await Take(db, county, day, 1, stop);
        return CaseNumber.Create(county, day, sequence);
    }

    private async Task<int> OfBlock(Block block, RegionCode county, DateOnly day, CancellationToken stop)
    {
        await block.Gate.WaitAsync(stop);
        try
        {
            if (block.Next > block.Last)
            {
                block.Last = await TakeBlock(county, day, stop);
                block.Next = block.Last - BlockSize + 1;
            }
            return block.Next++;
        }
        finally
        {
            block.Gate.Release();
        }
    }

    /// <summary>
    /// A number of the block, if one is at hand. Who is in a transaction already may hold the only turn to write: waiting for another
    /// transaction, or for somebody who waits for one, would be waiting for himself.
    /// </summary>
    private static int? InTransaction(Block block)
    {
        if (!block.Gate.Wait(0, CancellationToken.None)) return null;
        try
        {
            return block.Next > block.Last ? null : block.Next++;
        }
        finally
        {
            block.Gate.Release();
        }
    }

    private async Task<int> TakeBlock(RegionCode county, DateOnly day, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        await using var transaction = await db.BeginWrite(stop);
        var last = await Take(db, county, day, BlockSize, stop);
        await transaction.Commit(stop);
        return last;
    }

    /// <summary>Takes some numbers in the transaction that is open; the last of them.</summary>
    private static async Task<int> Take(YiwangDb db, RegionCode county, DateOnly day, int count, CancellationToken stop)
    {
        var given = await db.Database.SqlQuery<int>($"""
            insert into acceptance_sequences (region, day, given_up_to) values ({county.Value}, {day}, {count})
            on conflict (region, day) do update set given_up_to = acceptance_sequences.given_up_to + {count}
            returning given_up_to
            """).ToListAsync(stop);
        return given[0];
    }

    private sealed class Block
    {
        internal SemaphoreSlim Gate { get; } = new(1, 1);
        internal int Next { get; set; } = 1;
        internal int Last { get; set; }
    }
}
