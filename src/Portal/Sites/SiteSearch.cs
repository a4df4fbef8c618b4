using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Portal.Sites;

/// <summary>Finds sites by name, among all regions of the city, those higher up first.</summary>
internal sealed class SiteSearch(IDirectory directory)
{
    /// <summary>How many are shown; more means that the name is too short.</summary>
    internal const int Most = 60;

    internal async Task<IReadOnlyList<Region>> ByName(string name, CancellationToken stop)
    {
        var level = (await directory.CityAndCounties(stop)).ToList();
        var found = new List<Region>();
        while (level.Count > 0 && found.Count <= Most)
        {
            found.AddRange(level.Where(r => r.Name.Contains(name, StringComparison.OrdinalIgnoreCase)));
            var below = new List<Region>();
            foreach (var region in level.Where(r => r.Code.Level is not RegionLevel.City)) below.AddRange(await directory.Below(region.Code, stop));
            level = below;
        }
        return found;
    }
}
