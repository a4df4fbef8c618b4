using Yiwang.Forms;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Acceptance.Bundles;

/// <summary>
/// 一件事联办: several items that are one thing for the person, applied for once under one number. Each item keeps its own law, limits and
/// result (国发〔2024〕3号, 高效办成一件事).
/// </summary>
/// <param name="Code">Its code, such as <c>YJS-001</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="About">What it is, in a sentence or two.</param>
/// <param name="Icon">The icon of its card.</param>
/// <param name="ForPersons">Whether people apply for it.</param>
/// <param name="ForCompanies">Whether companies do.</param>
/// <param name="ForBusiness">Whether it is a matter of business, such as founding a company, though people apply for it.</param>
/// <param name="Lead">The municipal department that leads (牵头部门).</param>
/// <param name="Sections">What is asked of everybody, before what the items ask in addition.</param>
/// <param name="Steps">Its items in the order in which the page shows them.</param>
/// <param name="Basis">Where it is laid down, as the page cites it.</param>
public sealed record Bundle(
    string Code, string Name, string About, string Icon, bool ForPersons, bool ForCompanies, string Lead, IReadOnlyList<FormSection> Sections, IReadOnlyList<BundleStep> Steps, string Basis, bool ForBusiness = false)
{
    internal const int CodeMaxLength = 16;

    /// <summary>The step with this key.</summary>
    public BundleStep? Step(string key) => Steps.FirstOrDefault(s => s.Key == key);
}

/// <summary>An item as part of a bundle (联办事项).</summary>
/// <param name="Key">Its name inside the bundle.</param>
/// <param name="Item">The item.</param>
/// <param name="Title">What it is called there.</param>
/// <param name="When">Under which answers it is done, in the notation of the forms; null for always.</param>
/// <param name="After">The steps whose grant it waits for.</param>
/// <param name="Fields">Where the fields of the item's form come from, in the notation of <see cref="FieldOrigin"/>; what is not named is asked for in addition.</param>
/// <param name="Materials">Materials that are the result of another step, by name; one that bears the very name of a result needs no mention.</param>
/// <param name="Route">The field of the bundle whose region says which department decides (归口): household, place of business or of the property; null for the region that was applied in.</param>
public sealed record BundleStep(
    string Key, ItemCode Item, string Title, string? When, IReadOnlyList<string> After, IReadOnlyDictionary<string, string> Fields, IReadOnlyDictionary<string, string> Materials, string? Route);
