using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Directory.PointsApi;
using Yiwang.Directory.SeedOrgans;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;
using Yiwang.Kernel.Seeding;

namespace Yiwang.Directory;

/// <summary>部门、服务窗口、服务站点: regions, departments and service points.</summary>
public sealed class DirectoryModule : IRoom
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<DirectoryBook>();
        services.AddSingleton<IDirectory>(provider => provider.GetRequiredService<DirectoryBook>());
        services.AddJournalFollower<FollowDirectory>();
        services.AddScoped<IImporter, ImportDirectory>();
        services.AddScoped<ICitySeed, SeedDirectory>();
    }

    /// <inheritdoc/>
    public void AddTables(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(DirectoryModule).Assembly);

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapPointsApi();
}
