using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue;

/// <summary>A value by which a list can be narrowed, and how many items it would leave.</summary>
/// <param name="Value">The value as a query names it: a region's 12 characters, a department's code, <c>person</c> ….</param>
/// <param name="Count">The number of items, as if no other value of the same kind were chosen.</param>
public sealed record FacetValue(string Value, int Count)
{
    /// <summary>How often each value occurs, in the order in which they are listed.</summary>
    internal static IReadOnlyList<FacetValue> Counted(IEnumerable<string> values) => Ordered(values.CountBy(v => v, StringComparer.Ordinal).Select(p => new FacetValue(p.Key, p.Value)));

    /// <summary>Values in the order in which they are listed, without those that are empty.</summary>
    internal static IReadOnlyList<FacetValue> Ordered(IEnumerable<FacetValue> values) =>
        [.. values.Where(v => v.Value.Length > 0).OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal)];
}

/// <summary>What a list can be narrowed by (筛选项), the most frequent value first.</summary>
/// <param name="Regions">Regions whose departments decide the items.</param>
/// <param name="Departments">City departments.</param>
/// <param name="Categories">Categories of power.</param>
/// <param name="Audiences"><c>person</c> and <c>company</c>; an item may be for both.</param>
/// <param name="OnlineDepths">Depths of online handling.</param>
public sealed record ItemFacets(
    IReadOnlyList<FacetValue> Regions, IReadOnlyList<FacetValue> Departments, IReadOnlyList<FacetValue> Categories,
    IReadOnlyList<FacetValue> Audiences, IReadOnlyList<FacetValue> OnlineDepths);

/// <summary>A page of what a search found.</summary>
/// <param name="Items">The items, the best first.</param>
/// <param name="Next">The cursor for the next page; null on the last.</param>
/// <param name="Total">How many items the search finds in all.</param>
/// <param name="Facets">What they can be narrowed by.</param>
/// <param name="DidYouMean">What was probably meant, when the words themselves were not found; null otherwise.</param>
public sealed record FoundItems(IReadOnlyList<ItemCard> Items, string? Next, int Total, ItemFacets Facets, string? DidYouMean);

/// <summary>What may complete a search while it is typed.</summary>
/// <param name="Text">The words to search for.</param>
/// <param name="Item">The item of that name; null when it is a word or a theme.</param>
public sealed record Suggestion(string Text, ItemCode? Item);
