using Yiwang.Acceptance.Bundles;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.Submit;
using Yiwang.Catalogue;
using Yiwang.Forms;

namespace Yiwang.Acceptance.Drafts;

/// <summary>A draft with what is needed to show it.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Name">What it applies for.</param>
/// <param name="DecidedBy">Who decides, in words.</param>
/// <param name="Promise">What happens after submitting, in words.</param>
/// <param name="Form">Its form.</param>
/// <param name="Needs">The materials that are asked for.</param>
/// <param name="Moved">Whether item or form have changed since it was last opened: what is asked for is still to be looked at.</param>
internal sealed record OpenDraft(Draft Draft, string Name, string DecidedBy, string Promise, FormDefinition Form, IReadOnlyList<MaterialNeed> Needs, bool Moved)
{
    /// <summary>The bundle as it is offered; null for an application for one item.</summary>
    public BundleOffer? Bundle { get; init; }

    /// <summary>The indexes of the sections that there is anything to fill in of, by the answers so far.</summary>
    public IReadOnlyList<int> Sections { get; } = Applicable(Draft, Form);

    /// <summary>Whether all that is required is there, as far as one can see without checking it all.</summary>
    public bool MaterialsComplete => Needs.Where(n => n is { Required: true, MayFollow: false }).All(n => Draft.ReadMaterials().Exists(m => m.Code == n.Code) || Draft.ReadCommitments().Exists(c => c.Code == n.Code));

    public bool FormComplete => Sections.All(Draft.ReadDone().Contains);

    internal static OpenDraft OfItem(Draft draft, ItemOffer offer, FormDefinition form, IReadOnlyList<MaterialNeed> needs, bool moved) => new(
        draft, offer.Item.Name, offer.Department.Name,
        $"提交后由{offer.Department.Name}在 5 个工作日内答复是否受理，受理后承诺 {offer.Item.Limits.PromisedDays} 个工作日{(offer.Item.IsSample("promised_limit") ? "（示例）" : "")}办结。", form, With(draft, needs), moved);

    internal static OpenDraft OfBundle(Draft draft, BundleOffer offer, bool moved)
    {
        var chosen = offer.Chosen(draft.ReadForm());
        var departments = (chosen.Count > 0 ? chosen : offer.Steps).Select(s => s.Offer.Department.Name).Distinct(StringComparer.Ordinal).ToList();
        return new(
            draft, offer.Bundle.Name, string.Join("、", departments),
            $"提交后 {chosen.Count} 项合用一个编号，由 {departments.Count} 个部门分别在 5 个工作日内答复是否受理；要等前面结果的，结果一出来就自动开始，不用您再跑。", offer.Merged.Form, With(draft, offer.Needs(chosen)), moved)
        { Bundle = offer };
    }

    /// <summary>Who comes to a window for somebody else brings a letter of authority.</summary>
    private static IReadOnlyList<MaterialNeed> With(Draft draft, IReadOnlyList<MaterialNeed> needs) => draft.ReadAgent() is { Delegation: null } ? [CaseAgent.Letter, .. needs] : needs;

    private static List<int> Applicable(Draft draft, FormDefinition form)
    {
        var values = draft.ReadForm();
        return [.. Enumerable.Range(0, form.Sections.Count).Where(i => ShownFields.MayBeShown(form.Sections[i], values))];
    }
}
