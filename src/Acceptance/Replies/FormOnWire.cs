using System.Text.Json.Nodes;
using Yiwang.Acceptance.Cases;
using Yiwang.Forms;

namespace Yiwang.Acceptance.Replies;

/// <summary>A form in a message to a department: the fields that it is shown, what they are called, and what was prefilled and has been changed.</summary>
internal static class FormOnWire
{
    internal static void Put(JsonObject data, IReadOnlyList<FormField> fields, Submission handed)
    {
        var answers = handed.ReadForm();
        data["form"] = new JsonObject(fields.Where(f => answers[f.Name] is not null).Select(f => KeyValuePair.Create(f.Name, answers[f.Name]?.DeepClone())));
        var disputed = handed.ReadDisputed().ToDictionary(d => d.Field, StringComparer.Ordinal);
        data["formFields"] = new JsonArray([.. fields.Select(f => View(f, disputed.GetValueOrDefault(f.Name)))]);
    }

    private static JsonObject View(FormField field, PrefilledValue? disputed)
    {
        var view = new JsonObject { ["name"] = field.Name, ["label"] = field.Head, ["type"] = field.Type };
        if (field.Type == "table") view["columns"] = new JsonArray([.. field.ReadColumns().Select(c => new JsonObject { ["name"] = c.Name, ["label"] = c.Label, ["type"] = c.Type })]);
        if (disputed is not null) (view["prefilled"], view["prefilledFrom"]) = (disputed.Value.DeepClone(), disputed.From);
        return view;
    }
}
