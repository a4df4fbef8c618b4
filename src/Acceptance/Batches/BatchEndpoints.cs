using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yiwang.Kernel.Files;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.Batches;

/// <summary>The file of a batch to fill in.</summary>
internal static class BatchEndpoints
{
    internal static void MapBatches(this IEndpointRouteBuilder routes) => routes.MapGet("/my/batches/{id:guid}/template.xlsx", async (Guid id, BatchDesk desk, CancellationToken stop) =>
        await desk.Open(id, stop) is { } open ? Results.File(BatchTemplate.Write(open.Form), FileFormat.Workbook.ContentType, $"{open.Batch.ItemName}批量申请.xlsx") : Refusal.NotFound("这批申请").ToHttp())
        .RequireAuthorization(Policies.Applicant).ExcludeFromDescription();
}
