using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Exchange.Operate;

/// <summary>An operator sends a dead message again (重新发送), with the same id.</summary>
internal sealed class ResendHandler(YiwangDb db, Journal journal, TimeProvider clock)
{
    internal async Task<Outcome> Run(Guid id, CancellationToken stop)
    {
        if (await db.Set<OutboundMessage>().FindAsync([id], stop) is not { } message) return Refusal.NotFound("这条消息");
        if (message.State is not OutboundState.Dead) return new Refusal(RefusalKind.Conflict, "not-dead", "这条消息没有停发，不需要重新发送。");
        message.Revive(clock.GetUtcNow());
        journal.Append($"exchange/{message.Case.Value}", new MessageResent(message.System, message.Case, message.Id));
        return await db.TrySave(stop);
    }
}

internal static class OperateEndpoints
{
    internal static void MapOperate(this IEndpointRouteBuilder routes) => routes
        .MapPost($"{ExchangePages.DeadLetters}/{{id:guid}}/resend", async (Guid id, [FromForm] bool? confirmed, ResendHandler handler, CancellationToken stop) =>
        {
            var outcome = await handler.Run(id, stop);
            return Results.LocalRedirect(outcome.IsDone ? $"{ExchangePages.DeadLetters}?sent=1" : $"{ExchangePages.DeadLetters}?refused={outcome.Refusal.Code}");
        })
        .RequireAuthorization(Policies.Operator)
        .ExcludeFromDescription();
}
