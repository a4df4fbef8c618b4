using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue;

/// <summary>What somebody looks for in the catalogue.</summary>
/// <param name="Text">Words as people type them; empty for all items.</param>
/// <param name="Region">Exactly this region's items; none for each base item once.</param>
/// <param name="Theme">Only items of this theme.</param>
/// <param name="Category">Only items of this category.</param>
/// <param name="Department">Only items of this city department.</param>
/// <param name="Audience"><c>person</c> or <c>company</c>.</param>
/// <param name="OnlineDepth">Only items of this online depth.</param>
/// <param name="OnApplication">Only items that one applies for.</param>
/// <param name="MaxVisits">At most so many visits.</param>
/// <param name="Applicant">Only items for this kind of applicant (服务对象), such as 个体工商户.</param>
public sealed record ItemQuery(
    string? Text = null, RegionCode Region = default, string? Theme = null, string? Category = null, string? Department = null,
    string? Audience = null, string? OnlineDepth = null, bool OnApplication = false, int? MaxVisits = null, string? Applicant = null)
{
    /// <summary>The audience of natural persons (自然人).</summary>
    public const string Person = "person";

    /// <summary>The audience of companies and other bodies (法人).</summary>
    public const string Company = "company";
}
