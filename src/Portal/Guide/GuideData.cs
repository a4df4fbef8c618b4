using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Yiwang.Acceptance;
using Yiwang.Catalogue;

namespace Yiwang.Portal.Guide;

/// <summary>A guide for machines: schema.org's <c>GovernmentService</c> as JSON-LD. It says only what the item's elements say.</summary>
internal static class GuideData
{
    // The encoder also escapes what HTML would read, so that no element can end the script element.
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The script element that holds the data. Its type makes it data, which browsers never run.</summary>
    internal static string Script(ServiceItem item, string provider, string region, string here, IReadOnlyList<(string Name, string Address)> crumbs) =>
        $"<script type=\"application/ld+json\">{Graph(item, provider, region, here, crumbs).ToJsonString(Options)}</script>";

    private static JsonObject Graph(ServiceItem item, string provider, string region, string here, IReadOnlyList<(string Name, string Address)> crumbs)
    {
        var service = new JsonObject
        {
            ["@type"] = "GovernmentService",
            ["name"] = item.Name,
            ["identifier"] = item.Code.Value,
            ["serviceType"] = item.Category,
            ["url"] = here + PortalRoutes.Guide(item.Code),
            ["provider"] = new JsonObject { ["@type"] = "GovernmentOrganization", ["name"] = provider },
            ["areaServed"] = new JsonObject { ["@type"] = "AdministrativeArea", ["name"] = region },
            ["audience"] = new JsonArray([.. item.Applicants.Select(a => new JsonObject { ["@type"] = "Audience", ["audienceType"] = a })]),
        };
        if (item.ResultName.Length > 0) service["serviceOutput"] = new JsonObject { ["@type"] = "Thing", ["name"] = item.ResultName };
        if (item is { OnApplication: true, Online: true })
            service["availableChannel"] = new JsonObject { ["@type"] = "ServiceChannel", ["serviceUrl"] = here + AcceptanceRoutes.Apply(item.Code), ["availableLanguage"] = "zh-CN" };
        var path = new JsonObject
        {
            ["@type"] = "BreadcrumbList",
            ["itemListElement"] = new JsonArray([.. crumbs.Select((c, i) => new JsonObject { ["@type"] = "ListItem", ["position"] = i + 1, ["name"] = c.Name, ["item"] = here + c.Address })]),
        };
        return new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = new JsonArray(service, path) };
    }
}
