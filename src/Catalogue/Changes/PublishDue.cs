using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Catalogue.Changes;

/// <summary>Publishes approved changes when their time has come (定时发布), the earliest first, what is given down before what is taken over.</summary>
internal sealed class PublishDue(IServiceScopeFactory scopes, TimeProvider clock, ILogger<PublishDue> log) : Chore(TimeSpan.FromSeconds(5), clock, log)
{
    private const int BatchSize = 50;

    protected override async Task Once(CancellationToken stop)
    {
        while (await Publish(stop) == BatchSize) { }
    }

    /// <summary>Publishes one batch; each change in a transaction of its own. Two nodes at the same one: the later is refused by its revision.</summary>
    internal async Task<int> Publish(CancellationToken stop)
    {
        await using var list = scopes.CreateAsyncScope();
        var now = Clock.GetUtcNow();
        var due = await list.ServiceProvider.GetRequiredService<YiwangDb>().Set<ItemChange>()
            .Where(c => c.Stage == ChangeStage.Scheduled && (c.EffectiveAt == null || c.EffectiveAt <= now))
            .OrderBy(c => c.EffectiveAt).ThenBy(c => c.Region == default ? 0 : 1).ThenBy(c => c.Id).Select(c => c.Id).Take(BatchSize).ToListAsync(stop);
        foreach (var id in due)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
            if (await db.Set<ItemChange>().SingleOrDefaultAsync(c => c.Id == id && c.Stage == ChangeStage.Scheduled, stop) is not { } change) continue;
            var published = await scope.ServiceProvider.GetRequiredService<ChangeActs>().Publish(change, stop);
            if (!published.IsDone) Log.LogWarning("Change {Change} of {Item} could not be published: {Code}", change.Id, change.Code.Value, published.Refusal.Code);
        }
        return due.Count;
    }
}
