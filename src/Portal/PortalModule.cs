using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Portal;

/// <summary>政务服务网: home, search, guides and the shell of what residents see.</summary>
public sealed class PortalModule : IRoom
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration) { }

    /// <inheritdoc/>
    public void AddTables(ModelBuilder model) { }

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes) { }
}
