using System.Globalization;
using System.Text.Json.Nodes;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Forms;

/// <summary>Reads one value of a field into its canonical form, and tells what is wrong with it.</summary>
internal sealed class ReadValue(FormField field)
{
    /// <summary>How many rows a table takes.</summary>
    internal const int TableMaxRows = 200;

    /// <summary>What is wrong, with names such as <c>form.domicile.region</c> and <c>form.shareholders[1].number</c>.</summary>
    internal List<FieldProblem> Problems { get; } = [];

    /// <summary>Whether nothing was filled in.</summary>
    internal static bool IsEmpty(JsonNode? value) => value switch
    {
        null => true,
        JsonArray array => array.Count == 0,
        JsonObject parts => parts.All(p => IsEmpty(p.Value)),
        _ => Condition.Text(value).Trim().Length == 0,
    };

    internal JsonNode? Canonical(JsonNode value) => field.Type switch
    {
        FieldTypes.MultiSelect => Choices(value),
        FieldTypes.Table => Rows(value),
        _ when FieldTypes.PartsOf(field.Type) is { Count: > 0 } parts => Composite(parts, value),
        _ => Simple(field.Name, field.Label, field.Type, field.Options, value),
    };

    private JsonValue? Simple(string path, string label, string type, IReadOnlyList<string> options, JsonNode value) => type switch
    {
        FieldTypes.Bool => Flag(path, label, value),
        FieldTypes.Int or FieldTypes.Year or FieldTypes.Decimal => Number(path, label, type, value),
        FieldTypes.Select => Choice(path, label, options, value),
        _ => Text(path, label, type, value),
    };

    private JsonValue? Text(string path, string label, string type, JsonNode value)
    {
        if (value is not JsonValue) return Refuse(path, $"{label}应为文本");
        var problem = ValueRules.Problem(type, Condition.Text(value), out var canonical);
        return problem is null ? JsonValue.Create(canonical) : Refuse(path, problem.Contains(label, StringComparison.Ordinal) ? problem : $"{label}：{problem}");
    }

    private JsonValue? Flag(string path, string label, JsonNode value) =>
        value is JsonValue flag && flag.TryGetValue<bool>(out var set) ? JsonValue.Create(set)
        : Condition.Text(value) switch { "true" or "是" => JsonValue.Create(true), "false" or "否" => JsonValue.Create(false), _ => Refuse(path, $"{label}应选“是”或“否”") };

    private JsonValue? Number(string path, string label, string type, JsonNode value)
    {
        var text = value is JsonValue ? value.ToString().Trim() : "";
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return Refuse(path, $"{label}应为数字");
        if (type is not FieldTypes.Decimal && number != decimal.Truncate(number)) return Refuse(path, $"{label}应为整数");
        if (type is FieldTypes.Year && number is < 1949 or > 2100) return Refuse(path, $"{label}应为四位年份");
        return number < 0 && type is not FieldTypes.Decimal ? Refuse(path, $"{label}不能小于 0") : JsonValue.Create(number);
    }

    private JsonValue? Choice(string path, string label, IReadOnlyList<string> options, JsonNode value)
    {
        var text = Condition.Text(value).Trim();
        return options.Count == 0 || options.Contains(text, StringComparer.Ordinal) ? JsonValue.Create(text)
            : Refuse(path, $"{label}没有“{text}”这个选项，可选：{string.Join("、", options)}");
    }

    private JsonArray? Choices(JsonNode value)
    {
        var texts = (value is JsonArray many ? many.Select(Condition.Text) : [Condition.Text(value)]).Select(t => t.Trim()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (field.Options.Count > 0 && texts.Find(t => !field.Options.Contains(t, StringComparer.Ordinal)) is { } stray)
        {
            Refuse(field.Name, $"{field.Label}没有“{stray}”这个选项");
            return null;
        }
        return [.. texts.Select(t => JsonValue.Create(t))];
    }

    private JsonArray? Rows(JsonNode value)
    {
        if (value is not JsonArray rows || rows.Count > TableMaxRows)
        {
            Refuse(field.Name, value is JsonArray ? $"{field.Head}最多 {TableMaxRows} 行" : $"{field.Head}应为若干行");
            return null;
        }
        var columns = field.ReadColumns();
        var kept = new JsonArray();
        for (var i = 0; i < rows.Count; i++)
        {
            var cells = rows[i] as JsonObject ?? new JsonObject { [columns[0].Name] = Condition.Text(rows[i]) };
            if (!IsEmpty(cells)) kept.Add(Row(columns, cells, i));
        }
        return kept;
    }

    private JsonObject Row(IReadOnlyList<FormColumn> columns, JsonObject cells, int index)
    {
        var row = new JsonObject();
        foreach (var column in columns)
        {
            var path = $"{field.Name}[{index}].{column.Name}";
            var cell = cells[column.Name];
            if (IsEmpty(cell))
            {
                if (column.Required) Refuse(path, $"请填写{field.Head}第 {index + 1} 行的{column.Label}");
            }
            else if (Simple(path, $"{field.Head}第 {index + 1} 行的{column.Label}", column.Type, column.Options, cell!) is { } canonical)
            {
                row[column.Name] = canonical;
            }
        }
        foreach (var (name, _) in cells.Where(c => !IsEmpty(c.Value) && columns.All(column => column.Name != c.Key)))
            Refuse($"{field.Name}[{index}].{name}", $"{field.Head}没有“{name}”这一列");
        return row;
    }

    private JsonObject? Composite(IReadOnlyList<(string Name, string Label, string Type)> parts, JsonNode value)
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
                    Refuse($"{field.Name}.{name}", $"请填写{field.Label}的{label}");
                continue;
            }
            var canonical = type is FieldTypes.Decimal ? Number($"{field.Name}.{name}", label, type, part!) : Text($"{field.Name}.{name}", label, type, part!);
            if (canonical is not null) result[name] = canonical;
        }
        if (field.Type is "daterange" or "monthrange" && string.CompareOrdinal(Condition.Text(result["start"]), Condition.Text(result["end"])) > 0 && result["end"] is not null)
            Refuse($"{field.Name}.end", $"{field.Label}的止应不早于起");
        return result;
    }

    private JsonValue? Refuse(string path, string message)
    {
        Problems.Add(new($"form.{path}", message));
        return null;
    }
}
