using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Catalogue.Reductions;
using Yiwang.Catalogue.Search;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Lists;

/// <summary>The list of materials that are asked for less (材料精简): of a region, what all spare of the items that it carries out, and what it spares by itself.</summary>
internal sealed class ReadReductions(IServiceScopeFactory scopes, IDirectory directory, CatalogueShelf shelf) : IListSource
{
    private const int MostWords = 8;

    public bool Gives(PublishedList list) => list is PublishedList.Reductions;

    public ValueTask<bool> Has(PublishedList list, RegionCode region, CancellationToken stop) => new(true);

    // A reduction leads to its item.
    public ValueTask<IListEntry?> Row(ListEdition edition, string id, CancellationToken stop) => new((IListEntry?)null);

    public async ValueTask<ListEdition> Edition(PublishedList list, RegionCode region, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var count = await Of(db, region).CountAsync(stop);
        // Over all, for what ended is in no list any more and changes it all the same.
        var since = await db.Set<MaterialReduction>().MaxAsync(r => (DateTimeOffset?)r.Since, stop);
        var ended = await db.Set<MaterialReduction>().MaxAsync(r => r.EndedAt, stop);
        var at = since > ended || ended is null ? since : ended;
        var all = await db.Set<MaterialReduction>().CountAsync(stop);
        var mark = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{region.Value}|{count}|{all}|{at?.UtcTicks}")));
        return new(list, region, count, at, Convert.ToHexStringLower(mark)[..12]);
    }

    public async IAsyncEnumerable<IListEntry> Rows(ListEdition edition, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var licences = await Licences(db, stop);
        for (var after = ""; ;)
        {
            var last = after;
            var part = await Of(db, edition.Region).Where(r => r.Id.CompareTo(last) > 0).OrderBy(r => r.Id).Take(ReadItems.Batch).ToListAsync(stop);
            foreach (var row in part) yield return await Entry(row, licences, stop);
            if (part.Count < ReadItems.Batch) yield break;
            after = part[^1].Id;
        }
    }

    public async ValueTask<FoundEntries> Find(ListEdition edition, ListQuery query, string? after, int size, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var rows = Of(db, edition.Region);
        var typed = query.Text is { Length: > Words.QueryMaxLength } much ? much[..Words.QueryMaxLength] : query.Text ?? "";
        foreach (var word in typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            var code = word.ToUpperInvariant();
            rows = rows.Where(r => r.ItemName.Contains(word) || r.Material.Contains(word) || r.Id.Contains(code) || r.Reason.Contains(word));
        }
        if (query.Trait is not null) rows = rows.Where(_ => false);
        var kind = ReductionEntry.Kinds.Where(k => k.Value == query.Group).Select(k => (ReductionKind?)k.Key).FirstOrDefault();
        var none = query.Group is { Length: > 0 } && kind is null;
        IQueryable<MaterialReduction> InGroup(IQueryable<MaterialReduction> of) => none ? of.Where(_ => false) : kind is { } one ? of.Where(r => r.Kind == one) : of;
        IQueryable<MaterialReduction> InDepartment(IQueryable<MaterialReduction> of) => query.Department is { Length: > 0 } one ? of.Where(r => r.Department == one) : of;
        var found = InDepartment(InGroup(rows));
        var page = after is { } last ? found.Where(r => r.Id.CompareTo(last) > 0) : found;
        var shown = await page.OrderBy(r => r.Id).Take(size + 1).ToListAsync(stop);
        var groups = await InDepartment(rows).GroupBy(r => r.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        var departments = await InGroup(rows).GroupBy(r => r.Department).Select(g => new FacetValue(g.Key, g.Count())).ToListAsync(stop);
        var licences = await Licences(db, stop);
        var entries = new List<IListEntry>();
        foreach (var row in shown.Take(size)) entries.Add(await Entry(row, licences, stop));
        return new(entries, shown.Count > size ? Cursor.Write(new(0, 0, shown[size - 1].Id, "")) : null, await found.CountAsync(stop),
            FacetValue.Ordered(groups.Select(g => new FacetValue(ReductionEntry.Kinds[g.Key], g.Count))), FacetValue.Ordered(departments), []);
    }

    /// <summary>What one item asks for less, in a region or, without one, everywhere.</summary>
    internal async Task<IReadOnlyList<ReductionEntry>> Of(ItemCode code, RegionCode region, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var rows = await db.Set<MaterialReduction>().AsNoTracking().Where(r => r.Code == code && r.EndedAt == null && (r.Region == default || r.Region == region)).OrderBy(r => r.Id).ToListAsync(stop);
        if (rows.Count == 0) return [];
        var licences = await Licences(db, stop);
        var entries = new List<ReductionEntry>();
        foreach (var row in rows) entries.Add(await Entry(row, licences, stop));
        return entries;
    }

    private static IQueryable<MaterialReduction> Of(YiwangDb db, RegionCode region)
    {
        var open = db.Set<MaterialReduction>().AsNoTracking().Where(r => r.EndedAt == null);
        var own = db.Set<ImplementingItem>().Where(i => i.Region == region && i.EndedAt == null);
        return region.Level is RegionLevel.City
            ? open.Where(r => r.Region == default || (r.Region == region && own.Any(i => i.Code == r.Code)))
            : open.Where(r => (r.Region == default || r.Region == region) && own.Any(i => i.Code == r.Code));
    }

    private static async Task<Dictionary<string, string>> Licences(YiwangDb db, CancellationToken stop) =>
        await db.Set<ListRow>().AsNoTracking().Where(r => r.List == ListRow.Licences).ToDictionaryAsync(r => r.Id, r => r.Title, StringComparer.Ordinal, stop);

    private async Task<ReductionEntry> Entry(MaterialReduction row, Dictionary<string, string> licences, CancellationToken stop)
    {
        var item = await shelf.Current(row.Code, stop);
        return new(row.Id, row.ItemName, row.Code, row.Department, (await directory.Department(row.Department, stop))?.ShortName ?? row.Department, row.Material, row.Kind,
            row.Licence is { } licence ? licences.GetValueOrDefault(licence, licence) : "", row.Region.Value.Length > 0 ? (await directory.Region(row.Region, stop))?.Name ?? "" : "",
            row.Since, row.Reason, item?.IsSample("materials") is true);
    }
}
