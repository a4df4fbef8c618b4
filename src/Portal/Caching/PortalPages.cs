using Microsoft.AspNetCore.OutputCaching;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Portal.Caching;

/// <summary>Tells the portal's pages that what they are made of has changed: on this node by who changed it, for other nodes by who follows the journal.</summary>
public sealed class PortalPages(Generations generations, IOutputCacheStore store)
{
    /// <summary>Lets no page that was made before be shown again. To be called after the change is committed and what remembers it has forgotten.</summary>
    /// <param name="tag">What has changed: <see cref="Generations.Catalogue"/>, <see cref="Generations.Directory"/> or <see cref="Generations.Notices"/>.</param>
    /// <param name="stop">Ends the waiting; the pages are out of use already then.</param>
    public async ValueTask Changed(string tag, CancellationToken stop)
    {
        generations.Raise(tag);
        await store.EvictByTagAsync(tag, stop);
    }
}
