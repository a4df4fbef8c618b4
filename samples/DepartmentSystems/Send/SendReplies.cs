using DepartmentSystems.Connections;
using DepartmentSystems.Store;
using Microsoft.EntityFrameworkCore;

namespace DepartmentSystems.Send;

/// <summary>
/// Sends what waits in the outbox, in order for each case. An attempt that died half-way is made again: the platform knows the id.
/// </summary>
public sealed class SendReplies(IReadOnlyList<DepartmentSystem> systems, PostReply post, TimeProvider clock, ILogger<SendReplies> logger) : SystemLoop(systems, logger)
{
    private const int AtOnce = 8;
    private const int Most = 64;
    private readonly Dictionary<DepartmentSystem, Connection> _last = [];

    protected override async Task<bool> Step(DepartmentSystem system, CancellationToken stop)
    {
        if (system.Connection is not { } connection || system.Switches.Down) return false;
        await WakeAfterReconnect(system, connection, stop);
        var heads = await system.Read(db => Heads(db, clock.GetUtcNow()).ToListAsync(stop));
        await Parallel.ForEachAsync(heads, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (head, within) => await SendCase(system, connection, head, within));
        return heads.Count > 0;
    }

    /// <summary>The first unsent reply of each case, where it is due and nothing before it has stopped.</summary>
    private static IQueryable<Reply> Heads(DeskDb db, DateTimeOffset now) => db.Replies
        .Where(r => r.State == ReplyState.Pending && r.NextAt <= now
            && !db.Replies.Any(e => e.Case == r.Case && e.Sequence < r.Sequence && (e.State == ReplyState.Pending || e.State == ReplyState.Stopped)))
        .OrderBy(r => r.NextAt).Take(Most);

    private async Task SendCase(DepartmentSystem system, Connection connection, Reply head, CancellationToken stop)
    {
        if (system.Switches.OutOfOrderReplies && await Second(system, head, stop) is { } second) await Send(system, connection, second, stop);
        await Send(system, connection, head, stop);
    }

    /// <summary>The reply after this one, if it waits too and none later has gone ahead already.</summary>
    private static Task<Reply?> Second(DepartmentSystem system, Reply head, CancellationToken stop) => system.Read(db => db.Replies
        .Where(r => r.Case == head.Case && r.Sequence == head.Sequence + 1 && r.State == ReplyState.Pending
            && !db.Replies.Any(s => s.Case == head.Case && s.Sequence > head.Sequence && s.State == ReplyState.Sent))
        .SingleOrDefaultAsync(stop));

    private async Task Send(DepartmentSystem system, Connection connection, Reply reply, CancellationToken stop)
    {
        var answer = await post.Run(connection, reply, stop);
        if (answer.State is ReplyState.Sent && system.Switches.DuplicateReplies) await post.Run(connection, reply, stop);
        await system.Change(async db =>
        {
            var row = await db.Replies.SingleAsync(r => r.Id == reply.Id, stop);
            var now = clock.GetUtcNow();
            row.Attempts++;
            (row.State, row.Status, row.Code, row.Answer) = (answer.State, answer.Status, answer.Code, answer.Text);
            if (answer.State is ReplyState.Pending) row.NextAt = now + Backoff.After(row.Attempts);
            if (answer.State is ReplyState.Sent) row.SentAt = now;
            return true;
        }, stop);
        if (answer.State is ReplyState.Refused or ReplyState.Stopped)
            logger.LogWarning("{System}: {Type} of {Case} was not taken: {Status} {Code}", system.Profile.Code, reply.Type, reply.Case, answer.Status, answer.Code);
    }

    /// <summary>The platform is somewhere else or back again: what waits is tried at once.</summary>
    private async Task WakeAfterReconnect(DepartmentSystem system, Connection connection, CancellationToken stop)
    {
        lock (_last)
        {
            if (_last.TryGetValue(system, out var last) && ReferenceEquals(last, connection)) return;
            _last[system] = connection;
        }
        var now = clock.GetUtcNow();
        await system.Change(async db =>
            await db.Replies.Where(r => r.State == ReplyState.Pending && r.NextAt > now).ExecuteUpdateAsync(r => r.SetProperty(x => x.NextAt, now), stop)
            + await db.Materials.Where(m => !m.Fetched && m.NextAt > now).ExecuteUpdateAsync(m => m.SetProperty(x => x.NextAt, now), stop), stop);
    }
}
