using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Yiwang.Kernel.Rooms;

/// <summary>A room of the house: it adds its own services, tables and routes. The host knows rooms only by this door.</summary>
public interface IRoom
{
    /// <summary>Adds the room's services, journal readers and importers.</summary>
    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Adds the room's tables to the one model, each with the room's prefix.</summary>
    void AddTables(ModelBuilder model);

    /// <summary>Adds the room's routes. Pages are found by the host through the room's assembly.</summary>
    void MapRoutes(IEndpointRouteBuilder routes);
}
