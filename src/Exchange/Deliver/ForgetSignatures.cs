using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Exchange.Deliver;

/// <summary>Forgets signatures that are too old to be accepted anyway.</summary>
internal sealed class ForgetSignatures(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ForgetSignatures> log) : Chore(TimeSpan.FromMinutes(5), clock, log)
{
    protected override async Task Once(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var before = Clock.GetUtcNow() - ExchangeNames.ClockSkew - ExchangeNames.ClockSkew - TimeSpan.FromMinutes(1);
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        await using var transaction = await db.BeginWrite(stop);
        await db.Set<SeenSignature>().Where(s => s.At < before).ExecuteDeleteAsync(stop);
        await transaction.Commit(stop);
    }
}
