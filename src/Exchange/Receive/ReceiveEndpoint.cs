using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yiwang.Exchange.Signing;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Exchange.Receive;

internal static class ReceiveEndpoint
{
    internal const string Path = "/exchange/v1/messages";
    private const int BodyLimit = 1024 * 1024;

    internal static void MapReceive(this IEndpointRouteBuilder routes) => routes
        .MapPost(Path, async (HttpRequest request, IExchangeInbox inbox, CancellationToken stop) =>
        {
            if (request.ContentLength > BodyLimit) return TooLarge.ToHttp();
            using var buffer = new MemoryStream();
            var chunk = new byte[16 * 1024];
            int read;
            while ((read = await request.Body.ReadAsync(chunk, stop)) > 0)
            {
                if (buffer.Length + read > BodyLimit) return TooLarge.ToHttp();
                buffer.Write(chunk, 0, read);
            }
            var outcome = await inbox.Receive(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), request.Headers[Jws.Header], stop);
            if (!outcome.IsDone) return outcome.Refusal.ToHttp();
            return outcome.Value.Status is "waiting" ? Results.Json(outcome.Value, statusCode: StatusCodes.Status202Accepted) : Results.Ok(outcome.Value);
        })
        // The signature is the proof of the sender; there is no token here.
        .AllowAnonymous()
        .DisableAntiforgery()
        .Accepts<Envelope>("application/cloudevents+json")
        .Produces<ReceiptOfMessage>().Produces<ReceiptOfMessage>(StatusCodes.Status202Accepted)
        .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
        .WithTags("exchange")
        .WithSummary("部门系统回送一条消息")
        .WithDescription("CloudEvents 1.0（JSON），请求头 Yiwang-Signature 为 ES256 分离式 JWS。按办件顺序生效；过早到达的消息返回 202，等待其前一条。");

    private static readonly Refusal TooLarge = new(RefusalKind.TooLarge, "too-large", "一条消息不超过 1 MB；材料请用链接传送。");
}
