using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue;

/// <summary>How many items there are, and how those that one applies for can be handled.</summary>
/// <param name="Items">All of them.</param>
/// <param name="OnApplication">Those that one applies for.</param>
/// <param name="Window">Of these, those that can be handed in at a window (可在窗口办理).</param>
/// <param name="Online">Those that can be applied for online (可网上申报).</param>
/// <param name="NoVisit">Those that need no visit (一次都不用跑).</param>
/// <param name="OneVisit">Those that need at most one (最多跑一次).</param>
public sealed record ItemCounts(int Items, int OnApplication, int Window, int Online, int NoVisit, int OneVisit);

/// <summary>The items of a category, in numbers.</summary>
/// <param name="Category">The category.</param>
/// <param name="Counts">How many.</param>
/// <param name="Departments">City departments with those of their items that one applies for, the most first.</param>
/// <param name="PersonalThemes">Life events with the items for persons that one applies for, the most first.</param>
/// <param name="CorporateThemes">Themes with the items for companies that one applies for, the most first.</param>
public sealed record CategoryOverview(
    string Category, ItemCounts Counts, IReadOnlyList<FacetValue> Departments, IReadOnlyList<FacetValue> PersonalThemes, IReadOnlyList<FacetValue> CorporateThemes);

/// <summary>What an audience can apply for, in numbers, each the most first.</summary>
/// <param name="Themes">The themes of its board.</param>
/// <param name="Departments">City departments.</param>
/// <param name="Applicants">Kinds of applicants (服务对象).</param>
public sealed record AudienceOverview(IReadOnlyList<FacetValue> Themes, IReadOnlyList<FacetValue> Departments, IReadOnlyList<FacetValue> Applicants);

/// <summary>The items of a region, or all base items, in numbers.</summary>
/// <param name="Region">The region; none for all base items.</param>
/// <param name="Counts">How many.</param>
/// <param name="SampleOnline">Whether the online depth of any that one applies for is data of low confidence (示例).</param>
/// <param name="Categories">The categories, the most items first.</param>
/// <param name="Persons">What persons can apply for.</param>
/// <param name="Companies">What companies and other bodies can apply for.</param>
public sealed record CatalogueOverview(RegionCode Region, ItemCounts Counts, bool SampleOnline, IReadOnlyList<CategoryOverview> Categories, AudienceOverview Persons, AudienceOverview Companies)
{
    /// <summary>The numbers of a category; null when there are no such items.</summary>
    public CategoryOverview? Category(string name) => Categories.FirstOrDefault(c => c.Category == name);

    /// <summary>The numbers of an audience.</summary>
    public AudienceOverview Of(string audience) => audience == ItemQuery.Person ? Persons : Companies;
}
