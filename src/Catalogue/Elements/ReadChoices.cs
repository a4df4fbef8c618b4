using Microsoft.EntityFrameworkCore;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Elements;

/// <summary>A value that can be chosen.</summary>
/// <param name="Value">The value.</param>
/// <param name="Text">How it is called.</param>
public sealed record ElementChoice(string Value, string Text);

/// <summary>Reads what can be chosen for an element.</summary>
internal sealed class ReadChoices(YiwangDb db, IDirectory directory)
{
    private readonly Dictionary<string, IReadOnlyList<ElementChoice>> _read = new(StringComparer.Ordinal);

    /// <summary>The choices; with the item whose materials are chosen from, where that is asked.</summary>
    internal async ValueTask<IReadOnlyList<ElementChoice>> Of(ChoiceSource source, ServiceItem? item, CancellationToken stop)
    {
        if (source.List is not { } list) return [.. source.Words.Select(w => new ElementChoice(w, w))];
        if (list == ChoiceSource.MaterialList) return [.. (item?.Materials ?? []).Select(m => new ElementChoice(m.Name, m.Name))];
        if (_read.TryGetValue(list, out var known)) return known;
        return _read[list] = list switch
        {
            ChoiceSource.DepartmentList => [.. (await directory.DepartmentsOf(RegionCode.Ningbo, stop)).Select(d => new ElementChoice(d.Code, d.Name))],
            ChoiceSource.LicenceList => [.. (await db.Set<ListRow>().AsNoTracking().Where(r => r.List == ListRow.Licences).OrderBy(r => r.Id).ToListAsync(stop)).Select(r => new ElementChoice(r.Id, r.Title))],
            _ => await Themes(list == ChoiceSource.PersonalThemeList ? ThemeRow.Personal : ThemeRow.Corporate, stop),
        };
    }

    private async Task<IReadOnlyList<ElementChoice>> Themes(string audience, CancellationToken stop) =>
        [.. (await db.Set<ThemeRow>().AsNoTracking().Where(t => t.Audience == audience).OrderBy(t => t.Order).ToListAsync(stop)).Select(t => new ElementChoice(t.Name, t.Name))];
}
