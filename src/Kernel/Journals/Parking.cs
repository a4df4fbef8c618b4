using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Kernel.Journals;

/// <summary>Puts entries aside that a reader cannot take, and hands them to it again when somebody says so.</summary>
public interface IParking
{
    /// <summary>The reader's name.</summary>
    string Reader { get; }

    /// <summary>
    /// Hands all entries of a stream that were put aside to the reader again, in their order: all are taken, or none. Refused with <c>not-found</c> where none is,
    /// and with <c>fails-again</c> where the reader still cannot take them.
    /// </summary>
    Task<Outcome> Retry(string stream, CancellationToken stop);
}

/// <summary>The parking of one reader.</summary>
internal sealed class Parking<TReader>(YiwangDb db, TReader reader, TimeProvider clock, ILogger<TReader> log) : IParking where TReader : class, IJournalReader
{
    public string Reader => TReader.Name;

    /// <summary>What the reader is to take of these: nothing of a stream of which something was put aside.</summary>
    internal async Task<IReadOnlyList<JournalEntry>> LetThrough(IReadOnlyList<JournalEntry> entries, CancellationToken stop)
    {
        var (name, streams) = (TReader.Name, entries.Select(e => e.Stream).Distinct(StringComparer.Ordinal).ToList());
        var stopped = await db.Set<ParkedEntry>().Where(p => p.Reader == name && streams.Contains(p.Stream)).Select(p => p.Stream).Distinct().ToListAsync(stop);
        if (stopped.Count == 0) return entries;
        var waiting = entries.Where(e => stopped.Contains(e.Stream, StringComparer.Ordinal)).ToList();
        foreach (var entry in waiting) db.Add(ParkedEntry.Of(name, entry, "", clock.GetUtcNow()));
        return [.. entries.Except(waiting)];
    }

    /// <summary>Puts the entry aside that fails. The caller moves the checkpoint behind it and commits.</summary>
    internal void Park(JournalEntry entry, Exception why)
    {
        db.Add(ParkedEntry.Of(TReader.Name, entry, why.GetType().Name, clock.GetUtcNow()));
        log.LogError(why, "Journal reader {Reader} puts entry {Position} of {Stream} aside", TReader.Name, entry.Position, entry.Stream);
    }

    public async Task<Outcome> Retry(string stream, CancellationToken stop)
    {
        var name = TReader.Name;
        await using var transaction = await db.BeginWrite(stop);
        await db.Hold<TReader>(stop);
        var parked = await db.Set<ParkedEntry>().Where(p => p.Reader == name && p.Stream == stream).OrderBy(p => p.Position).ToListAsync(stop);
        if (parked.Count == 0) return Refusal.NotFound("停下的留痕");
        var positions = parked.ConvertAll(p => p.Position);
        var entries = await db.Set<JournalEntry>().AsNoTracking().Where(e => positions.Contains(e.Position)).OrderBy(e => e.Position).ToListAsync(stop);
        try
        {
            await reader.Read(entries, stop);
            db.RemoveRange(parked);
            await db.SaveChangesAsync(stop);
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !Dialect.IsBusy(exception))
        {
            log.LogError(exception, "Journal reader {Reader} fails again on {Stream}", name, stream);
            return new Refusal(RefusalKind.Conflict, "fails-again", $"还是处理不了（{exception.GetType().Name}）。请查看服务器日志，修复后再试。");
        }
        await transaction.Commit(stop);
        return Outcome.Done;
    }
}
