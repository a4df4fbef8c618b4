using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Exchange;
using Yiwang.Handling.Batch;
using Yiwang.Handling.Claim;
using Yiwang.Handling.Decide;
using Yiwang.Handling.Inbox;
using Yiwang.Handling.Review;
using Yiwang.Handling.Send;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Handling;

/// <summary>权力运行系统: review and decision for departments without a system of their own. Reached only through the exchange.</summary>
public sealed class HandlingModule : IRoom
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<ILocalSystem, TakeMessage>();
        services.AddScoped<Replies>();
        services.AddSingleton(_ => new DutySettings(configuration.GetValue("Handling:SeparateReview", configuration["Demo:Enabled"] != "true")));
        services.AddScoped<SeparateDuties>();
        services.AddScoped<HandlingActs>();
        services.AddScoped<ClaimActs>();
        services.AddScoped<DecideMany>();
        services.AddScoped<TaskAnswers>();
        services.AddHostedService<SendReplies>();
    }

    /// <inheritdoc/>
    public void AddTables(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(HandlingModule).Assembly);

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes) => routes.MapMaterialFile();
}
