using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Catalogue.Search;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Lists;

/// <summary>Reads the lists: powers and services from the index, the others from the rows that were imported.</summary>
internal sealed class ReadLists(IServiceScopeFactory scopes, ICatalogue catalogue, IDirectory directory) : IPublishedLists
{
    private const int Batch = 100;

    public bool Has(PublishedList list, RegionCode region) => list is PublishedList.Powers or PublishedList.Services || region.Level is RegionLevel.City;

    public async ValueTask<ListEdition> Whole(PublishedList list, RegionCode region, CancellationToken stop)
    {
        if (!Has(list, region)) return new([], null, "");
        var entries = await Rows(list, region, stop);
        await using var scope = scopes.CreateAsyncScope();
        return new(entries, await ChangedAt(scope.ServiceProvider.GetRequiredService<YiwangDb>(), list, stop), MarkOf(entries));
    }

    public async ValueTask<IReadOnlyList<IListEntry>> Rows(PublishedList list, RegionCode region, CancellationToken stop)
    {
        if (!Has(list, region)) return [];
        List<IListEntry> entries = [];
        if (list is PublishedList.Powers or PublishedList.Services)
        {
            await foreach (var card in Cards(new(Region: region, Category: list is PublishedList.Services ? ItemEntry.Service : null), stop))
            {
                if (card.Category == ItemEntry.Service != (list is PublishedList.Services) || await catalogue.Current(card.Code, stop) is not { } item) continue;
                var sample = list is PublishedList.Powers ? item.LegalBasis.Count == 0 || item.LegalBasis.Any(b => !b.Verified) || item.IsSample("legal_basis") : card.SampleLimit || card.SampleOnline;
                entries.Add(new ItemEntry(card, item, [.. item.PersonalThemes.Concat(item.CorporateThemes).Distinct(StringComparer.Ordinal)], sample));
            }
        }
        else
        {
            var file = list switch { PublishedList.Duties => "duty_list", PublishedList.Investments => "negative_list", _ => "special_funds" };
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
            foreach (var row in await db.Set<ListRow>().AsNoTracking().Where(r => r.List == file).ToListAsync(stop)) entries.Add(await Typed(list, row, stop));
        }
        entries.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return entries;
    }

    public async ValueTask<Outcome<FoundEntries>> Find(ListEdition edition, ListQuery query, RegionCode region, string? cursor, int size, CancellationToken stop)
    {
        var after = Cursor.Read(cursor);
        if (!after.IsDone) return after.Refusal;
        var entries = await WithText(edition.Entries, query.Text, region, stop);
        bool InGroup(IListEntry e) => query.Group is null or "" || e.Groups.Contains(query.Group, StringComparer.Ordinal);
        bool InDepartment(IListEntry e) => query.Department is null or "" || e.Department == query.Department;
        bool Handled(IListEntry e) => query.Trait is not { } trait || (e is ItemEntry item && item.Has(trait));
        var found = entries.Where(e => InGroup(e) && InDepartment(e) && Handled(e)).ToList();
        var page = found.Where(e => after.Value is not { } key || string.CompareOrdinal(e.Id, key.Code) > 0).Take(size + 1).ToList();
        var next = page.Count > size ? Cursor.Write(new(0, 0, page[size - 1].Id, "")) : null;
        return new FoundEntries([.. page.Take(size)], next, found.Count,
            Counted(entries.Where(e => InDepartment(e) && Handled(e)).SelectMany(e => e.Groups)),
            Counted(entries.Where(e => InGroup(e) && Handled(e)).Select(e => e.Department).Where(d => d.Length > 0)),
            [.. Enum.GetValues<ItemTrait>().Select(t => (t, entries.OfType<ItemEntry>().Count(e => InGroup(e) && InDepartment(e) && e.Has(t)))).Where(t => t.Item2 > 0)]);
    }

