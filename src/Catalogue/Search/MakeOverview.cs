using Yiwang.Catalogue.Lists;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Search;

/// <summary>Counts the items of a region.</summary>
internal static class MakeOverview
{
    internal static CatalogueOverview Of(RegionCode region, RegionItems items)
    {
        var applied = items.Rows.Where(r => r.OnApplication).ToList();
        return new(region, Counts(items.Rows), applied.Exists(r => r.Is(ItemDocument.SampleOnline)),
            [.. items.Rows.GroupBy(r => r.Category).Select(g => Category(items, items.Value(g.Key), [.. g])).OrderByDescending(c => c.Counts.Items).ThenBy(c => c.Category, StringComparer.Ordinal)],
            Audience(items, [.. applied.Where(r => r.Is(ItemDocument.ForPersons))], r => r.Segment.PersonalThemes[r.Doc]),
            Audience(items, [.. applied.Where(r => r.Is(ItemDocument.ForCompanies))], r => r.Segment.CorporateThemes[r.Doc]));
    }

    private static CategoryOverview Category(RegionItems items, string category, List<ItemRow> rows)
    {
        var applied = rows.Where(r => r.OnApplication).ToList();
        return new(category, Counts(rows), items.Counted(applied.Select(r => r.Department)),
            items.Counted(applied.Where(r => r.Is(ItemDocument.ForPersons)).SelectMany(r => r.Segment.PersonalThemes[r.Doc])),
            items.Counted(applied.Where(r => r.Is(ItemDocument.ForCompanies)).SelectMany(r => r.Segment.CorporateThemes[r.Doc])));
    }

    private static AudienceOverview Audience(RegionItems items, List<ItemRow> rows, Func<ItemRow, int[]> themes) =>
        new(items.Counted(rows.SelectMany(themes)), items.Counted(rows.Select(r => r.Department)), items.Counted(rows.SelectMany(r => r.Segment.Applicants[r.Doc])));

    private static ItemCounts Counts(IReadOnlyCollection<ItemRow> rows) => new(
        rows.Count, rows.Count(r => r.OnApplication), rows.Count(r => r.Has(ItemTrait.Window)), rows.Count(r => r.Has(ItemTrait.Online)), rows.Count(r => r.Has(ItemTrait.NoVisit)), rows.Count(r => r.Has(ItemTrait.OneVisit)));
}
