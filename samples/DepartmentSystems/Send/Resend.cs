using DepartmentSystems.Store;

namespace DepartmentSystems.Send;

/// <summary>A clerk has a reply sent again that the platform did not take.</summary>
public sealed class Resend(TimeProvider clock)
{
    public Task<Refusal?> Run(DepartmentSystem system, string number, string id, CancellationToken stop) => system.Change(async db =>
    {
        if (await db.Replies.FindAsync([id], stop) is not { } reply || reply.Case != number) return new Refusal(StatusCodes.Status404NotFound, "unknown-reply", "没有这条回送消息。");
        if (reply.State is ReplyState.Pending or ReplyState.Sent) return new Refusal(StatusCodes.Status409Conflict, "wrong-state", "只有平台没有接受的消息才需要重新发送。");
        (reply.State, reply.Attempts, reply.NextAt) = (ReplyState.Pending, 0, clock.GetUtcNow());
        return null;
    }, stop);
}
