using System.Globalization;
using System.Text.Json.Nodes;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Forms;

/// <summary>A checked form: its values in canonical form, and what is wrong.</summary>
/// <param name="Values">The values; fields that are not asked are left out.</param>
/// <param name="Problems">What is wrong, in the order of the form, with field names such as <c>form.opName</c>.</param>
public sealed record CheckedForm(JsonObject Values, IReadOnlyList<FieldProblem> Problems);

/// <summary>Checks what was filled in against a definition. The browser repeats some of it; this is the truth.</summary>
internal sealed class FormCheck(FormDefinition form, JsonObject given, DateOnly today)
{
    private const int TableMaxRows = 200;
    private readonly List<FieldProblem> _problems = [];
    private readonly JsonObject _values = [];

    /// <summary>Checks one section, or the whole form when <paramref name="section"/> is null.</summary>
    internal CheckedForm Run(int? section)
    {
        // Earlier sections decide what later ones ask, so their values are there for conditions.
        foreach (var (name, value) in given) _values[name] = value?.DeepClone();
        var fields = section is { } index ? form.Sections[index].Fields : form.Fields();
        foreach (var field in fields) Check(field);
        if (section is null)
        {
            var known = form.Fields().Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var stray in given.Select(g => g.Key).Where(name => !known.Contains(name)))
                _problems.Add(new($"form.{stray}", $"表单中没有“{stray}”这一项"));
        }
        return new(_values, _problems);
    }

    private void Check(FormField field)
    {
        var shown = Condition.Holds(field.ShowWhen, _values);
        var value = given[field.Name];
        if (!shown || field.Type == FieldTypes.File || IsEmpty(value))
        {
            if (field.Type != FieldTypes.File || !shown) _values.Remove(field.Name);
            if (shown && field.Type != FieldTypes.File && IsRequired(field)) Problem(field.Name, field.Type is FieldTypes.Select or FieldTypes.Bool or FieldTypes.MultiSelect ? $"请选择{field.Label}" : $"请填写{field.Label}");
            return;
        }
        var before = _problems.Count;
        if (Canonical(field, value!) is { } canonical)
        {
            _values[field.Name] = canonical;
            if (_problems.Count == before && ValueRules.RuleProblem(field, canonical, _values, today) is { } problem) Problem(field.Name, $"{field.Label}：{problem}");
        }
    }

    private bool IsRequired(FormField field)
    {
        if (field.Required) return true;
        var rule = field.Rule?.Split(';')[0].Trim();
        if (rule?.StartsWith("required if ", StringComparison.Ordinal) is not true) return false;
        var name = rule["required if ".Length..];
        // "required if 家庭经营" names the value that also shows the field.
        return form.Fields().All(f => f.Name != name) ? field.ShowWhen is not null : !IsEmpty(given[name]);
    }

    private JsonNode? Canonical(FormField field, JsonNode value) => field.Type switch
    {
        FieldTypes.Bool => Flag(field, value),
        FieldTypes.Int or FieldTypes.Year or FieldTypes.Decimal => Number(field.Name, field.Label, field.Type, value),
        FieldTypes.Select => Choice(field, value),
        FieldTypes.MultiSelect => Choices(field, value),
        FieldTypes.Table => Rows(field, value),
        _ when FieldTypes.PartsOf(field.Type) is { Count: > 0 } parts => Composite(field, parts, value),
        _ => Text(field.Name, field.Label, field.Type, value),
    };

    private JsonValue? Text(string path, string label, string type, JsonNode value)
    {
        if (value is not JsonValue) return Refuse(path, $"{label}应为文本");
        var problem = ValueRules.Problem(type, Condition.Text(value), out var canonical);
        return problem is null ? JsonValue.Create(canonical) : Refuse(path, problem.Contains(label, StringComparison.Ordinal) ? problem : $"{label}：{problem}");
    }

    private JsonValue? Flag(FormField field, JsonNode value) =>
        value is JsonValue flag && flag.TryGetValue<bool>(out var set) ? JsonValue.Create(set)
        : Condition.Text(value) switch { "true" or "是" => JsonValue.Create(true), "false" or "否" => JsonValue.Create(false), _ => Refuse(field.Name, $"{field.Label}应选“是”或“否”") };

    private JsonValue? Number(string path, string label, string type, JsonNode value)
    {
        var text = value is JsonValue ? value.ToString().Trim() : "";
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return Refuse(path, $"{label}应为数字");
        if (type is not FieldTypes.Decimal && number != decimal.Truncate(number)) return Refuse(path, $"{label}应为整数");
        if (type is FieldTypes.Year && number is < 1949 or > 2100) return Refuse(path, $"{label}应为四位年份");
        return number < 0 && type is not FieldTypes.Decimal ? Refuse(path, $"{label}不能小于 0") : JsonValue.Create(number);
    }

    private JsonValue? Choice(FormField field, JsonNode value)
    {
        var text = Condition.Text(value).Trim();
        return field.Options.Count == 0 || field.Options.Contains(text, StringComparer.Ordinal) ? JsonValue.Create(text)
            : Refuse(field.Name, $"{field.Label}没有“{text}”这个选项，可选：{string.Join("、", field.Options)}");
    }

    private JsonArray? Choices(FormField field, JsonNode value)
    {
        var texts = (value is JsonArray many ? many.Select(Condition.Text) : [Condition.Text(value)]).Select(t => t.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (field.Options.Count > 0 && texts.Find(t => !field.Options.Contains(t, StringComparer.Ordinal)) is { } stray)
        {
            Problem(field.Name, $"{field.Label}没有“{stray}”这个选项");
            return null;
        }
        return [.. texts.Select(t => JsonValue.Create(t))];
    }

    private JsonArray? Rows(FormField field, JsonNode value)
    {
        if (value is not JsonArray rows || rows.Count > TableMaxRows)
        {
            Problem(field.Name, value is JsonArray ? $"{field.Label}最多 {TableMaxRows} 行" : $"{field.Label}应为若干行");
            return null;
        }
        var columns = field.Columns();
        var kept = new JsonArray();
        foreach (var row in rows)
        {
            var cells = row as JsonObject ?? new JsonObject { [columns[0]] = Condition.Text(row) };
            if (cells.Any(c => Condition.Text(c.Value).Trim().Length > 0)) kept.Add(cells.DeepClone());
        }
        return kept;
    }

    private JsonObject? Composite(FormField field, IReadOnlyList<(string Name, string Label, string Type)> parts, JsonNode value)
    {
        // A channel may send an address as one line.
        var cells = value as JsonObject ?? new JsonObject { [parts[^1].Name] = Condition.Text(value) };
        var result = new JsonObject();
        foreach (var (name, label, type) in parts)
        {
            var part = cells[name];
            if (IsEmpty(part))
            {
                if (field.Required && !(field.Type is "address" && name == "region" && value is not JsonObject) && field.Type is not "geo" && name is not ("mobile" or "legalRep"))
                    Problem($"{field.Name}.{name}", $"请填写{field.Label}的{label}");
                continue;
            }
            var canonical = type is FieldTypes.Decimal ? Number($"{field.Name}.{name}", label, type, part!) : Text($"{field.Name}.{name}", label, type, part!);
            if (canonical is not null) result[name] = canonical;
        }
        if (field.Type is "daterange" or "monthrange" && string.CompareOrdinal(Condition.Text(result["start"]), Condition.Text(result["end"])) > 0 && result["end"] is not null)
            Problem($"{field.Name}.end", $"{field.Label}的止应不早于起");
        return result;
    }

    private static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonObject parts => parts.All(p => IsEmpty(p.Value)),
        _ => Condition.Text(value).Trim().Length == 0,
    };

    private void Problem(string path, string message) => _problems.Add(new($"form.{path}", message));

    private JsonValue? Refuse(string path, string message)
    {
        Problem(path, message);
        return null;
    }
}
