using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Yiwang.Portal.Kiosk;

/// <summary>Whether a browser is a kiosk (自助机), and at which service point: it bears a sealed cookie that an official of that point has put there.</summary>
public static class KioskMode
{
    /// <summary>Seconds without a touch after which the session ends; the person is asked fifteen seconds before.</summary>
    public const int IdleSeconds = 90;

    private const string Cookie = "yw-kiosk";

    /// <summary>The service point of the kiosk; null where the browser is none.</summary>
    public static string? Of(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } sealedPoint) return null;
        try
        {
            return Seal(http).Unprotect(sealedPoint);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // Not one of ours, or sealed with keys that are gone: the browser is none, until an official starts it again.
            return null;
        }
    }

    internal static void Begin(HttpContext http, string servicePoint) => http.Response.Cookies.Append(Cookie, Seal(http).Protect(servicePoint), new CookieOptions
    {
        HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, MaxAge = TimeSpan.FromDays(365), IsEssential = true,
    });

    internal static void End(HttpContext http) => http.Response.Cookies.Delete(Cookie);

    private static IDataProtector Seal(HttpContext http) => http.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("Yiwang.Kiosk");
}
