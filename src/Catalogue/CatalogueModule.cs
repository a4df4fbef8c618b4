using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Catalogue.Bulk;
using Yiwang.Catalogue.Changes;
using Yiwang.Catalogue.Corrections;
using Yiwang.Catalogue.Import;
using Yiwang.Catalogue.ItemsApi;
using Yiwang.Catalogue.Lists;
using Yiwang.Catalogue.Publish;
using Yiwang.Catalogue.Reductions;
using Yiwang.Catalogue.Search;
using Yiwang.Catalogue.SeedCity;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Rooms;
using Yiwang.Kernel.Seeding;

namespace Yiwang.Catalogue;

/// <summary>权力事项库、四张清单、公共服务事项清单: items with all elements and their versions.</summary>
public sealed class CatalogueModule : IRoom
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<CatalogueShelf>();
        services.AddSingleton<ICatalogue>(provider => provider.GetRequiredService<CatalogueShelf>());
        services.AddScoped<IImporter, ImportCatalogue>();
        services.AddScoped<PublishImport>();
        services.AddSingleton<IItemVersions, ReadVersions>();
        services.AddScoped<RecordReductions>();
        services.AddScoped<PublishItem>();
        services.AddItemChanges();
        services.AddBulkItems();
        services.AddPublishedLists();
        services.AddScoped<ICitySeed, SeedItems>();
        services.AddItemSearch(configuration);
        services.AddSingleton<ReportGate>();
        services.AddScoped<CorrectionActs>();
        services.AddSingleton(new DeskEntry(Policies.Editor, CorrectionRoutes.Desk, "message", "指南纠错", "答复读者报告的指南错误"));
    }

    /// <inheritdoc/>
    public void AddTables(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(CatalogueModule).Assembly);

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapItemsApi();
        routes.MapSuggestions();
        routes.MapItemExport();
    }
}
