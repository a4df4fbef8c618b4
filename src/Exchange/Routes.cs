using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Exchange;

/// <summary>The names of the exchange's own fixed points.</summary>
public static class ExchangeNames
{
    /// <summary>The platform's handling room (权力运行系统), which decides for departments without a system of their own.</summary>
    public const string HandlingSystem = "HANDLING";
}

internal sealed class ExchangeRoutes(YiwangDb db) : IExchangeRoutes
{
    public async ValueTask<string> SystemFor(string municipalDepartment, ItemCode item, CancellationToken stop)
    {
        var routes = await db.Set<SystemRoute>().AsNoTracking().Where(r => r.Department == municipalDepartment && (r.Item == item.Value || r.Item == SystemRoute.AllItems)).ToListAsync(stop);
        return (routes.Find(r => r.Item == item.Value) ?? routes.FirstOrDefault())?.System ?? ExchangeNames.HandlingSystem;
    }
}
