using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Forms.Editing;
using Yiwang.Forms.Import;
using Yiwang.Forms.Paper;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Forms;

/// <summary>电子化表格: form definitions, their validation and rendering.</summary>
public sealed class FormsModule : IRoom
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<FormCabinet>();
        services.AddSingleton<IForms>(provider => provider.GetRequiredService<FormCabinet>());
        services.AddScoped<Prefill>();
        services.AddScoped<IKnownValues, SignInValues>();
        services.AddScoped<FormDesk>();
        services.AddSingleton(new DeskEntry(Policies.Editor, FormRoutes.Forms, "forms", "电子表单", "修改、试填和发布表单"));
        services.AddScoped<IImporter, ImportForms>();
        services.AddSingleton<IGuideLinks, PaperForms>();
    }

    /// <inheritdoc/>
    public void AddTables(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(FormsModule).Assembly);

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes) { }
}
