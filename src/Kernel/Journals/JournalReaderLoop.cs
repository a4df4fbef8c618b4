using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Watch;

namespace Yiwang.Kernel.Journals;

/// <summary>Drives one reader: takes the lease, hands it entries in order, commits its changes together with the checkpoint.</summary>
internal sealed class JournalReaderLoop<TReader>(IServiceScopeFactory scopes, JournalSignal signal, ReaderStates states, TimeProvider clock, ILogger<TReader> log)
    : BackgroundService where TReader : class, IJournalReader
{
    private const int BatchSize = 64;
    private static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    // How soon to look again for an entry that is there, but that a transaction still running could come before.
    private static readonly TimeSpan UntilSettled = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(2);
    private static readonly string Name = TReader.Name;
    private static readonly string Node = $"{Environment.ProcessId}/{Guid.NewGuid():N}";

    // The entry that has failed by itself, and how often in a row.
    private (JournalEntry Entry, int Times)? _failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        using var bell = signal.On(TReader.Kinds);
        var batch = BatchSize;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                switch (await TakeBatch(batch, stoppingToken))
                {
                    case Taken.Full: signal.Pulse(Name); break;
                    case Taken.Some:
                        signal.Pulse(Name);
                        if (TReader.Gather > TimeSpan.Zero) await Task.Delay(TReader.Gather, stoppingToken);
                        break;
                    case Taken.Unsettled: await Task.Delay(UntilSettled, stoppingToken); break;
                    default: await bell.Wait(Poll, stoppingToken); break;
                }
                states.Succeeded(Name);
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
                states.Failed(Name);
                log.LogError(exception, "Journal reader {Reader} failed and will try again", Name);
                // A database that is busy says nothing about the entry.
                if (Dialect.IsBusy(exception)) _failing = null;
                if (_failing is { } failing && TReader.ParkAfter > 0 && failing.Times >= TReader.ParkAfter && await Park(failing.Entry, exception, stoppingToken)) continue;
                await Task.Delay(PauseAfterFailure, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private enum Taken { Nothing, Unsettled, Some, Full }

    /// <summary>Takes up to <paramref name="size"/> entries; nothing when there are none, or another node holds the lease.</summary>
    private async Task<Taken> TakeBatch(int size, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var seen = await db.Set<JournalCheckpoint>().AsNoTracking().SingleOrDefaultAsync(c => c.Reader == Name, stop);
        if (await After(db, seen?.Position ?? 0).Select(e => (long?)e.Position).FirstOrDefaultAsync(stop) is not { } first) return Taken.Nothing;
        var settled = await Dialect.Of(db).SettledUpTo(db, stop);
        if (first > settled) return Taken.Unsettled;

        await using var transaction = await db.BeginWrite(stop);
        if (await Lease(db, seen is null, stop) is not { } position) return Taken.Nothing;

        var entries = await After(db, position).Where(e => e.Position <= settled).Take(size).AsNoTracking().ToListAsync(stop);
        var reader = scope.ServiceProvider.GetRequiredService<TReader>();
        if (entries.Count > 0)
        {
            if (entries.Count == 1) _failing = (entries[0], _failing?.Entry.Position == entries[0].Position ? _failing.Value.Times + 1 : 1);
            using var span = Telemetry.Source.StartActivity($"journal read {Name}");
            var mine = TReader.ParkAfter == 0 ? entries : await scope.ServiceProvider.GetRequiredService<Parking<TReader>>().LetThrough(entries, stop);
            if (mine.Count > 0) await reader.Read(mine, stop);
            Telemetry.ReaderLag.Record((clock.GetUtcNow() - entries[0].At).TotalSeconds, new KeyValuePair<string, object?>("reader", Name));
        }
        await db.SaveChangesAsync(stop);
        if (entries.Count > 0)
        {
            var last = entries[^1].Position;
            await db.Set<JournalCheckpoint>().Where(c => c.Reader == Name).ExecuteUpdateAsync(c => c.SetProperty(x => x.Position, last), stop);
        }
        await transaction.Commit(stop);
        _failing = null;
        return entries.Count == size ? Taken.Full : entries.Count > 0 ? Taken.Some : Taken.Nothing;
    }

    /// <summary>Puts the entry aside and goes on behind it; false where that did not work either, or another node has the lease.</summary>
    private async Task<bool> Park(JournalEntry entry, Exception why, CancellationToken stop)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
            await using var transaction = await db.BeginWrite(stop);
            if (await Lease(db, isNew: false, stop) is not { } position || position >= entry.Position) return false;
            scope.ServiceProvider.GetRequiredService<Parking<TReader>>().Park(entry, why);
            await db.SaveChangesAsync(stop);
            await db.Set<JournalCheckpoint>().Where(c => c.Reader == Name).ExecuteUpdateAsync(c => c.SetProperty(x => x.Position, entry.Position), stop);
            await transaction.Commit(stop);
            _failing = null;
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.LogError(exception, "Journal reader {Reader} could not put an entry aside and will try again", Name);
            return false;
        }
    }

    private static IQueryable<JournalEntry> After(YiwangDb db, long position)
    {
        var kinds = TReader.Kinds;
        return db.Set<JournalEntry>().Where(e => e.Position > position && kinds.Contains(e.Kind)).OrderBy(e => e.Position);
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
