using Yiwang.Forms;

namespace Yiwang.Acceptance.Bundles;

/// <summary>
/// Merges the forms of a bundle's items: what the bundle asks comes first; of each item, what is not answered by that is asked in addition, and only
/// once where two items ask the same (the same words and the same type).
/// </summary>
internal sealed class MergeForms
{
    private readonly Bundle _bundle;
    private readonly List<FormSection> _sections;
    private readonly Dictionary<(string Label, string Type), string> _asked = [];
    private readonly Dictionary<string, List<string?>> _needed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyDictionary<string, FieldOrigin>> _origins = new(StringComparer.Ordinal);

    private MergeForms(Bundle bundle)
    {
        _bundle = bundle;
        _sections = [.. bundle.Sections];
        foreach (var field in bundle.Sections.SelectMany(s => s.Fields)) _asked.TryAdd((field.Label, field.Type), field.Name);
    }

    internal static MergedForm Merge(Bundle bundle, int version, IReadOnlyDictionary<string, FormDefinition> forms)
    {
        var merge = new MergeForms(bundle);
        foreach (var step in bundle.Steps) merge.Add(step, forms[step.Key]);
        IReadOnlyList<FormSection> sections = [.. merge._sections.Select(s => s with { Fields = [.. s.Fields.Select(merge.Required)] })];
        return new(new FormDefinition(bundle.Steps[0].Item, version, bundle.Name, sections, [.. forms.Values.SelectMany(f => f.Notes).Distinct(StringComparer.Ordinal)], forms.Values.Any(f => f.Sample)), merge._origins);
    }

    private void Add(BundleStep step, FormDefinition form)
    {
        var names = new FieldNames(step.Key);
        var origins = new Dictionary<string, FieldOrigin>(StringComparer.Ordinal);
        // Two fields of one form may have the same words (卖方、买方的婚姻状况), so only what others asked before is looked at.
        var before = new Dictionary<(string Label, string Type), string>(_asked);
        foreach (var field in form.Fields().Where(f => f.Type != "file"))
        {
            var own = names.Own(field.Name);
            var known = before.GetValueOrDefault((field.Label, field.Type));
            if (!step.Fields.TryGetValue(field.Name, out var written)) origins[field.Name] = FieldOrigin.Read(known ?? own);
            // A number that another step brings forth is asked for where that step is not done.
            else origins[field.Name] = FieldOrigin.Read(Otherwise(written) is null ? written : $"{known ?? own}|{written}");
            names.Know(field.Name, origins[field.Name]);
            if (origins[field.Name].Field is { } first && field is { Required: true, ShowWhen: null, Calculate: null }) Need(first, step.When);
        }
        _origins[step.Key] = origins;
        foreach (var section in form.Sections)
        {
            List<FormField> added = [];
            foreach (var field in section.Fields.Where(f => f.Type != "file"))
            {
                var otherwise = step.Fields.TryGetValue(field.Name, out var written) ? Otherwise(written) : null;
                if (written is not null && otherwise is null) continue;
                if (names.Moved(field) is not { } moved)
                {
                    origins[field.Name] = FieldOrigin.Nothing;
                    continue;
                }
                var when = FormConditions.All(step.When, otherwise, moved.ShowWhen);
                if (before.ContainsKey((field.Label, field.Type))) Widen(origins[field.Name].Field!, when);
                else added.Add(moved with { Name = names.Own(field.Name), ShowWhen = when });
                _asked.TryAdd((field.Label, field.Type), names.Own(field.Name));
            }
            if (added.Count > 0) _sections.Add(new(form.Sections.Count == 1 ? step.Title : $"{step.Title}：{section.Title}", added));
        }
    }

    /// <summary>Under which answers the step is not done whose result alone a field would be; null where it always is, or where another field answers too.</summary>
    private string? Otherwise(string origin) =>
        FieldOrigin.Read(origin) is { Field: null, Result: { } key } && _bundle.Step(key)?.When is { } when ? FormConditions.Not(when) : null;

    /// <summary>A field of an earlier step that a later one asks for too is asked when either is done.</summary>
    private void Widen(string name, string? when)
    {
        for (var i = _bundle.Sections.Count; i < _sections.Count; i++)
        {
            _sections[i] = _sections[i] with { Fields = [.. _sections[i].Fields.Select(f => f.Name == name ? f with { ShowWhen = FormConditions.Either(f.ShowWhen, when) } : f)] };
        }
    }

    /// <summary>A field that one step does not need but another does is required when that one is done.</summary>
    private FormField Required(FormField field)
    {
        if (field.Required || field.Calculate is not null || !_needed.TryGetValue(field.Name, out var when)) return field;
        return when.Contains(null) ? field with { Required = true }
            : field with { Rule = string.Join("; ", when.Distinct(StringComparer.Ordinal).Select(w => $"required if {w}").Append(field.Rule).OfType<string>()) };
    }

    private void Need(string field, string? when)
    {
        if (!_needed.TryGetValue(field, out var list)) _needed[field] = list = [];
        list.Add(when);
    }
}
