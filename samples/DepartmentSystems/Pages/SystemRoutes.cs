using DepartmentSystems.Api;
using DepartmentSystems.Receive;
using DepartmentSystems.Sms;
using DepartmentSystems.Switches;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DepartmentSystems.Pages;

/// <summary>All addresses of the host.</summary>
public static class SystemRoutes
{
    public static void MapSystems(this WebApplication app)
    {
        var systems = app.Services.GetRequiredService<IReadOnlyList<DepartmentSystem>>();
        app.MapGet("/", () => new RazorComponentResult<HomePage>(new { Systems = systems }));
        app.MapGet("/health", () => new { status = "ok", systems = systems.ToDictionary(s => s.Profile.Code, s => s.Connection is null ? "waiting" : "connected", StringComparer.Ordinal) });
        app.MapSms(app.Configuration);
        foreach (var system in systems)
        {
            var routes = app.MapGroup($"/{system.Profile.Path}").AddEndpointFilter((context, next) =>
                system.Connection is null ? ValueTask.FromResult<object?>(NotConnected(system, context.HttpContext.Request)) : next(context));
            routes.MapReceive(system);
            routes.MapPages(system);
            routes.MapSwitches(system);
            routes.MapCasesApi(system);
        }
    }

    /// <summary>Keeps pages from loading anything from elsewhere, and from being framed.</summary>
    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        return next(context);
    });

    private static IResult NotConnected(DepartmentSystem system, HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal)
            ? new RazorComponentResult<WaitingPage>(new { Owner = system }) { StatusCode = StatusCodes.Status503ServiceUnavailable }
            : new Refusal(StatusCodes.Status503ServiceUnavailable, "not-connected", "本系统还没有接入平台：等待连接文件。").ToHttp();
}
