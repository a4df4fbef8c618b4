using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Portal.Sites;

/// <summary>The site of this request. Pages without a site in their address belong to the city's.</summary>
internal sealed class CurrentSite(IDirectory directory)
{
    private static readonly Region City = new(RegionCode.Ningbo, "宁波市", "浙江省宁波市", "市", default, Current: true, HasStation: true, Sample: false);

    /// <summary>The site; the city's until <see cref="Open"/> has found another.</summary>
    internal Site Site { get; private set; } = new(City, []);

    /// <summary>Takes the site of a region. False when there is no such region today.</summary>
    internal async ValueTask<bool> Open(RegionCode code, CancellationToken stop)
    {
        if (await Find(code, stop) is not { } found) return false;
        Site = found;
        return true;
    }

    /// <summary>The site of a region; null when there is no such region today.</summary>
    internal async ValueTask<Site?> Find(RegionCode code, CancellationToken stop)
    {
        if (await directory.Region(code, stop) is not { Current: true } region) return null;
        var chain = new List<Region>();
        for (var at = region; at is not null && at.Code.Level is not (RegionLevel.City or RegionLevel.Province); at = at.Code.Parent is { } above ? await directory.Region(above, stop) : null) chain.Insert(0, at);
        return new(region, chain);
    }
}
