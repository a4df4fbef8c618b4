using DepartmentSystems.Store;
using Microsoft.EntityFrameworkCore;

namespace DepartmentSystems.Api;

/// <summary>What a system has counted since its database was made.</summary>
/// <param name="Cases">Cases received.</param>
/// <param name="Decided">Cases granted or refused.</param>
/// <param name="Closed">Cases that ended in any way.</param>
/// <param name="MessagesReceived">Different messages of the platform.</param>
/// <param name="MessagesWaiting">Of these, waiting for an earlier one.</param>
/// <param name="MessagesRefused">Of these, refused for good.</param>
/// <param name="MessageDuplicates">Messages that came again.</param>
/// <param name="RepliesSent">Replies that the platform took.</param>
/// <param name="RepliesPending">Replies to be sent.</param>
/// <param name="RepliesRefused">Replies that the platform did not take.</param>
/// <param name="MaterialsFetched">Materials that lie here.</param>
/// <param name="MaterialsPending">Materials still to be fetched.</param>
public sealed record Statistics(int Cases, int Decided, int Closed, int MessagesReceived, int MessagesWaiting, int MessagesRefused, int MessageDuplicates,
    int RepliesSent, int RepliesPending, int RepliesRefused, int MaterialsFetched, int MaterialsPending)
{
    public static async Task<Statistics> Read(DeskDb db, CancellationToken stop) => new(
        await db.Cases.CountAsync(stop),
        await db.Cases.CountAsync(c => c.Ending == CaseEnding.Granted || c.Ending == CaseEnding.Refused, stop),
        await db.Cases.CountAsync(c => c.State == CaseState.Closed, stop),
        await db.Inbound.CountAsync(stop),
        await db.Inbound.CountAsync(m => m.State == InboundState.Waiting, stop),
        await db.Inbound.CountAsync(m => m.State == InboundState.Refused, stop),
        await Counter.Read(db, Counter.Duplicates, stop),
        await db.Replies.CountAsync(r => r.State == ReplyState.Sent, stop),
        await db.Replies.CountAsync(r => r.State == ReplyState.Pending, stop),
        await db.Replies.CountAsync(r => r.State == ReplyState.Refused || r.State == ReplyState.Stopped, stop),
        await db.Materials.CountAsync(m => m.Fetched, stop),
        await db.Materials.CountAsync(m => !m.Fetched, stop));
}
