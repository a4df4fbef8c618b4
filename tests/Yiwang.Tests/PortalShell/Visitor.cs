using System.Net;

namespace Yiwang.Tests.PortalShell;

/// <summary>Somebody who has not signed in, with the cookies that the pages give, who does not follow redirects.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;

    internal Visitor(Uri platform) => _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = platform, DefaultRequestHeaders = { { "Accept", "text/html" } } };

    internal CookieContainer Cookies { get; } = new();

    internal Task<HttpResponseMessage> Get(string page) => _http.GetAsync(new Uri(page, UriKind.Relative));

    internal async Task<(HttpStatusCode Status, string Text)> Read(string page)
    {
        using var response = await Get(page);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Where a page sends on to, and with what status.</summary>
    internal async Task<(HttpStatusCode Status, string? To)> Sent(string page)
    {
        using var response = await Get(page);
        return (response.StatusCode, response.Headers.Location?.OriginalString);
    }

    public void Dispose() => _http.Dispose();
}
