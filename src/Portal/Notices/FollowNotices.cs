using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;
using Yiwang.Portal.Caching;

namespace Yiwang.Portal.Notices;

/// <summary>Shows what any node publishes or withdraws, and nothing that was made before.</summary>
internal sealed class FollowNotices(NoticeTimes times, PortalPages pages, IServiceScopeFactory scopes) : IJournalFollower
{
    public IReadOnlyCollection<string> Kinds { get; } = [FactAttribute.KindOf<NoticePublished>(), FactAttribute.KindOf<NoticeWithdrawn>()];

    public async Task<long> Begin(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var end = await JournalEnd.Settled(scope.ServiceProvider.GetRequiredService<YiwangDb>(), stop);
        await Forget(stop);
        return end;
    }

    public Task Follow(IReadOnlyList<JournalEntry> entries, CancellationToken stop) => Forget(stop).AsTask();

    private ValueTask Forget(CancellationToken stop)
    {
        times.Forget();
        return pages.Changed(Generations.Notices, stop);
    }
}
