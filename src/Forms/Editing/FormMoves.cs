using System.Globalization;

namespace Yiwang.Forms.Editing;

/// <summary>The small acts on a draft's sections and fields, as the buttons of the editor name them: <c>up 0 3</c>, <c>drop 1 2</c>, <c>addsection</c>.</summary>
internal static class FormMoves
{
    /// <summary>The form after an act; as it was for one that names nothing of it.</summary>
    internal static FormDefinition Apply(FormDefinition form, string act)
    {
        var words = act.Split(' ');
        var numbers = words.Skip(1).Select(w => int.TryParse(w, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).ToArray();
        if (act == "addsection") return form with { Sections = [.. form.Sections, new FormSection($"第 {form.Sections.Count + 1} 部分", [])] };
        if (numbers.Length == 0 || numbers[0] < 0 || numbers[0] >= form.Sections.Count) return form;
        var section = form.Sections[numbers[0]];
        if (words[0] == "dropsection" && section.Fields.Count == 0) return form with { Sections = [.. form.Sections.Where((_, i) => i != numbers[0])] };
        if (numbers.Length < 2 || numbers[1] < 0 || numbers[1] >= section.Fields.Count) return form;
        List<FormField> fields = [.. section.Fields];
        var field = fields[numbers[1]];
        fields.RemoveAt(numbers[1]);
        if (words[0] is "up" or "down") fields.Insert(Math.Clamp(numbers[1] + (words[0] == "up" ? -1 : 1), 0, fields.Count), field);
        else if (words[0] != "drop") return form;
        return With(form, numbers[0], fields);
    }

    /// <summary>The form with a field put at its place; one past the last adds it.</summary>
    internal static FormDefinition Put(FormDefinition form, int section, int index, FormField field)
    {
        List<FormField> fields = [.. form.Sections[section].Fields];
        if (index < fields.Count) fields[index] = field;
        else fields.Add(field);
        return With(form, section, fields);
    }

    private static FormDefinition With(FormDefinition form, int section, IReadOnlyList<FormField> fields) =>
        form with { Sections = [.. form.Sections.Select((s, i) => i == section ? s with { Fields = fields } : s)] };
}
