using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yiwang.Exchange;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Handling.Send;

/// <summary>Hands replies to the exchange by the same contract as any department's system: signed, in order, again until taken.</summary>
internal sealed class SendReplies(IServiceScopeFactory scopes, IExchangeInbox inbox, ILocalSigning signing, JournalSignal signal, ILogger<SendReplies> log) : BackgroundService
{
    /// <summary>Pulsed when replies were written.</summary>
    internal const string Topic = "handling.replies";

    private const int BatchSize = 50;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var bell = signal.On(Topic);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await SendBatch(stoppingToken) == 0) await bell.Wait(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception exception)
            {
                log.LogError(exception, "Replies were not sent and will be tried again");
                await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>Sends one batch in order; how many were taken or refused for good.</summary>
    internal async Task<int> SendBatch(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var replies = await db.Set<OutgoingReply>().Where(r => !r.Sent).OrderBy(r => r.At).ThenBy(r => r.Sequence).Take(BatchSize).ToListAsync(stop);
        var cases = replies.Select(r => r.Case).Distinct().ToList();
        var tasks = await db.Set<HandlingTask>().Where(t => cases.Contains(t.Case)).ToDictionaryAsync(t => t.Case, stop);
        var stopped = new HashSet<CaseNumber>();
        var settled = 0;
        foreach (var reply in replies)
        {
            if (stopped.Contains(reply.Case)) continue;
            var body = Encoding.UTF8.GetBytes(reply.Body);
            var outcome = await inbox.Receive(body, signing.Sign(ExchangeNames.HandlingSystem, body), stop);
            if (outcome is { IsDone: false, Refusal.Kind: RefusalKind.Unavailable }) stopped.Add(reply.Case);
            else if (outcome is { IsDone: false, Refusal.Kind: RefusalKind.Malformed })
            {
                // It has not used up its number; those behind it would wait for it for ever.
                log.LogError("A reply of ours cannot be read by the platform: {Code}", outcome.Refusal.Code);
                await TakeBack(db, tasks[reply.Case], reply, outcome.Refusal.Reason, stop);
                stopped.Add(reply.Case);
                settled++;
            }
            else
            {
                Settle(tasks[reply.Case], reply, outcome.Refusal);
                settled++;
            }
        }
        // Somebody acted on a task meanwhile: the replies go again, and the exchange knows them.
        if (settled > 0 && !(await db.TrySave(stop)).IsDone) return 0;
        return settled;
    }

    private static void Settle(HandlingTask task, OutgoingReply reply, Refusal? refusal)
    {
        (reply.Sent, reply.Refused) = (true, refusal?.Reason);
        if (refusal is null) task.Took(reply.Type);
        else task.Refused(reply.Type, refusal.Reason);
    }

    private static async Task TakeBack(YiwangDb db, HandlingTask task, OutgoingReply reply, string why, CancellationToken stop)
    {
        db.RemoveRange(await db.Set<OutgoingReply>().Where(r => r.Case == reply.Case && r.Sequence >= reply.Sequence).ToListAsync(stop));
        task.RepliedUpTo = reply.Sequence - 1;
        task.Refused(reply.Type, why);
    }
}
