using System.Text.Json.Nodes;

namespace DepartmentSystems.OwnForms;

/// <summary>The department's own form of an item, as forms/*.json writes it.</summary>
public sealed record OwnForm(string Item, string Name, FormLicence? Licence, IReadOnlyList<OwnSection> Sections)
{
    /// <summary>What is wrong with the values by the department's own rules: what must be there, and what must be agreed to.</summary>
    public IReadOnlyList<string> Problems(JsonObject values)
    {
        var problems = new List<string>();
        foreach (var field in Sections.SelectMany(s => s.Fields).Where(f => f.Required))
        {
            var value = values[field.Name];
            if (IsEmpty(value)) problems.Add($"{field.Label}未填写");
            else if (field.Kind is OwnField.Agreed && value!.ToString() is not "1") problems.Add($"{field.Label}未同意");
        }
        return problems;
    }

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray many => many.Count == 0,
        JsonObject parts => parts.All(p => IsEmpty(p.Value)),
        _ => string.IsNullOrWhiteSpace(value.ToString()),
    };
}

/// <summary>The licence that an item issues: its name, how it is numbered, and for how many months it is valid (null: without end).</summary>
public sealed record FormLicence(string Name, string Number, int? ValidMonths = null);

/// <summary>A part of a form.</summary>
public sealed record OwnSection(string Title, IReadOnlyList<OwnField> Fields);

/// <summary>A field with the name that the wire has, its label, and what its codes mean.</summary>
public sealed record OwnField(string Name, string Label, string Kind = OwnField.Text, bool Required = false, IReadOnlyDictionary<string, string>? Codes = null)
{
    /// <summary>Whatever it says.</summary>
    public const string Text = "text";

    /// <summary>A number that is shown only in part.</summary>
    public const string IdNumber = "idno";

    /// <summary>A telephone number, shown only in part.</summary>
    public const string Mobile = "mobile";

    /// <summary>Must be 1.</summary>
    public const string Agreed = "agreed";
}
