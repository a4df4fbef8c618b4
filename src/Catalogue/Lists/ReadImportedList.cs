using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Catalogue.Lists;

/// <summary>The lists that are kept as they were imported or published: some hundred rows each.</summary>
internal sealed class ReadImportedList(IServiceScopeFactory scopes, IDirectory directory, ListDates dates) : IListSource
{
    private static readonly SearchRows<IListEntry> Search = new(e => e.Id, e => e.Groups, e => e.Department, TextOf);

    public bool Gives(PublishedList list) => ListLayout.Of(list) is not null;

    public async ValueTask<bool> Has(PublishedList list, RegionCode region, CancellationToken stop) =>
        region.Level is RegionLevel.City || await dates.Of(list, region, stop) is not null;

    public async ValueTask<ListEdition> Edition(PublishedList list, RegionCode region, CancellationToken stop)
    {
        var rows = await All(list, region, stop);
        return new(list, region, rows.Count, await dates.Of(list, region, stop) ?? await dates.Of(list, stop), MarkOf(rows));
    }

    public async IAsyncEnumerable<IListEntry> Rows(ListEdition edition, [EnumeratorCancellation] CancellationToken stop)
    {
        foreach (var entry in await All(edition.List, edition.Region, stop)) yield return entry;
    }

    public async ValueTask<IListEntry?> Row(ListEdition edition, string id, CancellationToken stop) => (await All(edition.List, edition.Region, stop)).FirstOrDefault(e => e.Id == id);

    private async ValueTask<IReadOnlyList<IListEntry>> All(PublishedList list, RegionCode region, CancellationToken stop)
    {
        var file = ListLayout.Of(list)!.File;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var entries = new List<IListEntry>();
        var own = await db.Set<RegionListRow>().AsNoTracking().Where(r => r.Region == region && r.List == file).ToListAsync(stop);
        // The city's lists of the reference data, until it publishes its own.
        var rows = own.Count > 0 || region.Level is not RegionLevel.City ? own.ConvertAll(r => new ListRow(r.List, r.Id, r.Title, r.Department, false, r.Fields))
            : await db.Set<ListRow>().AsNoTracking().Where(r => r.List == file).ToListAsync(stop);
        foreach (var row in rows) entries.Add(await Typed(list, row, region, stop));
        entries.Sort((a, b) => string.CompareOrdinal(a.Id, b.Id));
        return entries;
    }

    public async ValueTask<FoundEntries> Find(ListEdition edition, ListQuery query, string? after, int size, CancellationToken stop) =>
        await Search.Find(await All(edition.List, edition.Region, stop), query, after, size, entry => new(entry));

    private static string MarkOf(IEnumerable<IListEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in entries) hash.AppendData(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(entry, entry.GetType(), Journal.Json) + "\n"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    private static string TextOf(IListEntry entry) => entry switch
    {
        DutyEntry d => $"{d.Id} {d.Title} {d.DepartmentName} {d.Part} {d.Description} {string.Join(' ', d.Related)} {d.LegalBasis}",
        InvestmentEntry i => $"{i.Id} {i.Title} {i.Sector} {i.Scope} {i.Management} {i.Authority} {i.Source}",
        FundEntry f => $"{f.Id} {f.Title} {f.DepartmentName} {f.Scope} {f.Method} {f.Beneficiaries} {f.Way}",
        _ => $"{entry.Id} {entry.Title}",
    };

    private async Task<IListEntry> Typed(PublishedList list, ListRow row, RegionCode region, CancellationToken stop)
    {
        var fields = JsonSerializer.Deserialize<Dictionary<string, string>>(row.Fields, Journal.Json)!;
        string Of(string column) => fields.GetValueOrDefault(column, "");
        switch (list)
        {
            case PublishedList.Duties:
                var related = new List<string>();
                foreach (var code in Of("related_departments").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) related.Add(await NameOf(code, region, stop));
                return new DutyEntry(row.Id, row.Title, row.Department, await NameOf(row.Department, region, stop), row.Sample, Of("part"), Of("description"), related, Of("legal_basis"));
            case PublishedList.Investments:
                return new InvestmentEntry(row.Id, row.Title, row.Sample, Of("sector"), Of("scope"), Of("management"), Of("authority"), Of("source_document"), Of("zhejiang_note"));
            default:
                return new FundEntry(row.Id, row.Title, row.Department, await NameOf(row.Department, region, stop), row.Sample, await NameOf(Of("finance_department"), region, stop), Of("support_scope"), Of("allocation_method"),
                    Listed(Of("beneficiaries")), Of("application_window"), Listed(Of("support_way")), Of("policy_document"), Listed(Of("disclosure_elements")));
        }
    }

    private static string Listed(string text) => text.Replace(',', '、').Replace(';', '、');

    // Lists name kinds of departments; each region reads the name of its own.
    private async Task<string> NameOf(string department, RegionCode region, CancellationToken stop) => department.Length == 0 ? ""
        : (region.Level is RegionLevel.City ? await directory.Department(department, stop) : await directory.Competent(department, region, stop) ?? await directory.Department(department, stop))?.ShortName ?? department;
}
