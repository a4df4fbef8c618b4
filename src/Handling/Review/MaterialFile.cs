using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yiwang.Exchange;
using Yiwang.Handling.Decide;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Looks;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Handling.Review;

/// <summary>Shows an official a material of a task, fetched through the exchange as any system fetches it.</summary>
internal static class MaterialFile
{
    internal static void MapMaterialFile(this IEndpointRouteBuilder routes) => routes
        .MapGet($"{HandlingRoutes.Inbox}/{{number}}/materials/{{id:guid}}", async (CaseNumber number, Guid id, HandlingActs acts, IExchangeMaterials materials, LookBook looks, CurrentActor actor, CancellationToken stop) =>
        {
            if (await acts.Load(number, stop) is not { } task || !task.Materials.Contains(id.ToString(), StringComparison.Ordinal)) return Refusal.NotFound("这份材料").ToHttp();
            await looks.Note(number, "material", actor.Actor, stop);
            return await materials.Open(ExchangeNames.HandlingSystem, id, stop) is { } file ? Results.File(file.Content, file.ContentType) : Refusal.NotFound("这份材料").ToHttp();
        })
        .RequireAuthorization(Policies.Handler)
        .ExcludeFromDescription();
}