    private static List<FacetValue> Counted(IEnumerable<string> values) =>
        [.. values.GroupBy(v => v, StringComparer.Ordinal).Select(g => new FacetValue(g.Key, g.Count())).OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal)];

    /// <summary>Items are found as everywhere on the portal; rows of the other lists by having every word somewhere.</summary>
    private async Task<IReadOnlyList<IListEntry>> WithText(IReadOnlyList<IListEntry> entries, string? text, RegionCode region, CancellationToken stop)
    {
        var folded = Words.Fold(text, Words.QueryMaxLength);
        if (folded.Length == 0 || entries.Count == 0) return entries;
        if (entries[0] is ItemEntry)
        {
            var codes = new HashSet<string>(StringComparer.Ordinal);
            await foreach (var card in Cards(new(text, region), stop)) codes.Add(card.Code.Value);
            return [.. entries.Where(e => codes.Contains(e.Id))];
        }
        var words = folded.Split(' ');
        return [.. entries.Where(e => Words.Fold(TextOf(e)) is var all && words.All(w => all.Contains(w, StringComparison.Ordinal)))];
    }

    private static string TextOf(IListEntry entry) => entry switch
    {
        DutyEntry d => $"{d.Id} {d.Title} {d.DepartmentName} {d.Part} {d.Description} {string.Join(' ', d.Related)} {d.LegalBasis}",
        InvestmentEntry i => $"{i.Id} {i.Title} {i.Sector} {i.Scope} {i.Management} {i.Authority} {i.Source}",
        FundEntry f => $"{f.Id} {f.Title} {f.DepartmentName} {f.Scope} {f.Method} {f.Beneficiaries} {f.Way}",
        _ => $"{entry.Id} {entry.Title}",
    };

    private async IAsyncEnumerable<ItemCard> Cards(ItemQuery query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        string? cursor = null;
        do
        {
            var found = (await catalogue.Find(query, cursor, Batch, stop)).Value;
            foreach (var card in found.Items) yield return card;
            cursor = found.Next;
        }
        while (cursor is not null);
    }

    private async Task<IListEntry> Typed(PublishedList list, ListRow row, CancellationToken stop)
    {
        var fields = JsonSerializer.Deserialize<Dictionary<string, string>>(row.Fields, Journal.Json)!;
        string Of(string column) => fields.GetValueOrDefault(column, "");
        switch (list)
        {
            case PublishedList.Duties:
                var related = new List<string>();
                foreach (var code in Of("related_departments").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) related.Add(await NameOf(code, stop));
                return new DutyEntry(row.Id, row.Title, row.Department, await NameOf(row.Department, stop), row.Sample, Of("part"), Of("description"), related, Of("legal_basis"));
            case PublishedList.Investments:
                return new InvestmentEntry(row.Id, row.Title, row.Sample, Of("sector"), Of("scope"), Of("management"), Of("authority"), Of("source_document"), Of("zhejiang_note"));
            default:
                return new FundEntry(row.Id, row.Title, row.Department, await NameOf(row.Department, stop), row.Sample, await NameOf(Of("finance_department"), stop), Of("support_scope"), Of("allocation_method"),
                    Listed(Of("beneficiaries")), Of("application_window"), Listed(Of("support_way")), Of("policy_document"), Listed(Of("disclosure_elements")));
        }
    }

    private static string Listed(string text) => text.Replace(',', '、').Replace(';', '、');

    private async Task<string> NameOf(string department, CancellationToken stop) =>
        department.Length == 0 ? "" : (await directory.Department(department, stop))?.ShortName ?? department;

    private static async Task<DateTimeOffset?> ChangedAt(YiwangDb db, PublishedList list, CancellationToken stop)
    {
        if (list is PublishedList.Powers or PublishedList.Services)
        {
            var items = db.Set<ItemVersion>().AsNoTracking().Where(i => i.Category == ItemEntry.Service == (list == PublishedList.Services));
            var published = await items.OrderByDescending(i => i.PublishedAt).Select(i => (DateTimeOffset?)i.PublishedAt).FirstOrDefaultAsync(stop);
            var ended = await items.Where(i => i.EndedAt != null).OrderByDescending(i => i.EndedAt).Select(i => i.EndedAt).FirstOrDefaultAsync(stop);
            return published > ended || ended is null ? published : ended;
        }
        var kind = FactAttribute.KindOf<CatalogueImported>();
        return await db.Set<JournalEntry>().AsNoTracking().Where(e => e.Kind == kind).OrderByDescending(e => e.Position).Select(e => (DateTimeOffset?)e.At).FirstOrDefaultAsync(stop);
    }

    private static string MarkOf(IEnumerable<IListEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in entries) hash.AppendData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, entry.GetType(), Journal.Json) + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
