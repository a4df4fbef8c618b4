using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Desk;

/// <summary>综合窗口、部门与管理后台: start page and shell of what officials see.</summary>
public sealed class DeskModule : IRoom
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration) { }

    /// <inheritdoc/>
    public void AddTables(ModelBuilder model) { }

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes) { }
}
