using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yiwang.Catalogue.Synonyms;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Importing;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Catalogue.Search;

/// <summary>The search's services, and the address that completes what is typed.</summary>
internal static class SearchSetup
{
    internal const string SuggestAddress = "/items/suggest";
    private const int MostSuggestions = 10;

    /// <summary>Adds the index under the data folder. It is opened by the first who asks.</summary>
    internal static IServiceCollection AddItemSearch(this IServiceCollection services, IConfiguration configuration)
    {
        var folder = Path.Combine(configuration["DataFolder"] ?? ".data", "search");
        services.AddSingleton(provider => IndexFolder.Open(folder, provider.GetRequiredService<ILoggerFactory>().CreateLogger<ItemIndex>()));
        services.AddSingleton<SynonymShelf>();
        services.AddSingleton<FindItems>();
        services.AddSingleton<IndexFeed>();
        services.AddJournalFollower<KeepIndex>();
        services.AddSingleton<IStartTask>(provider => provider.GetRequiredService<KeepIndex>());
        services.AddScoped<KeepSynonyms>();
        services.AddSingleton(new DeskEntry(Policies.Editor, SynonymPages.Synonyms, "search", "同义词", "查找时当作一样的词，和不看的词"));
        services.AddScoped<IImporter, ImportSynonyms>();
        return services;
    }

    /// <summary>Completions are the same for everybody, so anybody may keep them for a minute. A site that is no region is as none.</summary>
    internal static void MapSuggestions(this IEndpointRouteBuilder routes) =>
        routes.MapGet(SuggestAddress, async (FindItems items, HttpContext http, CancellationToken stop, string? q = null, string? site = null) =>
        {
            http.Response.Headers.CacheControl = "public, max-age=60";
            return await items.Suggest(q ?? "", RegionCode.TryRead(site, out var region, out _) ? region : default, MostSuggestions, stop);
        }).AllowAnonymous().ExcludeFromDescription();
}
