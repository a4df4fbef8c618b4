using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yiwang.Documents;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Exchange.Materials;

internal sealed class ExchangeMaterials(YiwangDb db, IMaterials materials) : IExchangeMaterials
{
    public async Task<SharedFile?> Open(string system, Guid material, CancellationToken stop)
    {
        if (!await db.Set<SharedMaterial>().AnyAsync(m => m.System == system && m.Material == material, stop)) return null;
        var found = (await materials.Find([material], stop)).Single();
        return new(materials.Open(found), found.FileName, found.ContentType, found.Size);
    }
}

internal static class MaterialEndpoint
{
    private const string Path = "/exchange/v1/materials";

    /// <summary>The address of a material for a system.</summary>
    internal static string Address(string publicUrl, Guid material) => $"{publicUrl.TrimEnd('/')}{Path}/{material}";

    internal static void MapMaterials(this IEndpointRouteBuilder routes) => routes
        .MapGet($"{Path}/{{id:guid}}", async (Guid id, ClaimsPrincipal user, YiwangDb db, IExchangeMaterials materials, CancellationToken stop) =>
        {
            var client = user.FindFirstValue(ActorClaims.Id);
            var system = await db.Set<ConnectedSystem>().Where(s => s.ClientId == client).Select(s => s.Code).SingleOrDefaultAsync(stop);
            if (system is null || await materials.Open(system, id, stop) is not { } file) return Refusal.NotFound("这份材料").ToHttp();
            return Results.File(file.Content, file.ContentType, file.FileName);
        })
        .RequireAuthorization(Policies.ExchangeSystem)
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream").ProducesProblem(StatusCodes.Status404NotFound)
        .WithTags("exchange")
        .WithSummary("取一份材料")
        .WithDescription("只能取派发给本系统的办件所列的材料。");
}
