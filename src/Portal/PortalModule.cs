using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Identity.Delegations;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;
using Yiwang.Portal.Accessibility;
using Yiwang.Portal.Caching;
using Yiwang.Portal.Favourites;
using Yiwang.Portal.Guide;
using Yiwang.Portal.Home;
using Yiwang.Portal.Kiosk;
using Yiwang.Portal.Lists;
using Yiwang.Portal.Notices;
using Yiwang.Portal.Rules;
using Yiwang.Portal.Shell;
using Yiwang.Portal.Sites;

namespace Yiwang.Portal;

/// <summary>政务服务网: sites, home, boards, notices, guides and the shell of what residents see.</summary>
public sealed class PortalModule : IRoom
{
    private const long MostKept = 64 * 1024 * 1024;

    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOutputCache(options =>
        {
            options.SizeLimit = MostKept;
            options.AddPolicy(PortalCache.Policy, new PortalCache());
        });
        services.AddSingleton<PortalPages>();
        services.AddSingleton<PortalNavigation>();
        services.AddSingleton<SiteSettings>();
        services.AddSingleton<NoticeTimes>();
        services.AddJournalFollower<FollowNotices>();
        services.AddSingleton<SiteSearch>();
        services.AddScoped<CurrentSite>();
        services.AddScoped<SiteCatalogue>();
        services.AddScoped<SiteLists>();
        services.AddScoped<NoticeBoard>();
        services.AddScoped<NoticeActs>();
        services.AddScoped<FavouriteShelf>();
        services.AddScoped<IItemNames, ItemNames>();
        services.AddSingleton(new DeskEntry(Policies.Window, "/desk/kiosk", "id", "自助机", "把这个浏览器设为自助机"));
        services.AddSingleton(new DeskEntry(Policies.Editor, PortalRoutes.DeskNotices, "bell", "公告", "写公告，定时发布，撤下"));
    }

    /// <inheritdoc/>
    public void AddTables(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(PortalModule).Assembly);

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapSwitch();
        routes.MapSiteMaps();
        routes.MapListFiles();
        routes.MapKiosk();
    }
}

/// <summary>Puts the portal into the way that requests take.</summary>
public static class PortalSetup
{
    /// <summary>Finds the site of each request. After routing, before anything that makes or keeps pages.</summary>
    public static void UseSites(this IApplicationBuilder app) => app.Use(SiteDoor.Open);
}
