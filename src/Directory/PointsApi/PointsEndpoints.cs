using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Directory.PointsApi;

/// <summary>A service point as the API tells of it; what is unknown is null.</summary>
/// <param name="Code">Its code, as cases name it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its kind, such as <c>town-station</c>.</param>
/// <param name="Region">The region in which it lies.</param>
/// <param name="RegionName">That region's full name.</param>
/// <param name="Department">For a department's window, the department's code.</param>
/// <param name="Address">Its street address.</param>
/// <param name="Phone">Its telephone.</param>
/// <param name="Hours">When it is open on working days, such as <c>08:30-11:30;13:30-17:00</c>.</param>
/// <param name="Windows">How many windows it has.</param>
/// <param name="Latitude">Degrees north.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="SamplePlace">Whether its position is of low confidence.</param>
/// <param name="Sample">Whether what is said of it otherwise is of low confidence.</param>
/// <param name="DistanceKm">How far it is from the position asked about, in kilometres as the crow flies.</param>
internal sealed record PointView(
    string Code, string Name, string Kind, RegionCode Region, string RegionName, string? Department, string? Address, string? Phone, string? Hours, int? Windows,
    double? Latitude, double? Longitude, bool SamplePlace, bool Sample, double? DistanceKm);

/// <summary>A page of service points.</summary>
/// <param name="Points">The points: by kind and code, or the nearest first.</param>
/// <param name="Next">Pass as <c>cursor</c> for the next page; null on the last.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record PointList(IReadOnlyList<PointView> Points, string? Next, int Total);

internal static class PointsEndpoints
{
    private const int PageSize = 20;
    private const int MostPerPage = 100;

    internal static void MapPointsApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/points").WithTags("points").RequireAuthorization(Policies.Channel);

        api.MapGet("", List)
            .Produces<PointList>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("查找服务点").WithDescription("按名称、地区、类别查找，按键翻页；给出 lat 和 lon 时按直线距离由近到远，只含有坐标的服务点，不翻页。");

        api.MapGet("{code}", async (string code, IDirectory directory, CancellationToken stop) =>
            await directory.ServicePoint(code, stop) is { } point ? Results.Ok(await View(point, null, directory, stop)) : Refusal.NotFound("这个服务点").ToHttp())
            .Produces<PointView>().ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("一个服务点");
    }

    private static async Task<IResult> List(
        IDirectory directory, CancellationToken stop, string? q = null, string? region = null, string? kind = null, string? lat = null, string? lon = null, string? cursor = null, int size = PageSize)
    {
        size = Math.Clamp(size, 1, MostPerPage);
        if (lat is { Length: > 0 } || lon is { Length: > 0 })
        {
            if (!Position.TryRead(lat, lon, out var from, out var wrong)) return Refusal.Invalid([new("lat", wrong)]).ToHttp();
            var near = await directory.NearestPoints(from, size, stop);
            return Results.Ok(new PointList(await Views(near.Select(d => (d.Point, (double?)Math.Round(d.Kilometres, 3))), directory, stop), null, near.Count));
        }
        RegionCode at = default;
        if (region is { Length: > 0 } && !RegionCode.TryRead(region, out at, out var reason)) return Refusal.Invalid([new("region", reason)]).ToHttp();
        var of = ServicePointKinds.Read(kind);
        if (kind is { Length: > 0 } && of is null) return Refusal.Invalid([new("kind", $"类别应为 {string.Join("、", ServicePointKinds.All.Select(k => k.Word()))} 之一")]).ToHttp();
        var found = await directory.FindPoints(new(q, at, of), cursor, size, stop);
        return found.IsDone
            ? Results.Ok(new PointList(await Views(found.Value.Points.Select(p => (p, (double?)null)), directory, stop), found.Value.Next, found.Value.Total))
            : found.Refusal.ToHttp();
    }

    private static async Task<List<PointView>> Views(IEnumerable<(ServicePoint Point, double? Kilometres)> points, IDirectory directory, CancellationToken stop)
    {
        var views = new List<PointView>();
        foreach (var (point, kilometres) in points) views.Add(await View(point, kilometres, directory, stop));
        return views;
    }

    private static async Task<PointView> View(ServicePoint p, double? kilometres, IDirectory directory, CancellationToken stop) => new(
        p.Code, p.Name, p.Kind.Word(), p.Region, (await directory.Region(p.Region, stop))?.FullName ?? "", Known(p.Department), Known(p.Address), Known(p.Phone), Known(p.Hours.Text), p.Windows,
        p.Latitude, p.Longitude, p.SamplePlace, p.Sample, kilometres);

    private static string? Known(string text) => text.Length > 0 ? text : null;
}
