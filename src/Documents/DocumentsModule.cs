using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Documents.Paper;
using Yiwang.Documents.Scan;
using Yiwang.Documents.Upload;
using Yiwang.Kernel.Blobs;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Documents;

/// <summary>材料共享: the files that applicants hand in.</summary>
public sealed class DocumentsModule : IRoom
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<VirusScan>();
        services.AddScoped<MaterialStore>();
        services.AddScoped<IMaterials>(provider => provider.GetRequiredService<MaterialStore>());
        services.AddScoped<IBlobReferences>(provider => provider.GetRequiredService<MaterialStore>());
        services.AddSingleton<PaperFonts>();
        services.AddSingleton<IOfficialPaper, OfficialPaper>();
        services.AddSingleton<ForgetUploads>();
        services.AddHostedService(provider => provider.GetRequiredService<ForgetUploads>());
    }

    /// <inheritdoc/>
    public void AddTables(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(DocumentsModule).Assembly);

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapUploadMaterial();
}
