using Microsoft.EntityFrameworkCore;
using Yiwang.Exchange.Deliver;
using Yiwang.Kernel.Database;

namespace Yiwang.Exchange.Operate;

/// <summary>Counts what waits for each system, and says which do not answer.</summary>
internal sealed class SystemStandings(YiwangDb db, Breaker breaker) : ISystemStandings
{
    public async Task<IReadOnlyList<SystemStanding>> Now(CancellationToken stop)
    {
        var systems = await db.Set<ConnectedSystem>().AsNoTracking().OrderBy(s => s.Code).ToListAsync(stop);
        var counts = await db.Set<OutboundMessage>().Where(m => m.State != OutboundState.Delivered).GroupBy(m => new { m.System, m.State })
            .Select(g => new { g.Key.System, g.Key.State, Count = g.Count(), Oldest = g.Min(m => m.CreatedAt) }).ToListAsync(stop);
        return [.. systems.Select(system =>
        {
            var pending = counts.Find(c => c.System == system.Code && c.State == OutboundState.Pending);
            var dead = counts.Find(c => c.System == system.Code && c.State == OutboundState.Dead);
            var retry = breaker.OpenUntil(system.Code);
            var state = system.Connector is ConnectorKind.None ? SystemState.NotConnected : system.Paused ? SystemState.Paused : retry is not null ? SystemState.Down : SystemState.Up;
            return new SystemStanding(system.Code, system.Name, state, retry, pending?.Count ?? 0, dead?.Count ?? 0, pending?.Oldest);
        })];
    }
}
