using System.Globalization;
using System.Text.Json;
using Yiwang.Catalogue;
using Yiwang.Catalogue.Search;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Importing;

namespace Yiwang.Bench;

/// <summary>The real items as documents of a search index, and as many more of them as a city has.</summary>
internal static class SampleItems
{
    internal static readonly RegionCode City = RegionCode.Parse("330200", null);
    private static readonly string[] Counties = ["330203", "330205", "330206", "330211", "330212", "330213", "330225", "330226", "330281", "330282"];

    /// <summary>The items of items.json, each in the city or in the counties by its levels. The first of an item's documents leads.</summary>
    internal static List<IndexedItem> Items(string folder)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "items.json")));
        return [.. json.RootElement.EnumerateArray().SelectMany(i => Of(i, "", Regions(i)))];
    }

    /// <summary>About so many documents: variants of the real items, as other departments and towns would have them.</summary>
    internal static IEnumerable<IndexedItem> Many(string folder, int documents)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "items.json")));
        var items = json.RootElement.EnumerateArray().ToList();
        // 7,600 base items make 87,000 documents: 22 variants of each real item, in 11 or 12 regions.
        var variants = Math.Max(1, (int)Math.Ceiling(documents / (items.Count * 11.5)));
        var made = 0;
        for (var variant = 0; ; variant++)
        {
            foreach (var item in items)
            {
                foreach (var one in Of(item, variant == 0 ? "" : Kinds[variant % Kinds.Length] + (variant / Kinds.Length is > 0 and var n ? n.ToString(CultureInfo.InvariantCulture) : ""), Spread(variant)))
                {
                    if (made++ >= documents) yield break;
                    yield return one with { Card = one.Card with { Code = Code(one.Card.Code.Value, variant) } };
                }
            }
        }

        static ItemCode Code(string code, int variant) => ItemCode.Parse(variant == 0 ? code : $"{code[..^4]}{(char)('A' + variant % 26)}{(char)('A' + variant / 26)}{code[^4..]}", null);

        // City, counties, and one town.
        static List<RegionCode> Spread(int variant) => [City, .. Counties.Select(c => RegionCode.Parse(c, null)), RegionCode.Parse($"33020300{1 + variant % 8}", null)];
    }

    /// <summary>The synonyms and fillers of the reference data.</summary>
    internal static SearchWords Words(string folder)
    {
        var rows = CsvRows.Read(folder, "synonyms.csv", new ImportReport(), "kind", "words");
        return new(rows.Where(r => r["kind"] == "synonym").Select(r => r["words"].Split('=')), rows.Where(r => r["kind"] == "filler").Select(r => r["words"]));
    }

    private static readonly string[] Kinds =
    [
        "", "（变更）", "（延续）", "（注销）", "（补发）", "（换发）", "（新设分支机构）", "（简易程序）", "（跨区域）", "（临时）", "（一般程序）", "（委托办理）", "（备案）", "（复核）", "（年度检查）",
        "（迁入）", "（迁出）", "（合并）", "（分立）", "（转让）", "（抽查）", "（公示）", "（更正）",
    ];

    private static List<RegionCode> Regions(JsonElement item)
    {
        var levels = item.GetProperty("exercise_levels").EnumerateArray().Select(l => l.GetString()).ToList();
        var regions = new List<RegionCode>();
        if (levels.Contains("市级", StringComparer.Ordinal)) regions.Add(City);
        if (levels.Exists(l => l != "市级")) regions.AddRange(Counties.Select(c => RegionCode.Parse(c, null)));
        return regions;
    }

    private static IEnumerable<IndexedItem> Of(JsonElement item, string variant, List<RegionCode> regions)
    {
        var applicants = Texts(item, "service_objects");
        var themes = item.TryGetProperty("themes", out var t) && t.ValueKind is JsonValueKind.Object ? t : default;
        var online = item.TryGetProperty("online", out var o) && o.ValueKind is JsonValueKind.Object ? o : default;
        for (var i = 0; i < regions.Count; i++)
        {
            var card = new ItemCard
            {
                Code = ItemCode.Parse(item.GetProperty("id").GetString()!, null), Region = regions[i], Version = 1, Name = item.GetProperty("name").GetString() + variant,
                Category = item.GetProperty("category").GetString()!, Department = item.GetProperty("department_now").GetString()!, DepartmentName = $"{regions[i].ShortForm} {item.GetProperty("department_now").GetString()}",
                OnApplication = item.TryGetProperty("scope", out var scope) && scope.ValueKind is JsonValueKind.String,
                Online = online.ValueKind is JsonValueKind.Object && online.TryGetProperty("apply_online", out var apply) && apply.GetBoolean(),
                OnlineDepth = online.ValueKind is JsonValueKind.Object && online.TryGetProperty("depth_name", out var depth) ? depth.GetString() ?? "" : "",
                Visits = item.TryGetProperty("visits", out var visits) && visits.ValueKind is JsonValueKind.Number ? visits.GetInt32() : null,
                PromisedDays = item.GetProperty("limits").GetProperty("promised_days").GetInt32(), Popularity = (int)item.GetProperty("volume_weight").GetDouble(), SampleLimit = true, SampleOnline = true,
            };
            yield return new(card, i == 0, i == 0 ? regions : [], item.GetProperty("result").GetProperty("name").GetString() ?? "",
                themes.ValueKind is JsonValueKind.Object ? Texts(themes, "personal") : [], themes.ValueKind is JsonValueKind.Object ? Texts(themes, "corporate") : [],
                applicants.Exists(a => a is "自然人" or "个体工商户"), applicants.Exists(a => a is not "自然人"), []);
        }
    }

    private static List<string> Texts(JsonElement element, string name) => element.TryGetProperty(name, out var list) && list.ValueKind is JsonValueKind.Array ? [.. list.EnumerateArray().Select(l => l.GetString()!)] : [];
}
