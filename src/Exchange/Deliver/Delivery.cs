using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yiwang.Exchange.Connect;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Watch;

namespace Yiwang.Exchange.Deliver;

/// <summary>
/// Sends what is due. Each system has a pump of its own, so one that is down delays its own cases and nobody else's; of each
/// case only the earliest undelivered message is sent, so order holds.
/// </summary>
internal sealed class Delivery(IServiceScopeFactory scopes, JournalSignal signal, ExchangeRegister register, Breaker breaker, TimeProvider clock, ILogger<Delivery> log) : BackgroundService
{
    private const int BatchSize = 32;
    private const int AtOnce = 8;
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    // Longer than a batch can take (32 messages, 8 at once, 20 s each): a node that dies in the middle gives its messages back after it.
    private static readonly TimeSpan ClaimTime = TimeSpan.FromSeconds(120);
    private readonly ConcurrentDictionary<string, Task> _pumps = new(StringComparer.Ordinal);
    private readonly string _node = Guid.NewGuid().ToString("N");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var bell = signal.On(WriteMessages.Name, FactAttribute.KindOf<MessageResent>(), FactAttribute.KindOf<SystemPaused>());
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var system in await SystemsWithWork(stoppingToken))
                {
                    if (!_pumps.TryGetValue(system, out var pump) || pump.IsCompleted) _pumps[system] = Task.Run(() => Pump(system, stoppingToken), stoppingToken);
                }
                await bell.Wait(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception exception)
            {
                log.LogError(exception, "Delivery failed and will go on");
                await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
        await Task.WhenAll(_pumps.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task<List<string>> SystemsWithWork(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var now = clock.GetUtcNow();
        var systems = await db.Set<OutboundMessage>().Where(m => m.State == OutboundState.Pending && m.NextAttemptAt <= now).Select(m => m.System).Distinct().ToListAsync(stop);
        return systems.FindAll(system => breaker.Allowance(system, BatchSize) > 0);
    }

    private async Task Pump(string system, CancellationToken stop)
    {
        try
        {
            while (!stop.IsCancellationRequested && await SendBatch(system, stop) > 0) { }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Shutting down: what was claimed becomes free when the claim runs out.
        }
        catch (Exception exception)
        {
            log.LogError(exception, "Delivery to {System} failed and will go on", system);
        }
    }

    /// <summary>Sends one batch; how many were tried.</summary>
    internal async Task<int> SendBatch(string system, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var target = await register.System(system, stop);
        if (target is null or { Paused: true } or { Connector: ConnectorKind.None }) return 0;

        var claimed = await Claim(db, system, breaker.Allowance(system, BatchSize), stop);
        if (claimed.Count == 0) return 0;

        using var span = Telemetry.Source.StartActivity($"deliver to {system}");
        var connectors = scope.ServiceProvider.GetRequiredService<Connectors>();
        var attempts = new ConcurrentDictionary<Guid, Attempt>();
        await Parallel.ForEachAsync(claimed, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (message, token) =>
        {
            var attempt = await Carry(connectors, target, message, token);
            if (attempt.Taken || attempt.ForGood) breaker.Succeeded(system);
            else breaker.Failed(system);
            attempts[message.Id] = attempt;
            Telemetry.Deliveries.Add(1, new KeyValuePair<string, object?>("system", system), new("ended", attempt.Taken ? "taken" : attempt.ForGood ? "dead" : "failed"));
        });
        await Record(db, scope.ServiceProvider.GetRequiredService<Journal>(), claimed, attempts, stop);
        return claimed.Count;
    }

    private async Task<Attempt> Carry(Connectors connectors, ConnectedSystem target, OutboundMessage message, CancellationToken stop)
    {
        try
        {
            return await connectors.Carry(target, message, stop);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // One message must not spoil its batch: what the others came to is recorded.
            log.LogError(exception, "Message {Id} could not be carried and will be tried again", message.Id);
            return new(false, false, "平台内部错误");
        }
    }

    /// <summary>Claims the earliest message of each case that is due, for this node.</summary>
    private async Task<List<OutboundMessage>> Claim(YiwangDb db, string system, int size, CancellationToken stop)
    {
        if (size == 0) return [];
        var now = clock.GetUtcNow().UtcDateTime;
        var until = now + ClaimTime;
        var claim = $"{_node}/{Random.Shared.Next(0x1000000):x}";
        await using var transaction = await db.BeginWrite(stop);
        // The outer conditions again: on PostgreSQL another node may have claimed a row while this one waited for it.
        var claimed = await db.Set<OutboundMessage>().FromSql($"""
            update exchange_outbound set next_attempt_at = {until}, claimed_by = {claim}
            where state = 'Pending' and next_attempt_at <= {now} and id in (
                select m.id from exchange_outbound m
                where m.state = 'Pending' and m.system = {system} and m.next_attempt_at <= {now} and not exists (
                    select 1 from exchange_outbound e where e."case" = m."case" and e.system = m.system and e.sequence < m.sequence and e.state <> 'Delivered')
                order by m.next_attempt_at limit {size})
            returning *
            """).ToListAsync(stop);
        await transaction.Commit(stop);
        return claimed;
    }

    private async Task Record(YiwangDb db, Journal journal, List<OutboundMessage> claimed, ConcurrentDictionary<Guid, Attempt> attempts, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        foreach (var message in claimed)
        {
            var attempt = attempts[message.Id];
            if (attempt.Taken) message.Delivered(now);
            else if (attempt.ForGood || message.Attempts + 1 >= Retries.Most)
            {
                message.Bury(attempt.Error, now);
                journal.Append($"exchange/{message.Case.Value}", new MessageDead(message.System, message.Case, message.Id, message.Type, message.Attempts));
            }
            else message.FailedUntil(now + Retries.After(message.Attempts), attempt.Error);
        }
        while (true)
        {
            try
            {
                await db.SaveChangesAsync(stop);
                return;
            }
            catch (DbUpdateConcurrencyException exception)
            {
                // Claimed by another node after our claim ran out: what became of those is for that node to say.
                foreach (var entry in exception.Entries) entry.State = EntityState.Detached;
            }
        }
    }
}
