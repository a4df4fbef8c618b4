namespace Yiwang.Forms.Editing;

/// <summary>What a draft changes, in sentences.</summary>
internal static class FormDifferences
{
    internal static IReadOnlyList<string> Of(FormDefinition was, FormDefinition now)
    {
        var before = was.Fields().ToDictionary(f => f.Name, StringComparer.Ordinal);
        var after = now.Fields().Where((f, i) => now.Fields().Take(i).All(o => o.Name != f.Name)).ToDictionary(f => f.Name, StringComparer.Ordinal);
        List<string> told =
        [
            .. was.Title == now.Title ? Array.Empty<string>() : [$"表单名称由“{was.Title}”改为“{now.Title}”"],
            .. now.Sections.Select(s => s.Title).Except(was.Sections.Select(s => s.Title), StringComparer.Ordinal).Select(t => $"增加部分“{t}”"),
            .. was.Sections.Select(s => s.Title).Except(now.Sections.Select(s => s.Title), StringComparer.Ordinal).Select(t => $"去掉部分“{t}”"),
            .. after.Values.Where(f => !before.ContainsKey(f.Name)).Select(f => $"增加字段“{f.Label}”{(f.Required ? "（必填）" : "")}"),
            .. before.Values.Where(f => !after.ContainsKey(f.Name)).Select(f => $"去掉字段“{f.Label}”"),
        ];
        foreach (var (name, field) in after)
        {
            if (before.TryGetValue(name, out var old) && Changes(old, field) is { Count: > 0 } changes) told.Add($"字段“{field.Label}”：{string.Join("，", changes)}");
        }
        if (!was.Notes.SequenceEqual(now.Notes, StringComparer.Ordinal)) told.Add("修改了填表说明");
        if (told.Count == 0 && !was.Sections.SelectMany(s => s.Fields.Select(f => (s.Title, f.Name))).SequenceEqual(now.Sections.SelectMany(s => s.Fields.Select(f => (s.Title, f.Name))))) told.Add("调整了字段顺序");
        return told;
    }

    private static List<string> Changes(FormField old, FormField now)
    {
        List<string> changes = [];
        void Tell(bool differs, string what) { if (differs) changes.Add(what); }
        Tell(old.Label != now.Label, $"标签由“{old.Label}”改来");
        Tell(old.Type != now.Type, "改了类型");
        Tell(old.Required != now.Required, now.Required ? "改为必填" : "改为选填");
        Tell(!old.Options.SequenceEqual(now.Options, StringComparer.Ordinal), "改了可选项");
        Tell(!old.ReadColumns().Select(Describe).SequenceEqual(now.ReadColumns().Select(Describe), StringComparer.Ordinal), "改了列");
        Tell(old.ShowWhen != now.ShowWhen, "改了显示条件");
        Tell(old.Rule != now.Rule, "改了校验规则");
        Tell(old.Calculate != now.Calculate, "改了计算公式");
        Tell(old.Prefill != now.Prefill, "改了预填来源");
        Tell(!(old.Sees ?? []).SequenceEqual(now.Sees ?? [], StringComparer.Ordinal), "改了可见部门");
        return changes;
    }

    private static string Describe(FormColumn column) => $"{column.Name}|{column.Label}|{column.Type}|{column.Required}|{string.Join('、', column.Options)}";
}
