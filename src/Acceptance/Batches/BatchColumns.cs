using System.Text.Json.Nodes;
using Yiwang.Forms;

namespace Yiwang.Acceptance.Batches;

/// <summary>A column of a batch's file: a field of the form, or a part of one.</summary>
internal sealed record BatchColumn(string Title, FormField Field, string? Part, string PartType);

/// <summary>A form as the columns of a file. Tables and files have no column: a form that requires one cannot be handed in in batches.</summary>
internal static class BatchColumns
{
    private const char Separator = '·';

    /// <summary>Why a form cannot be handed in in batches; null when it can.</summary>
    internal static string? Problem(FormDefinition form) =>
        form.Fields().FirstOrDefault(f => f.Required && f.Type is "table" or "file" && f.Required) is { } field ? $"表单里的“{field.Head}”不能写在表格的一行里，请逐件申请" : form.Sections.Count == 0 ? "这个事项没有电子表单，请逐件申请" : null;

    internal static IReadOnlyList<BatchColumn> Of(FormDefinition form) =>
    [
        .. form.Fields().Where(f => f.Calculate is null && f.Type is not ("table" or "file")).SelectMany(f => FormParts.Of(f.Type) is { Count: > 0 } parts
            ? parts.Select(p => new BatchColumn($"{f.Label}{Separator}{p.Label}", f, p.Name, p.Type)) : [new BatchColumn(f.Label, f, null, f.Type)]),
    ];

    /// <summary>The values of a row's cells.</summary>
    internal static JsonObject Values(IReadOnlyList<BatchColumn> columns, Func<BatchColumn, string> cell)
    {
        var values = new JsonObject();
        foreach (var column in columns)
        {
            var text = cell(column).Trim();
            if (text.Length == 0) continue;
            if (column.Part is { } part)
            {
                if (values[column.Field.Name] is not JsonObject parts) values[column.Field.Name] = parts = [];
                parts[part] = text;
            }
            else if (column.Field.Type == "multiselect") values[column.Field.Name] = new JsonArray([.. text.Split(['、', ',', '，', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => JsonValue.Create(t))]);
            else values[column.Field.Name] = text;
        }
        return values;
    }

    /// <summary>How a column is filled in, for the template's second sheet.</summary>
    internal static string How(BatchColumn column) => string.Join("；", new[]
    {
        column.Field.Required ? "必填" : column.Field.ShowWhen is null ? "选填" : "适用时填",
        column.Field.Options.Count > 0 ? $"填其中{(column.Field.Type == "multiselect" ? "几项，用、隔开" : "一项")}：{string.Join("、", column.Field.Options)}" : "",
        column.PartType switch { "bool" => "填 是 或 否", "date" => "例如 2026-11-23", "month" => "例如 2026-11", "region" => "行政区划代码，例如 330203000000", "idno" => "18 位，单元格设为文本", _ => "" },
    }.Where(t => t.Length > 0));
}
