using Yiwang.Forms;

namespace Yiwang.Acceptance.Bundles;

/// <summary>The one form of a bundle (合并表单), and where each field of each item's form is found in it.</summary>
/// <param name="Form">The form that is filled in.</param>
/// <param name="Sources">For each step, where the fields of its item's form come from.</param>
internal sealed record MergedForm(FormDefinition Form, IReadOnlyDictionary<string, IReadOnlyDictionary<string, FieldOrigin>> Sources);
