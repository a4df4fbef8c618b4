using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Database;

namespace Yiwang.Acceptance.Drafts;

/// <summary>Each hour, deletes drafts that nobody has touched for ninety days (个人信息保护法 19: no longer than needed).</summary>
internal sealed class ForgetDrafts(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetDrafts> log) : BackgroundService
{
    internal const int KeptDays = 90;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await Run(stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                log.LogError(exception, "Old drafts were not deleted and will be later");
            }
        }
    }

    /// <summary>Deletes them once; how many.</summary>
    internal async Task<int> Run(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = clock.GetUtcNow().AddDays(-KeptDays);
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        await using var transaction = await db.BeginWrite(stop);
        var gone = await db.Set<Draft>().Where(d => d.UpdatedAt < before).ExecuteDeleteAsync(stop);
        await transaction.Commit(stop);
        return gone;
    }
}
