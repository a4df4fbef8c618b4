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
    IReadOnlyList<string> CorporateThemes, bool ForPersons, bool ForCompanies, IReadOnlyList<string> Words)
{
    /// <summary>Who may apply (服务对象).</summary>
    internal IReadOnlyList<string> Applicants { get; init; } = [];

    /// <summary>The main item (主项) of which it is a part; none for a main item.</summary>
    internal ItemCode? Main { get; init; }

    /// <summary>Whether one can hand it in at a window.</summary>
    internal bool Window { get; init; }
}
