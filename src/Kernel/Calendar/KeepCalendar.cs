using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Kernel.Calendar;

/// <summary>Reads the calendar from the database before the platform serves, and again each hour, for an import may have run on another node.</summary>
internal sealed class KeepCalendar(IServiceScopeFactory scopes, WorkCalendar calendar, IConfiguration configuration, TimeProvider clock, ILogger<KeepCalendar> log)
    : Chore(TimeSpan.FromHours(1), clock, log), IStartTask
{
    public async Task Run(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        if (!await db.Set<CalendarDay>().AnyAsync(stop))
        {
            // A database that was imported before the calendar was kept in it.
            db.AddRange(WorkCalendarFile.Load(Path.Combine(configuration["ReferenceData"] ?? "data", WorkCalendarFile.Name)));
            await db.TrySave(stop);
            db.ChangeTracker.Clear();
        }
        calendar.Become(await db.Set<CalendarDay>().AsNoTracking().ToListAsync(stop));
    }

    protected override Task Once(CancellationToken stop) => Run(stop);
}
