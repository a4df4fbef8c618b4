using Microsoft.Extensions.DependencyInjection;

namespace Yiwang.Catalogue.Bulk;

/// <summary>Bulk import and export of items.</summary>
internal static class BulkSetup
{
    internal static void AddBulkItems(this IServiceCollection services)
    {
        services.AddScoped<BuildChanges>();
        services.AddScoped<ReadEntries>();
        services.AddScoped<ImportItems>();
        services.AddScoped<BatchActs>();
        services.AddScoped<ReadBatches>();
        services.AddScoped<ExportItems>();
    }
}
