using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yiwang.Acceptance.Drafts;
using Yiwang.Acceptance.Reuse;
using Yiwang.Documents;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Apply;

/// <summary>What the upload and remove buttons of a draft post to; they lead back to the page on which they stand.</summary>
internal static class DraftEndpoints
{
    private const long RequestLimit = MaterialRules.FileLimit + 4 * 1024 * 1024;

    internal static void MapDrafts(this IEndpointRouteBuilder routes)
    {
        var draft = routes.MapGroup("/apply/draft/{id:guid}").RequireAuthorization().ExcludeFromDescription();

        draft.MapPost("materials/upload", async (Guid id, [FromForm] string code, IFormFile? file, DraftDesk desk, CancellationToken stop) =>
        {
            if (await desk.Open(id, stop) is not { } open) return await Gone(desk, id, stop);
            return Back(open, await desk.AddMaterial(open, code, file, stop));
        }).WithMetadata(new RequestSizeLimitAttribute(RequestLimit), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = RequestLimit });

        draft.MapPost("materials/remove", async (Guid id, [FromForm] Guid material, DraftDesk desk, CancellationToken stop) =>
        {
            if (await desk.Open(id, stop) is not { } open) return await Gone(desk, id, stop);
            return Back(open, await desk.RemoveMaterial(open, material, stop));
        });

        draft.MapPost("materials/reuse", async (Guid id, [FromForm] string code, [FromForm] string paper, DraftDesk desk, KnownPapers papers, CancellationToken stop) =>
        {
            if (await desk.Open(id, stop) is not { } open) return await Gone(desk, id, stop);
            return Back(open, await papers.Use(open, code, paper, stop));
        });

        draft.MapGet("files/{material:guid}", async (Guid id, Guid material, DraftDesk desk, IMaterials materials, CancellationToken stop) =>
        {
            if (await desk.Open(id, stop) is not { } open || !open.Draft.ReadMaterials().Exists(m => m.Id == material)) return Refusal.NotFound("这份文件").ToHttp();
            var found = (await materials.Find([material], stop)).Single();
            return Results.File(materials.Open(found), found.ContentType);
        });
    }

    private static async Task<IResult> Gone(DraftDesk desk, Guid id, CancellationToken stop) =>
        await desk.Ended(id, stop) is null ? Refusal.NotFound("这份草稿").ToHttp() : Results.LocalRedirect(DraftRoutes.Ended(id, desk: false));

    private static IResult Back(OpenDraft open, Outcome outcome)
    {
        var page = DraftRoutes.Materials(open.Draft.Id);
        if (outcome.IsDone) return Results.LocalRedirect(page);
        var field = outcome.Refusal.Fields.Count > 0 ? outcome.Refusal.Fields[0].Field : "";
        var query = new QueryBuilder { { "at", field.Replace("materials.", "", StringComparison.Ordinal) }, { "problem", outcome.Refusal.Code } };
        return Results.LocalRedirect(page + query);
    }
}
