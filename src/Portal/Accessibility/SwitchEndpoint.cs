using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Yiwang.Portal.Accessibility;

/// <summary>Switches a way of showing on or off and goes back to where the visitor was, on this site alone.</summary>
internal static class SwitchEndpoint
{
    internal static void MapSwitch(this IEndpointRouteBuilder routes) => routes.MapGet(PortalRoutes.Accessibility, (HttpContext http, string? set, string? clear, string? next) =>
    {
        var now = ViewMode.Of(http);
        var then = new ViewMode((now.Large || set == ViewMode.LargeName) && clear != ViewMode.LargeName, (now.Contrast || set == ViewMode.ContrastName) && clear != ViewMode.ContrastName);
        var cookie = new CookieOptions { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = http.Request.IsHttps, Path = "/", IsEssential = true };
        if (then.Value.Length == 0) http.Response.Cookies.Delete(ViewMode.Cookie, cookie);
        else http.Response.Cookies.Append(ViewMode.Cookie, then.Value, cookie);
        http.Response.Headers.CacheControl = "no-store";
        return Results.LocalRedirect(IsLocal(next) ? next! : PortalRoutes.Home);
    }).AllowAnonymous().ExcludeFromDescription();

    /// <summary>Only an address of our own: browsers read a backslash as a slash and drop line breaks and tabs.</summary>
    private static bool IsLocal(string? address) => address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.AsSpan().ContainsAnyInRange('\0', '\x1f');
}
