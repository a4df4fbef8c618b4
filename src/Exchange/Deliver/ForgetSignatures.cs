using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Database;

namespace Yiwang.Exchange.Deliver;

/// <summary>Forgets signatures that are too old to be accepted anyway.</summary>
internal sealed class ForgetSignatures(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetSignatures> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(5), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var before = clock.GetUtcNow() - ExchangeNames.ClockSkew - ExchangeNames.ClockSkew - TimeSpan.FromMinutes(1);
                await scope.ServiceProvider.GetRequiredService<YiwangDb>().Set<SeenSignature>().Where(s => s.At < before).ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "Old signatures were not forgotten and will be next time");
            }
        }
    }
}
