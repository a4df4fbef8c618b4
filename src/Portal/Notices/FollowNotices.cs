using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;
using Yiwang.Portal.Caching;

namespace Yiwang.Portal.Notices;

/// <summary>Shows what any node publishes or withdraws, and nothing that was made before.</summary>
internal sealed class FollowNotices(NoticeTimes times, PortalPages pages, IServiceScopeFactory scopes) : ForgetfulFollower(scopes)
{
    public override IReadOnlyCollection<string> Kinds { get; } = [FactAttribute.KindOf<NoticePublished>(), FactAttribute.KindOf<NoticeWithdrawn>()];

    protected override ValueTask Forget(CancellationToken stop)
    {
        times.Forget();
        return pages.Changed(Generations.Notices, stop);
    }
}
