namespace Yiwang.Forms.Editing;

/// <summary>What a field is and asks, in words for editors.</summary>
internal static class FieldWords
{
    internal static string Type(string type) => FieldTypes.Named.FirstOrDefault(t => t.Type == type).Name ?? type;

    internal static IEnumerable<string> Demands(FormField field)
    {
        yield return field.Calculate is { } formula ? $"自动计算：{formula}" : field.Required ? "必填" : "选填";
        if (field.Options.Count > 0) yield return $"选项：{string.Join("、", field.Options)}";
        if (field.Type == FieldTypes.Table) yield return $"列：{string.Join("、", field.ReadColumns().Select(c => $"{c.Label}（{Type(c.Type)}{(c.Required ? "，必填" : "")}）"))}";
        if (field.ShowWhen is { } condition) yield return $"在 {condition} 时填";
        if (field.Rule is { } rule) yield return $"校验：{rule}";
        if (field.Prefill is { } prefill) yield return $"预填：{prefill}";
        if (field.Sees is { Count: > 0 } sees) yield return $"只给 {string.Join("、", sees)} 看";
    }
}
