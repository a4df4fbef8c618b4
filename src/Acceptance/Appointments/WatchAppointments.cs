using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.Appointments;

/// <summary>Every five minutes, marks those who did not come (爽约).</summary>
internal sealed class WatchAppointments(IServiceScopeFactory scopes, TimeProvider clock, ILogger<WatchAppointments> log) : Chore(TimeSpan.FromMinutes(5), clock, log)
{
    protected override Task Once(CancellationToken stop) => Run(stop);

    internal async Task<int> Run(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppointmentActs>().EndNoShows(stop);
    }
}
