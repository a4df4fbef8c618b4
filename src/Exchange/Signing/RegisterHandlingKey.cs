using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Exchange.Signing;

/// <summary>Registers the handling room's own key, as an operator registers that of a department's system.</summary>
internal sealed class RegisterHandlingKey(YiwangDb db, OwnKeys keys, TimeProvider clock) : IStartTask
{
    public async Task Run(CancellationToken stop)
    {
        var kid = keys.Of(ExchangeNames.HandlingSystem).Kid;
        if (await db.Set<SystemKey>().AnyAsync(k => k.Kid == kid, stop)) return;
        db.Add(new SystemKey { Kid = kid, System = ExchangeNames.HandlingSystem, Jwk = keys.PublicJwk(ExchangeNames.HandlingSystem).ToJsonString(), RegisteredAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(stop);
    }
}
