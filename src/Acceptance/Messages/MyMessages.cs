using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Personal;

namespace Yiwang.Acceptance.Messages;

/// <summary>The inbox of whoever is signed in: of a company's agent the company's.</summary>
internal sealed class MyMessages(YiwangDb db, PersonalSeal seal, CurrentActor actor, TimeProvider clock)
{
    internal const int PageSize = 20;

    /// <summary>The messages before a moment, the latest first; one more than a page when there are more.</summary>
    internal async Task<List<Message>> Before(DateTimeOffset? before, CancellationToken stop)
    {
        var mine = Mine().AsNoTracking();
        if (before is { } moment) mine = mine.Where(m => m.At < moment);
        return await mine.OrderByDescending(m => m.At).Take(PageSize + 1).ToListAsync(stop);
    }

    internal Task<int> Unread(CancellationToken stop) => Mine().CountAsync(m => m.ReadAt == null, stop);

    /// <summary>Marks all as read.</summary>
    internal async Task MarkRead(CancellationToken stop)
    {
        await using var transaction = await db.BeginWrite(stop);
        var now = clock.GetUtcNow();
        await Mine().Where(m => m.ReadAt == null).ExecuteUpdateAsync(set => set.SetProperty(m => m.ReadAt, now), stop);
        await transaction.Commit(stop);
    }

    private IQueryable<Message> Mine()
    {
        // What is told is told to the party, not to who acts for it.
        var key = actor.Actor is { PartyNumber: { } party, Delegation: null } ? seal.LookUp(party) : null;
        return db.Set<Message>().Where(m => m.ApplicantKey == key);
    }
}
