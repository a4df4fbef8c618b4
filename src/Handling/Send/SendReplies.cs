using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yiwang.Exchange;
using Yiwang.Kernel.Database;
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
        var settled = 0;
        foreach (var reply in replies)
        {
            var body = Encoding.UTF8.GetBytes(reply.Body);
            var outcome = await inbox.Receive(body, signing.Sign(ExchangeNames.HandlingSystem, body), stop);
            if (outcome is { IsDone: false, Refusal.Kind: RefusalKind.Unavailable }) continue;
            reply.Sent = true;
            reply.Refused = outcome.IsDone ? null : outcome.Refusal.Reason;
            settled++;
        }
        if (settled > 0) await db.SaveChangesAsync(stop);
        return settled;
    }
}
