using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Forms;

/// <summary>The definitions in memory: versions never change, and which one is current is asked again every half minute.</summary>
internal sealed class FormCabinet(IServiceScopeFactory scopes, TimeProvider clock) : IForms
{
    private readonly ConcurrentDictionary<(ItemCode, int), FormDefinition> _versions = new();
    private readonly Remembered<Dictionary<ItemCode, int>> _latest = new(scopes, clock, TimeSpan.FromSeconds(30), ReadLatest);

    /// <summary>Forgets which versions are current, after an import.</summary>
    internal void Forget() => _latest.Forget();

    public async ValueTask<FormDefinition> Of(ItemCode item, CancellationToken stop)
    {
        var latest = await _latest.Get(stop);
        return await Of(item, latest.GetValueOrDefault(item), stop);
    }

    public async ValueTask<FormDefinition> Of(ItemCode item, int version, CancellationToken stop)
    {
        if (version == 0) return new(item, 0, "申请表", [], [], false);
        if (_versions.TryGetValue((item, version), out var known)) return known;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<YiwangDb>();
        var stored = await db.Set<StoredForm>().AsNoTracking().SingleAsync(f => f.Item == item && f.Version == version, stop);
        return _versions[(item, version)] = stored.Read();
    }

    public CheckedForm Check(FormDefinition form, JsonObject values, int? section = null) =>
        new FormCheck(form, values, WorkCalendar.TodayInNingbo(clock)).Run(section);

    public IReadOnlyList<FieldProblem> ProblemsOf(FormDefinition form) => DefinitionCheck.Problems(form);

    private static async Task<Dictionary<ItemCode, int>> ReadLatest(YiwangDb db, CancellationToken stop) =>
        await db.Set<StoredForm>().AsNoTracking().GroupBy(f => f.Item).Select(g => new { Item = g.Key, Version = g.Max(f => f.Version) }).ToDictionaryAsync(f => f.Item, f => f.Version, stop);
}
