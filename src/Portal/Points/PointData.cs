using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Yiwang.Directory;

namespace Yiwang.Portal.Points;

/// <summary>
/// What a point's page tells search engines and maps (schema.org <c>GovernmentOffice</c>, as JSON-LD). They show no 示例 mark, so what is
/// of low confidence is left out.
/// </summary>
internal static class PointData
{
    // The default encoder also writes < > & as escapes, so nothing can end the script element.
    private static readonly JsonSerializerOptions Safe = new() { Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All) };

    /// <summary>The whole script element.</summary>
    internal static string Script(ServicePoint point, Region region, string address) => $"<script type=\"application/ld+json\">{Json(point, region, address).ToJsonString(Safe)}</script>";

    private static JsonObject Json(ServicePoint point, Region region, string address)
    {
        var place = new JsonObject { ["@type"] = "PostalAddress", ["addressCountry"] = "CN", ["addressRegion"] = "浙江省", ["addressLocality"] = "宁波市" };
        if (point.Address.Length > 0) place["streetAddress"] = point.Address;
        var office = new JsonObject
        {
            ["@context"] = "https://schema.org", ["@type"] = "GovernmentOffice", ["name"] = point.Name, ["identifier"] = point.Code, ["url"] = address, ["address"] = place,
            ["areaServed"] = new JsonObject { ["@type"] = "AdministrativeArea", ["name"] = region.FullName, ["identifier"] = region.Code.Value },
        };
        if (point.Phone.Length > 0) office["telephone"] = point.Phone;
        if (point.Hours.Known && !point.Sample) office["openingHours"] = new JsonArray([.. point.Hours.Text.Split(';').Select(span => (JsonNode)$"Mo-Fr {span}")]);
        if (point is { Position: { } at, SamplePlace: false }) office["geo"] = new JsonObject { ["@type"] = "GeoCoordinates", ["latitude"] = at.Latitude, ["longitude"] = at.Longitude };
        return office;
    }
}
