using Yiwang.Directory;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Catalogue.Changes;

/// <summary>
/// Who may do what to changes of items: each within the own region and those below it; who belongs to a department, only to what is its own.
/// The base items are the city's.
/// </summary>
internal sealed class ChangeRights(CurrentActor current, IDirectory directory)
{
    /// <summary>Who asks.</summary>
    internal Actor Who => current.Actor;

    internal bool IsEditor => Who.Posts.Contains(Policies.Editor, StringComparer.Ordinal);
    internal bool IsReviewer => Who.Posts.Contains(Policies.ItemReviewer, StringComparer.Ordinal);
    internal bool IsLawyer => Who.Posts.Contains(Policies.LegalReviewer, StringComparer.Ordinal);

    /// <summary>Whether the one who asks reviews a stage.</summary>
    internal bool MayReview(ChangeStage stage) => (stage is ChangeStage.Review && IsReviewer) || (stage is ChangeStage.LegalReview && IsLawyer);

    /// <summary>The region that an address names, if it is in reach; otherwise the base items for who keeps them, and the own region for the others.</summary>
    internal RegionCode Asked(string? typed) => RegionCode.TryParse(typed, null, out var asked) && Covers(asked) ? asked : KeepsBase ? default : Who.Region;

    /// <summary>Rows of the regions in reach; those of base items too for who sees the whole city.</summary>
    internal IQueryable<T> Reach<T>(IQueryable<T> rows) where T : class, IOfRegion => Who.Region switch
    {
        { Value.Length: 0 } => rows.Where(_ => false),
        { Level: RegionLevel.City or RegionLevel.Province } => rows,
        var own => rows.Within(own),
    };

    /// <summary>Whether the base items are in reach.</summary>
    internal bool KeepsBase => Covers(RegionCode.Ningbo);

    /// <summary>Whether a region is in reach.</summary>
    internal bool Covers(RegionCode region) => Who.Region is { Value.Length: > 0 } own && own.Contains(region.Value.Length == 0 ? RegionCode.Ningbo : region);

    /// <summary>The regions in reach that one chooses from: city, counties and zones; those of a county or town also what is below.</summary>
    internal async Task<List<Region>> Regions(CancellationToken stop)
    {
        var regions = new List<Region>();
        foreach (var one in await directory.CityAndCounties(stop)) if (Covers(one.Code)) regions.Add(one);
        if (regions.Count == 0 && await directory.Region(Who.Region, stop) is { } own) regions.Add(own);
        if (Who.Region.Level is RegionLevel.County) regions.AddRange(await directory.Below(Who.Region, stop));
        return regions;
    }

    /// <summary>Whether an item of a kind of department is in reach, in a region or, without one, as base item.</summary>
    internal async ValueTask<bool> Covers(RegionCode region, string department, CancellationToken stop)
    {
        if (!Covers(region)) return false;
        if (Who.Department is not { Length: > 0 } own || own[0] == '*') return true;
        return own == department || (region.Value.Length > 0 && await directory.Competent(department, region, stop) is { } organ && organ.Code == own);
    }

    internal ValueTask<bool> Covers(ItemChange change, CancellationToken stop) => Covers(change.Region, change.Department, stop);
}
