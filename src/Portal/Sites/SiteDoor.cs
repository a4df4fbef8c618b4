using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Portal.Sites;

/// <summary>
/// Finds the site that an address names before its page is made. A region that is unknown or gone has no page; a code that is written
/// another way leads to the one address that the page has.
/// </summary>
internal static class SiteDoor
{
    /// <summary>The route value that names the site.</summary>
    internal const string RouteValue = "site";

    internal static async Task Open(HttpContext http, RequestDelegate next)
    {
        if (http.GetRouteValue(RouteValue) is not string written)
        {
            await next(http);
            return;
        }
        if (!RegionCode.TryParse(written, null, out var code) || !await http.RequestServices.GetRequiredService<CurrentSite>().Open(code, http.RequestAborted))
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var prefix = $"{PortalRoutes.Sites}/{written}";
        if (code.Level is RegionLevel.City || written != code.ShortForm)
        {
            var rest = http.Request.Path.Value![prefix.Length..];
            var home = code.Level is RegionLevel.City ? "" : Site.Home(code);
            http.Response.Redirect($"{(home + rest is { Length: > 0 } address ? address : PortalRoutes.Home)}{http.Request.QueryString}", permanent: true);
            return;
        }
        await next(http);
    }
}
