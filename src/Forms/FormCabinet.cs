using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Forms;

/// <summary>The definitions in memory: versions never change, and which one is current is asked again every half minute.</summary>
internal sealed class FormCabinet(IServiceScopeFactory scopes, TimeProvider clock) : IForms
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<(ItemCode, int), FormDefinition> _versions = new();
    private Contents? _current;

    /// <summary>Forgets which versions are current, after an import.</summary>
    internal void Reread() => Volatile.Write(ref _current, null);

    public async ValueTask<FormDefinition> Of(ItemCode item, CancellationToken stop)
    {
        var known = Volatile.Read(ref _current);
        if (known is null || clock.GetElapsedTime(known.ReadAt) >= Fresh)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
            var rows = await db.Set<StoredForm>().AsNoTracking().Select(f => new { f.Item, f.Version }).ToListAsync(stop);
            known = new(rows.GroupBy(f => f.Item).ToDictionary(g => g.Key, g => g.Max(f => f.Version)), clock.GetTimestamp());
            Volatile.Write(ref _current, known);
        }
        return await Of(item, known.Latest.GetValueOrDefault(item), stop);
    }

    public async ValueTask<FormDefinition> Of(ItemCode item, int version, CancellationToken stop)
    {
        if (version == 0) return new(item, 0, "申请表", [], [], false);
        if (_versions.TryGetValue((item, version), out var known)) return known;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var stored = await db.Set<StoredForm>().AsNoTracking().SingleAsync(f => f.Item == item && f.Version == version, stop);
        return _versions[(item, version)] = JsonSerializer.Deserialize<FormDefinition>(stored.Definition, Journal.Json)!;
    }

    public CheckedForm Check(FormDefinition form, JsonObject values, int? section = null) =>
        new FormCheck(form, values, WorkCalendar.TodayInNingbo(clock)).Run(section);

    private sealed record Contents(Dictionary<ItemCode, int> Latest, long ReadAt);
}
