using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Documents.Upload;

/// <summary>The answer to an upload.</summary>
/// <param name="MaterialId">To be named in the case.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="ContentType">What the file is, by its content.</param>
/// <param name="Size">Its length in bytes.</param>
/// <param name="Sha256">Its digest, to compare with what was sent.</param>
internal sealed record UploadedMaterial(Guid MaterialId, string FileName, string ContentType, long Size, string Sha256);

internal static class UploadMaterialEndpoint
{
    // Room for the multipart frame, so that a file just over its limit is refused with our own words.
    private const long RequestLimit = MaterialRules.FileLimit + 4 * 1024 * 1024;

    internal static void MapUploadMaterial(this IEndpointRouteBuilder routes) => routes
        .MapPost("/api/v1/materials", async (IFormFile file, IMaterials materials, CancellationToken stop) =>
        {
            await using var content = file.OpenReadStream();
            var outcome = await materials.Upload(content, file.FileName, stop);
            if (!outcome.IsDone) return outcome.Refusal.ToHttp();
            var stored = outcome.Value;
            return Results.Created((string?)null, new UploadedMaterial(stored.Id, stored.FileName, stored.ContentType, stored.Size, stored.Sha256));
        })
        .RequireAuthorization(Policies.Channel)
        .DisableAntiforgery()
        .WithMetadata(new RequestSizeLimitAttribute(RequestLimit), new RequestFormLimitsAttribute { MultipartBodyLengthLimit = RequestLimit })
        .Produces<UploadedMaterial>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .WithTags("materials")
        .WithSummary("上传一份材料")
        .WithDescription("multipart/form-data，字段名 file。只收 PDF、JPEG、PNG（按内容识别），每份不超过 20 MB。");
}
