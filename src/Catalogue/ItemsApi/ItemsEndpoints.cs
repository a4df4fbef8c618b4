using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Catalogue.ItemsApi;

/// <summary>An item in a list.</summary>
/// <param name="Code">The item's code.</param>
/// <param name="Version">The version in force.</param>
/// <param name="Name">Its name.</param>
/// <param name="Category">Its category.</param>
/// <param name="Department">The city's department of the kind that decides.</param>
/// <param name="Online">Whether it can be applied for online.</param>
/// <param name="Visits">Visits needed.</param>
/// <param name="PromisedDays">The promised limit in working days.</param>
internal sealed record ItemSummary(ItemCode Code, int Version, string Name, string Category, string Department, bool Online, int? Visits, int PromisedDays);

/// <summary>A page of items.</summary>
/// <param name="Items">The items, the best first.</param>
/// <param name="Next">Pass as <c>cursor</c> for the next page; null on the last.</param>
/// <param name="Total">How many there are in all.</param>
internal sealed record ItemList(IReadOnlyList<ItemSummary> Items, string? Next, int Total);

/// <summary>A region that decides an item.</summary>
internal sealed record OfferedIn(RegionCode Region, string RegionName, string Department, string DepartmentName);

/// <summary>An item with all elements, and where it is decided.</summary>
internal sealed record ItemDetail(ServiceItem Item, IReadOnlyList<OfferedIn> OfferedIn);

internal static class ItemsEndpoints
{
    private const int PageSize = 20;

    internal static void MapItemsApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1/items").WithTags("items").RequireAuthorization(Policies.Channel);

        api.MapGet("", async (ICatalogue catalogue, CancellationToken stop, string? q = null, string? region = null, string? cursor = null, int size = PageSize) =>
        {
            RegionCode at = default;
            if (region is { Length: > 0 } && !RegionCode.TryRead(region, out at, out var reason))
                return Refusal.Invalid([new("region", reason)]).ToHttp();
            var found = await catalogue.Find(new(q, at, OnApplication: true), cursor, Math.Clamp(size, 1, 100), stop);
            if (!found.IsDone) return found.Refusal.ToHttp();
            return Results.Ok(new ItemList([.. found.Value.Items.Select(i => new ItemSummary(i.Code, i.Version, i.Name, i.Category, i.Department, i.Online, i.Visits, i.PromisedDays))], found.Value.Next, found.Value.Total));
        })
        .Produces<ItemList>().ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithSummary("查找办事事项").WithDescription("按关键词（也可用拼音、首字母、同义词）与地区查找可申报的事项，最相符的在前，按键翻页。");

        api.MapGet("{code}", async (ItemCode code, ICatalogue catalogue, IItemVersions versions, CancellationToken stop, string? region = null) =>
        {
            RegionCode at = default;
            if (region is { Length: > 0 } && !RegionCode.TryRead(region, out at, out var reason)) return Refusal.Invalid([new("region", reason)]).ToHttp();
            if (await catalogue.Current(code, stop) is not { } item) return (await Missing(code, versions, stop)).ToHttp();
            if (at.Value.Length > 0)
            {
                if (await catalogue.For(code, at, stop) is not { } offer) return new Refusal(RefusalKind.NotFound, "item-not-offered", $"{at.Value} 不办理“{item.Name}”，去掉 region 可以看到哪些地区办理。").ToHttp();
                item = offer.Item;
            }
            var offers = await catalogue.Offers(item, stop);
            return Results.Ok(new ItemDetail(item, [.. offers.Select(o => new OfferedIn(o.Region.Code, o.Region.Name, o.Department.Code, o.Department.Name))]));
        })
        .Produces<ItemDetail>().ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status410Gone).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithSummary("一个事项的全部要素").WithDescription("不带 region 是全市的基本目录事项；带 region 是主管该地区的部门实际执行的要素，含缩短的期限、精简的材料和增加的地点，version 是该地区实施清单的版本。已取消的事项答 410。");
    }

    private static async Task<Refusal> Missing(ItemCode code, IItemVersions versions, CancellationToken stop) => await versions.Ended(code, stop) is { } ended
        ? new(RefusalKind.Gone, "item-cancelled", $"“{ended.Name}”已取消{(ended.Reason.Length > 0 ? $"：{ended.Reason}" : "")}。") : Refusal.NotFound("这个事项");
}
