using System.Text.Json.Nodes;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Forms;

/// <summary>Questions to the forms room.</summary>
public interface IForms
{
    /// <summary>The current form of an item; every item that can be applied for has one, if only an empty one.</summary>
    ValueTask<FormDefinition> Of(ItemCode item, CancellationToken stop);

    /// <summary>A certain version of an item's form.</summary>
    ValueTask<FormDefinition> Of(ItemCode item, int version, CancellationToken stop);

    /// <summary>Checks values against a form, or one section of it.</summary>
    CheckedForm Check(FormDefinition form, JsonObject values, int? section = null);

    /// <summary>What is wrong with a definition itself: nothing, for one that can be filled in.</summary>
    IReadOnlyList<FieldProblem> ProblemsOf(FormDefinition form);
}
