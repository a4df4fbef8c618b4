using System.Net.Sockets;
using MailKit;
using MailKit.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MimeKit;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.Outgoing;

/// <summary>
/// Sends what is due, and tries again later what failed, longer and longer apart. A message is marked as sent after the gateway took it: one that is sent twice
/// because the process died between bears the same id.
/// </summary>
internal sealed class SendOutgoing(IServiceScopeFactory scopes, Ways ways, SmsGateway sms, MailSender mail, TimeProvider clock, ILogger<SendOutgoing> log) : Chore(TimeSpan.FromSeconds(2), clock, log)
{
    private const int BatchSize = 50;

    protected override async Task Once(CancellationToken stop)
    {
        if (!ways.Any) return;
        while (await Run(stop) == BatchSize) { }
    }

    /// <summary>Sends one batch of what is due; how many it was.</summary>
    internal async Task<int> Run(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var now = Clock.GetUtcNow();
        var due = await db.Set<OutgoingMessage>().Where(m => m.SentAt == null && m.DueAt <= now && !m.GivenUp).OrderBy(m => m.DueAt).Take(BatchSize).ToListAsync(stop);
        foreach (var message in due)
        {
            try
            {
                await (message.Way is OutgoingWay.Sms ? sms.Send(message, stop) : mail.Send(message, stop));
                message.Sent(Clock.GetUtcNow());
            }
            catch (Exception trouble) when (trouble is HttpRequestException or SocketException or IOException or ProtocolException or CommandException or AuthenticationException or SslHandshakeException or ParseException
                || (trouble is OperationCanceledException && !stop.IsCancellationRequested))
            {
                // Not its message: servers repeat addresses in theirs.
                message.Failed(trouble.GetType().Name, Clock.GetUtcNow());
                Log.LogWarning("{Way} {Id} was not taken ({Trouble}), attempt {Attempt}", message.Way, message.Id, trouble.GetType().Name, message.Attempts);
            }
            await db.SaveChangesAsync(stop);
        }
        return due.Count;
    }
}
