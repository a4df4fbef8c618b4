using System.Text.Json.Nodes;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Forms;

/// <summary>A checked form: its values in canonical form, and what is wrong.</summary>
/// <param name="Values">The values; fields that are not asked are left out, and calculated ones are worked out anew.</param>
/// <param name="Problems">What is wrong, in the order of the form, with field names such as <c>form.opName</c>.</param>
public sealed record CheckedForm(JsonObject Values, IReadOnlyList<FieldProblem> Problems);

/// <summary>Checks what was filled in against a definition. The browser asks it while somebody types; this is the truth.</summary>
internal sealed class FormCheck(FormDefinition form, JsonObject given, DateOnly today)
{
    private readonly List<FieldProblem> _problems = [];
    private readonly JsonObject _values = [];

    /// <summary>Checks one section, or the whole form when <paramref name="section"/> is null.</summary>
    internal CheckedForm Run(int? section)
    {
        // Earlier sections decide what later ones ask, so their values are there for conditions.
        foreach (var (name, value) in given) _values[name] = value?.DeepClone();
        var fields = section is { } index ? form.Sections[index].Fields : [.. form.Fields()];
        foreach (var field in fields.Where(f => f.Calculate is null)) Check(field);
        // Only when what they are worked out from is checked.
        foreach (var field in fields.Where(f => f.Calculate is not null)) WorkOut(field);
        if (section is null)
        {
            var known = form.Names();
            foreach (var stray in given.Select(g => g.Key).Where(name => !known.Contains(name)))
                _problems.Add(new($"form.{stray}", $"表单中没有“{stray}”这一项"));
        }
        return new(_values, _problems);
    }

    private void Check(FormField field)
    {
        var shown = Condition.Holds(field.ShowWhen, _values);
        var value = given[field.Name];
        if (!shown || field.Type == FieldTypes.File || ReadValue.IsEmpty(value))
        {
            if (field.Type != FieldTypes.File || !shown) _values.Remove(field.Name);
            if (shown && field.Type != FieldTypes.File && IsRequired(field)) Problem(field, field.Type is FieldTypes.Bool or FieldTypes.Region || field.Options.Count > 0 ? $"请选择{field.Label}" : $"请填写{field.Head}");
            return;
        }
        var read = new ReadValue(field);
        var canonical = read.Canonical(value!);
        _problems.AddRange(read.Problems);
        if (canonical is null) return;
        _values[field.Name] = canonical;
        if (read.Problems.Count == 0) CheckRules(field, canonical);
    }

    private void WorkOut(FormField field)
    {
        _values.Remove(field.Name);
        if (!Condition.Holds(field.ShowWhen, _values) || Formula.WorkOut(field, _values, today) is not { } value) return;
        _values[field.Name] = value;
        CheckRules(field, value);
    }

    private void CheckRules(FormField field, JsonNode value)
    {
        if (FieldRule.Problem(field, value, _values, form, today) is { } problem) Problem(field, $"{field.Head}：{problem}");
    }

    private bool IsRequired(FormField field)
    {
        if (field.Required) return true;
        return FieldRule.Of(field).Where(rule => rule.StartsWith(FieldRule.RequiredIf, StringComparison.Ordinal)).Any(rule => Requires(field, rule[FieldRule.RequiredIf.Length..]));
    }

    private bool Requires(FormField field, string condition)
    {
        if (!Condition.IsName(condition)) return Condition.IsReadable(condition) && Condition.Holds(condition, _values);
        // "required if 家庭经营" names the value that also shows the field.
        return form.Fields().All(f => f.Name != condition) ? field.ShowWhen is not null : Condition.Holds(condition, given);
    }

    private void Problem(FormField field, string message) => _problems.Add(new($"form.{field.Name}", message));
}
