using System.Text.Json.Nodes;
using Yiwang.Acceptance.Submit;
using Yiwang.Catalogue;
using Yiwang.Directory;
using Yiwang.Forms;

namespace Yiwang.Acceptance.Bundles;

/// <summary>A step as it is offered in a region.</summary>
internal sealed record OfferedStep(BundleStep Step, ItemOffer Offer, FormDefinition Form, IReadOnlyList<MaterialNeed> Needs);

/// <summary>A bundle as it can be applied for in a region.</summary>
/// <param name="Bundle">The bundle.</param>
/// <param name="Region">The region.</param>
/// <param name="Steps">Its items there.</param>
/// <param name="Merged">The one form.</param>
/// <param name="Edition">Changes whenever the bundle, an item or a form does: by it a draft learns that it is out of date.</param>
internal sealed record BundleOffer(Bundle Bundle, Region Region, IReadOnlyList<OfferedStep> Steps, MergedForm Merged, int Edition)
{
    /// <summary>The steps that answers ask for.</summary>
    internal IReadOnlyList<OfferedStep> Chosen(JsonObject answers) => [.. Steps.Where(s => FormConditions.Holds(s.Step.When, answers))];

    /// <summary>Of these steps, those whose grant a step waits for: what is not chosen is not waited for.</summary>
    internal static IEnumerable<OfferedStep> Awaited(OfferedStep step, IReadOnlyList<OfferedStep> chosen) => chosen.Where(s => step.Step.After.Contains(s.Step.Key, StringComparer.Ordinal));

    /// <summary>The step whose result is a material of another one; null when the applicant hands it in.</summary>
    internal static OfferedStep? ResultThatIs(MaterialNeed need, OfferedStep step, IReadOnlyList<OfferedStep> chosen) =>
        chosen.FirstOrDefault(s => step.Step.Materials.TryGetValue(need.Name, out var from) ? from == s.Step.Key : s != step && s.Offer.Item.ResultName == need.Name && step.Step.After.Contains(s.Step.Key, StringComparer.Ordinal));

    /// <summary>What is to be handed in for these steps: each paper once, and none that another step brings forth (一套材料).</summary>
    internal IReadOnlyList<MaterialNeed> Needs(IReadOnlyList<OfferedStep> chosen)
    {
        var needs = new Dictionary<string, MaterialNeed>(StringComparer.Ordinal);
        foreach (var step in chosen)
        {
            foreach (var need in step.Needs.Where(n => ResultThatIs(n, step, chosen) is null && (n.Required || !MaterialCheck.IsForm(n.Name))))
            {
                var known = needs.GetValueOrDefault(need.Name);
                needs[need.Name] = new(Code(need.Name), need.Name, need.Required || known?.Required is true, need.Form, need.Source, need.MayFollow && known?.MayFollow is not false, need.MayCommit && known?.MayCommit is not false, need.Basis, need.Notes);
            }
        }
        return [.. needs.Values];
    }

    /// <summary>A material's code in the bundle: the same whichever steps are chosen.</summary>
    private string Code(string name)
    {
        var first = Steps.First(s => s.Needs.Any(n => n.Name == name));
        return $"{first.Step.Key}-{first.Needs.First(n => n.Name == name).Code}";
    }
}
