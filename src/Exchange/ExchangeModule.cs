using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Exchange.Connect;
using Yiwang.Exchange.Deliver;
using Yiwang.Exchange.Demo;
using Yiwang.Exchange.Import;
using Yiwang.Exchange.Materials;
using Yiwang.Exchange.Operate;
using Yiwang.Exchange.Receive;
using Yiwang.Exchange.Signing;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Exchange;

/// <summary>交换平台: the contract with departments' systems, delivery and replies.</summary>
public sealed class ExchangeModule : IRoom
{
    /// <inheritdoc/>
    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<OwnKeys>();
        services.AddSingleton<ILocalSigning, LocalSigning>();
        services.AddSingleton<Breaker>();
        services.AddSingleton<Connectors>();
        services.AddSingleton<IExchangeInbox, Inbox>();
        services.AddSingleton<SenderProof>();
        services.AddSingleton<ExchangeRegister>();
        services.AddSingleton<IExchangeRoutes>(provider => provider.GetRequiredService<ExchangeRegister>());
        services.AddScoped<IExchangeMaterials, ExchangeMaterials>();
        services.AddScoped<ResendHandler>();
        services.AddScoped<ISystemStandings, SystemStandings>();
        services.AddScoped<SystemActs>();
        services.AddScoped<IImporter, ImportExchange>();
        services.AddScoped<IDemoSeed, DemoSystems>();
        services.AddScoped<IStartTask, RegisterHandlingKey>();
        services.AddHttpClient(Connectors.HttpClientName, client => client.Timeout = TimeSpan.FromSeconds(20))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) });
        services.AddJournalReader<WriteMessages>();
        services.AddHostedService<Delivery>();
        services.AddHostedService<ForgetSignatures>();
    }

    /// <inheritdoc/>
    public void AddTables(ModelBuilder model) => model.ApplyConfigurationsFromAssembly(typeof(ExchangeModule).Assembly);

    /// <inheritdoc/>
    public void MapRoutes(IEndpointRouteBuilder routes)
    {
        routes.MapReceive();
        routes.MapMaterials();
        routes.MapOperate();
        routes.MapGet("/exchange/v1/keys", (OwnKeys keys) => new { keys = new[] { keys.PublicJwk(OwnKeys.Platform) } })
            .AllowAnonymous().WithTags("exchange").WithSummary("平台的公钥（JWK Set）");
    }
}
