using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;
using Yiwang.Portal.Sites;

namespace Yiwang.Portal.Points;

/// <summary>What the page of service points finds: a list, those nearest to a position, or those of a place and around it.</summary>
public sealed partial class PointsPage : SitePage
{
    private const int PageSize = 20, MostNear = 20, MostPlaces = 20;
    private Region place = new(RegionCode.Ningbo, "宁波市", "", "", default, Current: true, HasStation: true, Sample: false);
    private IReadOnlyList<Region> above = [], below = [], choices = [];
    private IReadOnlyList<PointRow> rows = [];
    private ServicePointKind? kind;
    private Mode mode;
    private bool placeAsked, ready;
    private string heading = "服务点", summary = "";
    private string? next, wrong;

    // Whoever asked for something sees it before the ways to ask for something else.
    private bool Asked => mode is not Mode.List || Q is { Length: > 0 } || kind is not null || Cursor is { Length: > 0 };

    private enum Mode
    {
        List,
        Position,
        Near,
        Place,
    }

    [SupplyParameterFromQuery] public string? Q { get; set; }
    [SupplyParameterFromQuery] public string? Region { get; set; }
    [SupplyParameterFromQuery] public string? Kind { get; set; }
    [SupplyParameterFromQuery] public string? Cursor { get; set; }
    [SupplyParameterFromQuery] public string? Place { get; set; }
    [SupplyParameterFromQuery] public string? Near { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        var stop = CancellationToken.None;
        (Q, Place) = (Q?.Trim(), Place?.Trim());
        kind = ServicePointKinds.Read(Kind);
        await Choose(stop);
        // Not parameters from the query, so that no page about somebody's position is kept (PortalCache keeps only what parameters name).
        var query = Http.Request.Query;
        if (query.ContainsKey("lat") || query.ContainsKey("lon")) await ByPosition(query["lat"], query["lon"], stop);
        else if (Near is { Length: > 0 }) await Around(Near, stop);
        else if (Place is { Length: > 0 }) await ByPlace(Place, stop);
        if (mode is Mode.List) await List(stop);
        ready = true;
    }

    private async Task Choose(CancellationToken stop)
    {
        var at = Here;
        if (Region is { Length: > 0 })
        {
            if (RegionCode.TryParse(Region, null, out var code) && RegionCode.Ningbo.Contains(code) && await Sites.Find(code, stop) is { } found) (at, placeAsked) = (found, true);
            else wrong = "没有这个地区。下面是全部服务点。";
        }
        await Show(at, stop);
        if (at.Level is not RegionLevel.City) heading = $"{at.Region.Name}的服务点";
    }

    private async Task Show(Site at, CancellationToken stop)
    {
        var city = await Directory.Region(RegionCode.Ningbo, stop) ?? place;
        below = at.Level is RegionLevel.City ? [.. (await Directory.CityAndCounties(stop)).Where(r => r.Code.Level is not RegionLevel.City)] : await Directory.Below(at.Code, stop);
        above = at.Level is RegionLevel.City or RegionLevel.Province ? [] : [city, .. at.Chain.SkipLast(1)];
        place = at.Region;
    }

    private async Task List(CancellationToken stop)
    {
        var search = new PointSearch(Q, place.Code, kind);
        var found = await Directory.FindPoints(search, Cursor, PageSize, stop);
        if (!found.IsDone)
        {
            (wrong, Cursor) = (found.Refusal.Reason, null);
            Http.Response.StatusCode = StatusCodes.Status400BadRequest;
            found = await Directory.FindPoints(search, null, PageSize, stop);
        }
        rows = await Rows(found.Value.Points.Select(p => new PointRow(p)), stop);
        next = found.Value.Next;
        summary = string.Create(CultureInfo.InvariantCulture, $"{(Q is { Length: > 0 } ? $"名称或地址里有“{Q}”的服务点" : "共")} {found.Value.Total:#,0} 个{(Q is { Length: > 0 } ? "" : "服务点")}。");
    }

    private async Task ByPosition(string? latitude, string? longitude, CancellationToken stop)
    {
        Http.Response.Headers.CacheControl = "no-store";
        if (!Position.TryRead(latitude, longitude, out var from, out var reason))
        {
            wrong = $"{reason}。您可以填写地名，或者按地区选择。";
            return;
        }
        mode = Mode.Position;
        heading = "离您最近的服务点";
        rows = await Rows((await Directory.NearestPoints(from, MostNear, stop)).Select(d => new PointRow(d.Point, Kilometres: d.Kilometres)), stop);
        summary = "按直线距离由近到远，只列出位置已知的服务点。";
    }

    private async Task Around(string code, CancellationToken stop)
    {
        if (!RegionCode.TryParse(code, null, out var region) || !RegionCode.Ningbo.Contains(region) || await Sites.Find(region, stop) is not { } at)
        {
            wrong = "没有这个地区。您可以填写地名，或者按地区选择。";
            return;
        }
        mode = Mode.Near;
        await Show(at, stop);
        heading = $"{at.Region.Name}就近的服务点";
        rows = await Rows((await Directory.NearestPoints(region, stop)).Select(p => new PointRow(p)), stop);
        summary = "从本地到上级，由近及远。";
    }

    private async Task ByPlace(string name, CancellationToken stop)
    {
        var found = await Directory.FindRegions(name, MostPlaces + 1, stop);
        if (found.Count(r => r.Name == name) == 1 || found.Count == 1)
        {
            await Around(found[0].Code.ShortForm, stop);
            return;
        }
        mode = Mode.Place;
        choices = [.. found.Take(MostPlaces)];
        summary = found.Count > MostPlaces ? $"名称里有“{name}”的地方很多，下面是前 {MostPlaces} 个，请选择您在的地方。" : choices.Count > 0 ? $"名称里有“{name}”的地方有 {choices.Count} 个，请选择您在的地方。" : "";
    }

    private async Task<IReadOnlyList<PointRow>> Rows(IEnumerable<PointRow> found, CancellationToken stop)
    {
        var named = new List<PointRow>();
        foreach (var row in found)
        {
            var region = await Directory.Region(row.Point.Region, stop);
            named.Add(row with { Place = region?.FullName ?? "", SamplePlace = region?.Sample is true });
        }
        return named;
    }

    private string Link(string? cursor)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = Q, ["region"] = placeAsked ? place.Code.ShortForm : null, ["kind"] = kind?.Word(), ["cursor"] = cursor };
        return QueryHelpers.AddQueryString(Path(PortalRoutes.Points), query.Where(p => p.Value is { Length: > 0 }));
    }
}
