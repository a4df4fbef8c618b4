using Yiwang.Kernel.Importing;

namespace Yiwang.Forms.Import;

/// <summary>Reads the fields of forms as the data files write them.</summary>
public static class FieldReading
{
    /// <summary>The fields; what is wrong with one is reported.</summary>
    public static IReadOnlyList<FormField> Of(string file, int line, IReadOnlyList<FieldSource> sources, ImportReport report)
    {
        var fields = new List<FormField>();
        foreach (var source in sources)
        {
            // The item lists name fields by their label alone.
            if ((source.Name ?? source.Label) is not { Length: > 0 } name)
            {
                report.Bad(file, line, "有字段没有名称");
                continue;
            }
            fields.Add(new(
                name, source.Label ?? name, source.Type ?? "", source.Required, Options(source), source.Prefill, source.ShowWhen, Rule(source),
                source.Columns?.ConvertAll(c => new FormColumn(c.Name ?? "", c.Label ?? c.Name ?? "", c.Type ?? "text", c.Required, c.Options ?? [])), source.Calculate, source.Sees));
        }
        return fields;
    }

    /// <summary>One option that names a whole catalogue (经营范围规范表述目录) is no choice: the field is written freely.</summary>
    private static List<string> Options(FieldSource source) => source.Options is { Count: > 1 } options ? options : [];

    /// <summary>A declaration that must be agreed to, and a must-be-true rule, are the same thing.</summary>
    private static string? Rule(FieldSource source) =>
        source is { Type: FieldTypes.Bool, Required: true, Name: "commit" or "auth", Validation: null } ? "must be true" : source.Validation?.Replace("must be true;", "must be true; ", StringComparison.Ordinal);
}
