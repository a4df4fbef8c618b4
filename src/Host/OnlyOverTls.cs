using Microsoft.AspNetCore.Http.Extensions;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Host;

/// <summary>
/// In production nothing is answered in clear but health checks, which load balancers ask for inside the machine room: a page is
/// sent on to https, anything else is refused aloud, so that no client keeps sending its secret in clear.
/// </summary>
internal static class OnlyOverTls
{
    private static readonly Refusal Clear = new(
        RefusalKind.Forbidden, "https-required", "本平台只接受 https 连接。如果加密在反向代理处终止，代理须发送 X-Forwarded-Proto，并用 --proxy 指明代理的地址。");

    internal static void UseOnlyTls(this WebApplication app) => app.Use(async (http, next) =>
    {
        var request = http.Request;
        if (request.IsHttps || request.Path.StartsWithSegments("/health", StringComparison.Ordinal)) await next(http);
        else if (AsksForPage(request)) http.Response.Redirect(UriHelper.BuildAbsolute("https", new HostString(request.Host.Host), request.PathBase, request.Path, request.QueryString));
        else await Clear.ToHttp().ExecuteAsync(http);
    });

    private static bool AsksForPage(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.Any(a => a?.Contains("text/html", StringComparison.Ordinal) is true);
}
