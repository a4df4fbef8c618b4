using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Database;

namespace Yiwang.Kernel.Journals;

/// <summary>Drives one reader: takes the lease, hands it entries in order, commits its changes together with the checkpoint.</summary>
internal sealed class JournalReaderLoop<TReader>(IServiceScopeFactory scopes, JournalSignal signal, TimeProvider clock, ILogger<TReader> log)
    : BackgroundService where TReader : class, IJournalReader
{
    private const int BatchSize = 64;
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);
    private static readonly string Name = TReader.Name;
    private static readonly string Node = $"{Environment.ProcessId}/{Guid.NewGuid():N}";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        var batch = BatchSize;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var next = signal.Next;
                var taken = await TakeBatch(batch, stoppingToken);
                if (taken == 0) await JournalSignal.Wait(next, Poll, stoppingToken);
                batch = BatchSize;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                // One at a time, so that the entries before the one that fails are kept.
                batch = 1;
                log.LogError(exception, "Journal reader {Reader} failed and will try again", Name);
                await Task.Delay(PauseAfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Takes up to <paramref name="size"/> entries; 0 when there is nothing, or another node holds the lease.</summary>
    private async Task<int> TakeBatch(int size, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var seen = await db.Set<JournalCheckpoint>().AsNoTracking().SingleOrDefaultAsync(c => c.Reader == Name, stop);
        if (!await After(db, seen?.Position ?? 0, 1).AnyAsync(stop)) return 0;

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await Lease(db, seen is null, stop) is not { } position) return 0;

        var entries = await After(db, position, size).AsNoTracking().ToListAsync(stop);
        var reader = scope.ServiceProvider.GetRequiredService<TReader>();
        foreach (var entry in entries) await reader.Read(entry, stop);
        await db.SaveChangesAsync(stop);
        if (entries.Count > 0)
        {
            var last = entries[^1].Position;
            await db.Set<JournalCheckpoint>().Where(c => c.Reader == Name).ExecuteUpdateAsync(c => c.SetProperty(x => x.Position, last), stop);
        }
        await transaction.CommitAsync(stop);
        return entries.Count;
    }

    private static IQueryable<JournalEntry> After(YiwangDb db, long position, int size)
    {
        var kinds = TReader.Kinds;
        return Dialect.Of(db).SettledEntries(db).Where(e => e.Position > position && kinds.Contains(e.Kind)).OrderBy(e => e.Position).Take(size);
    }

    /// <summary>Takes or renews the lease inside the transaction and reads the checkpoint under it; null when another node holds it.</summary>
    private async Task<long?> Lease(YiwangDb db, bool isNew, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        if (isNew)
        {
            db.Add(new JournalCheckpoint { Reader = Name, LeaseOwner = Node, LeaseUntil = now + LeaseTime });
            await db.SaveChangesAsync(stop);
            return 0;
        }
        var until = now + LeaseTime;
        var held = await db.Set<JournalCheckpoint>()
            .Where(c => c.Reader == Name && (c.LeaseOwner == null || c.LeaseOwner == Node || c.LeaseUntil < now))
            .ExecuteUpdateAsync(c => c.SetProperty(x => x.LeaseOwner, Node).SetProperty(x => x.LeaseUntil, until), stop);
        if (held == 0) return null;
        return await db.Set<JournalCheckpoint>().Where(c => c.Reader == Name).Select(c => c.Position).SingleAsync(stop);
    }
}
