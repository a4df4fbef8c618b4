using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Yiwang.Kernel.Rooms;
using Yiwang.Portal.Accessibility;
using Yiwang.Portal.Notices;

namespace Yiwang.Portal.Caching;

/// <summary>
/// Keeps the portal's pages for visitors who have not signed in. A page is kept under its address, the ways of showing that the visitor chose,
/// and the numbers of what it is made of (<see cref="Generations"/>), which are read before it is made. Pages that carry anybody's token, set
/// a cookie, are not found, or are asked for with a sign-in cookie are never kept and never come from what is kept.
/// </summary>
public sealed class PortalCache : IOutputCachePolicy
{
    /// <summary>The policy's name, for the pages' <c>OutputCache</c> attribute.</summary>
    public const string Policy = "portal";

    /// <summary>What a portal page is made of.</summary>
    public static IReadOnlyList<string> Tags { get; } = [Generations.Catalogue, Generations.Directory, Generations.Notices];

    // Other nodes' changes are told by whoever follows the journal; this is for what nobody tells.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private static readonly ConcurrentDictionary<Type, string[]> Read = new();

    /// <inheritdoc/>
    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (!MayBeKept(http, out var keys)) return;
        context.EnableOutputCaching = true;
        context.AllowCacheLookup = true;
        context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Longest;
        context.CacheVaryByRules.QueryKeys = keys;
        context.CacheVaryByRules.VaryByValues["view"] = ViewMode.Of(http).Classes;
        var generations = http.RequestServices.GetRequiredService<Generations>();
        foreach (var tag in Tags)
        {
            context.Tags.Add(tag);
            context.CacheVaryByRules.VaryByValues[tag] = generations.Of(tag).ToString(CultureInfo.InvariantCulture);
        }
        context.CacheVaryByRules.VaryByValues["due"] = await http.RequestServices.GetRequiredService<NoticeTimes>().LastDue(cancellation);
        // Nothing secret stands on such a page, so compressing it gives nothing away (BREACH needs a secret).
        if (http.Features.Get<IHttpsCompressionFeature>() is { } compression) compression.Mode = HttpsCompressionMode.Compress;
    }

    /// <inheritdoc/>
    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || response.Headers.ContainsKey(HeaderNames.SetCookie) || response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase))
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }

    /// <summary>Whether the answer is for anybody: asked by nobody in particular, with nothing in the query but what the page reads.</summary>
    private static bool MayBeKept(HttpContext http, out string[] keys)
    {
        keys = Keys(http);
        var known = keys;
        return (HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
            && http.User.Identity?.IsAuthenticated is not true
            && !http.Request.Headers.ContainsKey(HeaderNames.Authorization)
            && !http.Request.Cookies.ContainsKey(SignInCookie(http))
            && http.Request.Query.Keys.All(key => known.Contains(key, StringComparer.OrdinalIgnoreCase));
    }

    private static string SignInCookie(HttpContext http) =>
        http.RequestServices.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme).Cookie.Name ?? "";

    /// <summary>The query keys that the page reads.</summary>
    private static string[] Keys(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is not { } page ? [] : Read.GetOrAdd(page, type =>
    [
        .. type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Select(p => (p.Name, Query: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>())).Where(p => p.Query is not null).Select(p => p.Query!.Name ?? p.Name),
    ]);
}
