using System.Text.Json;

namespace Yiwang.Catalogue.SeedCity;

/// <summary>How sub-items (子项) are called, from <c>sub_items.json</c>: by what is applied for, by whom, under which circumstances.</summary>
internal sealed class SubItemNames
{
    private static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
    private readonly NameParts _parts;

    private SubItemNames(NameParts parts) => _parts = parts;

    internal static SubItemNames Read(string folder) =>
        new(JsonSerializer.Deserialize<NameParts>(File.ReadAllBytes(Path.Combine(folder, "sub_items.json")), SnakeCase)!);

    /// <summary>The names of a main item's sub-items, the plainest first; no two are the same.</summary>
    internal IEnumerable<string> Of(ServiceItem main, bool information)
    {
        var kind = _parts.Categories[information ? "公共服务信息" : main.Category];
        // What is called after an action, such as 变更登记, has no further ones.
        var actions = !information && _parts.OwnAction.Exists(a => main.Name.Contains(a, StringComparison.Ordinal)) ? [] : kind.Actions;
        List<string> who = main.Category is "行政处罚" or "行政强制" ? _parts.Offenders : [.. main.Applicants.Any(a => a is "自然人" or "外国人/境外人员") ? _parts.Persons : [], .. main.ForCompanies ? _parts.Bodies : []];
        foreach (var action in actions) yield return action;
        // Information is told apart by what is given: what is called after who asks is applied for.
        foreach (var one in information ? [] : who) yield return one;
        foreach (var circumstance in information ? [] : kind.Circumstances) yield return circumstance;
        foreach (var action in actions)
        {
            foreach (var one in who) yield return $"{action}，{one}";
        }
        foreach (var circumstance in information ? [] : kind.Circumstances)
        {
            foreach (var one in who) yield return $"{one}，{circumstance}";
        }
        foreach (var action in actions)
        {
            foreach (var circumstance in kind.Circumstances) yield return $"{action}，{circumstance}";
        }
    }

    private sealed record NameParts(List<string> OwnAction, List<string> Persons, List<string> Bodies, List<string> Offenders, Dictionary<string, NameKind> Categories);

    private sealed record NameKind(List<string> Actions, List<string> Circumstances);
}
