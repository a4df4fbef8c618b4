using System.Text.Json.Nodes;

namespace Yiwang.Forms.Editing;

/// <summary>The form in which a field of a form is described: a form like any other, so that the same inputs and checks serve both.</summary>
internal static class FieldForm
{
    private static readonly IReadOnlyList<string> TypeChoices = [.. FieldTypes.Named.Select(Choice)];
    private static readonly IReadOnlyList<string> ColumnTypeChoices = [.. FieldTypes.Named.Where(t => FieldTypes.FitsColumn(t.Type)).Select(Choice)];

    /// <summary>The section that its page shows.</summary>
    internal static FormSection Section { get; } = new("字段",
    [
        new("label", "标签（申请人看到的）", "text", true, []),
        new("name", "字段名（数据里用，字母开头）", "text", true, [], Rule: @"^[A-Za-z]\w{0,63}$"),
        new("type", "类型", FieldTypes.Select, true, TypeChoices),
        new("required", "是否必填", FieldTypes.Bool, true, []),
        new("options", "可选项（单选、多选）", FieldTypes.MultiSelect, false, []),
        new("columns", "列（表格）", FieldTypes.Table, false, [], Columns:
        [
            new("name", "列名", "text", true, []), new("label", "标签", "text", true, []), new("type", "类型", FieldTypes.Select, true, ColumnTypeChoices),
            new("required", "必填", FieldTypes.Bool, false, []), new("options", "可选项（、隔开）", "text", false, []),
        ]),
        new("showWhen", "显示条件，例如 sendWay=='邮寄'", "text", false, []),
        new("rule", "校验规则，例如 >0; <=area", "text", false, []),
        new("calculate", "计算公式，例如 Round(price * 10000 / area, 2)", "text", false, []),
        new("prefill", "预填来源，例如 RK.户籍地址", "text", false, []),
        new("sees", "只给这些部门看（部门代码，留空为全部）", FieldTypes.MultiSelect, false, []),
    ]);

    /// <summary>The same as a form, for the check.</summary>
    internal static FormDefinition Form { get; } = new(default, 0, "字段", [Section], [], false);

    /// <summary>What stands in the form for a field.</summary>
    internal static JsonObject Values(FormField field) => new()
    {
        ["label"] = field.Label, ["name"] = field.Name, ["type"] = Choice(field.Type), ["required"] = field.Required, ["options"] = Texts(field.Options),
        ["columns"] = field.Type != FieldTypes.Table ? null : new JsonArray([.. field.ReadColumns().Select(c => new JsonObject
        {
            ["name"] = c.Name, ["label"] = c.Label, ["type"] = Choice(c.Type), ["required"] = c.Required, ["options"] = string.Join('、', c.Options),
        })]),
        ["showWhen"] = field.ShowWhen, ["rule"] = field.Rule, ["calculate"] = field.Calculate, ["prefill"] = field.Prefill, ["sees"] = Texts(field.Sees ?? []),
    };

    /// <summary>The field that checked values describe.</summary>
    internal static FormField Read(JsonObject values) => new(
        Text(values, "name")!, Text(values, "label")!, Type(Text(values, "type")), values["required"]?.GetValue<bool>() is true, Many(values["options"]),
        Text(values, "prefill"), Text(values, "showWhen"), Text(values, "rule"),
        values["columns"] is JsonArray rows && Type(Text(values, "type")) == FieldTypes.Table ? [.. rows.OfType<JsonObject>().Select(Column)] : null,
        Text(values, "calculate"), Many(values["sees"]) is { Count: > 0 } sees ? sees : null);

    private static FormColumn Column(JsonObject row) => new(
        Text(row, "name")!, Text(row, "label")!, Type(Text(row, "type")), row["required"]?.GetValue<bool>() is true,
        Text(row, "options")?.Split(['、', ',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? []);

    private static string Choice(string type) => FieldTypes.Named.FirstOrDefault(t => t.Type == type) is { Type: not null } named ? Choice(named) : type;

    private static string Choice((string Type, string Name) named) => $"{named.Name} · {named.Type}";

    private static string Type(string? choice) => choice?.Split(" · ")[^1] ?? "";

    private static string? Text(JsonObject values, string name) => Condition.Text(values[name]) is { Length: > 0 } text ? text : null;

    private static IReadOnlyList<string> Many(JsonNode? value) => value is JsonArray many ? [.. many.Select(Condition.Text)] : [];

    private static JsonArray? Texts(IReadOnlyList<string> texts) => texts.Count == 0 ? null : [.. texts.Select(t => JsonValue.Create(t))];
}
