using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Scalar.AspNetCore;
using Yiwang.Host.Pages;
using Yiwang.Identity.Accounts;
using Yiwang.Kernel;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Watch;
using Yiwang.Portal;

namespace Yiwang.Host;

/// <summary>Puts the house together: each room adds itself, maps itself.</summary>
public static class YiwangApp
{
    /// <summary>Builds the platform, ready to be prepared and run.</summary>
    public static WebApplication Build(HostSettings settings, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
            ApplicationName = typeof(YiwangApp).Assembly.GetName().Name,
        });
        builder.Configuration.AddInMemoryCollection(settings.AsConfiguration());
        builder.Logging.ClearProviders().AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(settings.LogLevel)
            // A lost race is an outcome, not a fault; what is not handled is logged where it ends.
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Critical)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // Its messages would show what people typed and who they are.
            .AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 30 * 1024 * 1024);
        AddServices(builder, settings);
        change?.Invoke(builder);
        var app = builder.Build();
        Map(app, settings);
        return app;
    }

    private static void AddServices(WebApplicationBuilder builder, HostSettings settings)
    {
        var services = builder.Services;
        services.AddKernel(builder.Configuration);
        services.AddKernelWork();
        foreach (var room in Rooms.All)
        {
            services.AddSingleton(room);
            room.AddServices(services, builder.Configuration);
        }
        services.AddSingleton<IPlaces, DirectoryPlaces>();
        services.AddRazorComponents(options => options.DetailedErrors = false);
        services.AddCascadingAuthenticationState();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "yiwang-form";
            if (settings.Production) options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        });
        services.AddProblemDetails();
        services.Configure<FormOptions>(options => options.ValueCountLimit = 4096);
        services.ConfigureHttpJsonOptions(options => options.SerializerOptions.Encoder = Journal.Json.Encoder);
        services.AddOpenApi("v1", ApiDescription.Configure);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        // Over TLS only what has no secret in it is compressed: web files are so beforehand, and pages for anybody by the portal's cache.
        services.AddResponseCompression(options => options.EnableForHttps = false);
        services.AddSecurityHeaders(settings.Production, builder.Configuration["Kiosk:Reader"]);
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var proxy in settings.Proxies) options.KnownIPNetworks.Add(ProxyAddress.Parse(proxy));
        });
        // Measured only where somebody listens: it costs each request.
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 }) return;
        services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource(Telemetry.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddOtlpExporter());
    }

    private static void Map(WebApplication app, HostSettings settings)
    {
        app.UseForwardedHeaders();
        if (settings.Production) app.UseOnlyTls();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(ShowStatusAsPage);
        app.UseSecurityHeaders();
        app.UseResponseCompression();
        app.UseWebFiles();
        app.UseRouting();
        app.UseSites();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseOutputCache();
        app.UseAntiforgery();

        app.MapKernel();
        foreach (var room in Rooms.All) room.MapRoutes(app);
        app.MapRazorComponents<App>().AddAdditionalAssemblies([.. Rooms.All.Select(room => room.GetType().Assembly).Distinct()]);
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference("/api", options => options.WithTitle("一网 API").WithOpenApiRoutePattern("/openapi/v1.json")).AllowAnonymous()
            .WithSecurityHeadersPolicy(SecurityHeaders.ApiPage);
        app.MapHealthChecks("/health/live", new() { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new() { Predicate = check => check.Tags.Contains("ready") }).AllowAnonymous();
    }

    /// <summary>What tells of a refused form is a page of its own: the form and its token are not looked at again.</summary>
    private static Task ShowStatusAsPage(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null)
        {
            http.Request.Method = HttpMethods.Get;
            http.Features.Set<IAntiforgeryValidationFeature>(null);
        }
        return next(http);
    }

    private sealed class DatabaseHealth(YiwangDb db) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("数据库无法连接");
    }
}
