using Yiwang.Catalogue.Search;

namespace Yiwang.Catalogue.Lists;

/// <summary>Searches lists that are in memory: a row is found by having every word somewhere.</summary>
/// <param name="Id">A row's number, by which they are ordered.</param>
/// <param name="Groups">What a row is grouped by.</param>
/// <param name="Department">The city's department of a row; empty when none.</param>
/// <param name="Text">All words of a row.</param>
internal sealed record SearchRows<T>(Func<T, string> Id, Func<T, IEnumerable<string>> Groups, Func<T, string> Department, Func<T, string> Text)
{
    /// <summary>A page of the rows that fit, which are made entries only then.</summary>
    internal async ValueTask<FoundEntries> Find(IReadOnlyList<T> all, ListQuery query, string? after, int size, Func<T, ValueTask<IListEntry>> entry)
    {
        var words = Words.Fold(query.Text, Words.QueryMaxLength).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        // How something is handled is asked of items alone.
        IReadOnlyList<T> rows = query.Trait is not null ? [] : words.Length == 0 ? all : [.. all.Where(r => Words.Fold(Text(r)) is var text && words.All(w => text.Contains(w, StringComparison.Ordinal)))];
        bool InGroup(T r) => query.Group is null or "" || Groups(r).Contains(query.Group, StringComparer.Ordinal);
        bool InDepartment(T r) => query.Department is null or "" || Department(r) == query.Department;
        var found = rows.Where(r => InGroup(r) && InDepartment(r)).ToList();
        var page = found.Where(r => after is null || string.CompareOrdinal(Id(r), after) > 0).Take(size + 1).ToList();
        var entries = new List<IListEntry>();
        foreach (var row in page.Take(size)) entries.Add(await entry(row));
        return new(entries, page.Count > size ? Cursor.Write(new(0, 0, Id(page[size - 1]), "")) : null, found.Count,
            FacetValue.Counted(rows.Where(InDepartment).SelectMany(Groups)), FacetValue.Counted(rows.Where(InGroup).Select(Department)), []);
    }
}
