using Yiwang.Kernel.Outcomes;

namespace Yiwang.Forms;

/// <summary>Checks a definition itself, for import and editor alike: names once, types known, conditions and formulas that can be read.</summary>
internal static class DefinitionCheck
{
    internal const int TitleMaxLength = 120;
    private const int NameMaxLength = 64;

    /// <summary>Everything that is wrong, with names such as <c>fields[3].showWhen</c>, counted over all sections.</summary>
    internal static IReadOnlyList<FieldProblem> Problems(FormDefinition form)
    {
        var problems = new List<FieldProblem>();
        var fields = form.Fields().ToList();
        var names = fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        if (form.Sections.Count == 0 || fields.Count == 0) problems.Add(new("sections", "没有任何部分或字段"));
        if (string.IsNullOrWhiteSpace(form.Title)) problems.Add(new("title", "请填写表单名称"));
        else if (form.Title.Length > TitleMaxLength) problems.Add(new("title", $"表单名称请控制在 {TitleMaxLength} 字以内"));
        for (var i = 0; i < form.Sections.Count; i++)
        {
            if (string.IsNullOrWhiteSpace(form.Sections[i].Title)) problems.Add(new($"sections[{i}].title", $"请填写第 {i + 1} 部分的名称"));
        }
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            void Bad(string part, string message) => problems.Add(new($"fields[{i}].{part}", $"字段“{field.Label}”：{message}"));
            if (field.Name is not { Length: > 0 and <= NameMaxLength }) Bad("name", $"名称应为 1 至 {NameMaxLength} 个字符");
            else if (fields.FindIndex(f => f.Name == field.Name) != i) Bad("name", $"名称 {field.Name} 重复");
            if (string.IsNullOrWhiteSpace(field.Label)) Bad("label", "请填写标签");
            if (!FieldTypes.IsKnown(field.Type)) Bad("type", $"类型“{field.Type}”不认识");
            if (field.ShowWhen is { } condition) CheckCondition(condition, names, m => Bad("showWhen", m));
            if (field.Calculate is { } formula)
            {
                if (field.Type is not (FieldTypes.Int or FieldTypes.Decimal or FieldTypes.Year)) Bad("calculate", "只有整数、数值和年份可以自动计算");
                else if (Formula.Problem(formula, names) is { } problem) Bad("calculate", problem);
            }
            CheckColumns(field, Bad);
        }
        return problems;
    }

    private static void CheckCondition(string condition, HashSet<string> names, Action<string> bad)
    {
        if (!Condition.IsReadable(condition)) bad($"显示条件“{condition}”读不懂");
        else if (Condition.Fields(condition).FirstOrDefault(f => !names.Contains(f)) is { } stray) bad($"显示条件里的“{stray}”不是本表的字段");
    }

    private static void CheckColumns(FormField field, Action<string, string> bad)
    {
        if (field.Columns is not { } columns) return;
        if (field.Type != FieldTypes.Table) bad("columns", "只有表格可以有列");
        foreach (var column in columns)
        {
            if (column.Name.Length is 0 or > NameMaxLength || column.Name.AsSpan().IndexOfAny(".[]") >= 0) bad("columns", $"列名“{column.Name}”应为 1 至 {NameMaxLength} 个字符，不含点和方括号");
            else if (columns.Count(c => c.Name == column.Name) > 1) bad("columns", $"列名 {column.Name} 重复");
            if (!FieldTypes.FitsColumn(column.Type)) bad("columns", $"列“{column.Label}”的类型“{column.Type}”不能用在表格里");
            else if (column.Type == FieldTypes.Select && column.Options.Count == 0) bad("columns", $"列“{column.Label}”没有可选项");
        }
    }
}
