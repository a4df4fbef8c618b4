using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Search;

/// <summary>An implementing item as it goes into the index.</summary>
/// <param name="Card">What lists show.</param>
/// <param name="Lead">Whether it stands for its base item where no region is chosen.</param>
/// <param name="OfferedIn">On the lead, all regions that decide the base item.</param>
/// <param name="ResultName">The document that comes out of it.</param>
/// <param name="PersonalThemes">Life events under 个人办事.</param>
/// <param name="CorporateThemes">Themes under 法人办事.</param>
/// <param name="ForPersons">Whether persons may apply.</param>
/// <param name="ForCompanies">Whether companies and other bodies may apply.</param>
/// <param name="Words">Further words by which it should be found.</param>
internal sealed record IndexedItem(
    ItemCard Card, bool Lead, IReadOnlyList<RegionCode> OfferedIn, string ResultName, IReadOnlyList<string> PersonalThemes,
    IReadOnlyList<string> CorporateThemes, bool ForPersons, bool ForCompanies, IReadOnlyList<string> Words);

/// <summary>What is looked for.</summary>
/// <param name="Text">Words as people type them; empty for all items.</param>
/// <param name="Region">Exactly this region's items; none for each base item once.</param>
/// <param name="Theme">Only items of this theme.</param>
/// <param name="Category">Only items of this category.</param>
/// <param name="Department">Only items of this city department.</param>
/// <param name="Audience"><c>person</c> or <c>company</c>.</param>
/// <param name="OnlineDepth">Only items of this online depth.</param>
/// <param name="OnApplication">Only items that one applies for.</param>
/// <param name="MaxVisits">At most so many visits.</param>
internal sealed record ItemQuery(
    string? Text = null, RegionCode Region = default, string? Theme = null, string? Category = null, string? Department = null,
    string? Audience = null, string? OnlineDepth = null, bool OnApplication = false, int? MaxVisits = null)
{
    public const string Person = "person";
    public const string Company = "company";
}
