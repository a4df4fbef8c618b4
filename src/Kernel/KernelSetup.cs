using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Blobs;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Looks;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Pages;
using Yiwang.Kernel.Rooms;
using Yiwang.Kernel.Seeding;

namespace Yiwang.Kernel;

/// <summary>Adds what every room stands on.</summary>
public static class KernelSetup
{
    /// <summary>Adds time, calendar, database, journal, blobs and the error mapping.</summary>
    public static void AddKernel(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentActor>();
        services.AddSingleton<Generations>();
        services.AddSingleton<WebAssets>();
        services.AddYiwangDatabase(configuration);
        services.AddSingleton<JournalSignal>();
        services.AddSingleton<ReaderStates>();
        services.AddHealthChecks().AddCheck<ReaderStates>("journal readers", tags: ["ready"]);
        services.AddScoped<Journal>();
        services.AddScoped<JournalVerification>();
        services.AddScoped<ImportRun>();
        services.AddScoped<SeedRun>();
        services.AddSingleton(_ => new WorkCalendar());
        services.AddScoped<IImporter, ImportCalendar>();
        services.AddSingleton<KeepCalendar>();
        services.AddSingleton<IStartTask>(provider => provider.GetRequiredService<KeepCalendar>());
        services.AddSingleton<IBlobs>(provider => new DiskBlobs(configuration["DataFolder"] ?? ".data", provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SweepBlobs>();
        services.AddExceptionHandler<FaultsAsRefusals>();
    }

    /// <summary>Adds the kernel's own background work, for a process that serves.</summary>
    public static void AddKernelWork(this IServiceCollection services)
    {
        services.AddHostedService(provider => provider.GetRequiredService<SweepBlobs>());
        services.AddSingleton<LookBook>();
        services.AddHostedService(provider => provider.GetRequiredService<LookBook>());
        services.AddHostedService<PublishRoots>();
        services.AddHostedService(provider => provider.GetRequiredService<KeepCalendar>());
    }

    /// <summary>Publishes the journal's daily roots.</summary>
    public static void MapKernel(this IEndpointRouteBuilder routes) => routes
        .MapGet("/journal/roots", async (YiwangDb db, CancellationToken stop) =>
            await db.Set<JournalRoot>().AsNoTracking().OrderByDescending(r => r.Day).Take(400).ToListAsync(stop))
        .AllowAnonymous()
        .WithTags("journal")
        .WithSummary("每日 Merkle 根：公布后，当日的留痕不能被悄悄增删改");
}
