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

    internal async ValueTask<CaseNumber> Next(RegionCode region, DateOnly day, CancellationToken stop)
    {
        var county = region.County;
        var block = _blocks.GetOrAdd((county, day), _ => new Block());
        await block.Gate.WaitAsync(stop);
        try
        {
            if (block.Next > block.Last)
            {
                block.Last = await Take(county, day, stop);
                block.Next = block.Last - BlockSize + 1;
            }
            return CaseNumber.Create(county, day, block.Next++);
        }
        finally
        {
            block.Gate.Release();
        }
    }

    private async Task<int> Take(RegionCode region, DateOnly day, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        await using var transaction = await db.BeginWrite(stop);
        var given = await db.Database.SqlQuery<int>($"""
            insert into acceptance_sequences (region, day, given_up_to) values ({region.Value}, {day}, {BlockSize})
            on conflict (region, day) do update set given_up_to = acceptance_sequences.given_up_to + {BlockSize}
            returning given_up_to
            """).ToListAsync(stop);
        await transaction.Commit(stop);
        return given[0];
    }

    private sealed class Block
    {
        internal SemaphoreSlim Gate { get; } = new(1, 1);
        internal int Next { get; set; } = 1;
        internal int Last { get; set; }
    }
}
