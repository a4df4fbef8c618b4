using System.Text.Json.Nodes;

namespace Yiwang.Forms;

/// <summary>
/// What other rooms do with conditions without knowing how they are written: ask whether one holds, and put together those of several forms that become one.
/// </summary>
public static class FormConditions
{
    /// <summary>Whether a condition holds for values; none always holds.</summary>
    public static bool Holds(string? condition, JsonObject values) => Condition.Holds(condition, values);

    /// <summary>All of several conditions at once: each alternative of one with each of the others; null where there is none.</summary>
    public static string? All(params string?[] conditions)
    {
        IEnumerable<IReadOnlyList<string>> joined = [[]];
        foreach (var condition in conditions.OfType<string>()) joined = [.. joined.SelectMany(before => Condition.Alternatives(condition).Select(a => (IReadOnlyList<string>)[.. before, .. a]))];
        return Condition.Write([.. joined]) is { Length: > 0 } all ? all : null;
    }

    /// <summary>Either of two conditions; null where one of them is none, and so always holds.</summary>
    public static string? Either(string? one, string? other) => one is null || other is null ? null : one == other ? one : Condition.Write([.. Condition.Alternatives(one), .. Condition.Alternatives(other)]);

    /// <summary>When a choice of many does not hold something; null where the condition says anything else.</summary>
    public static string? Not(string condition) => Condition.NotChosen(condition);

    /// <summary>
    /// A condition where some fields are always the same: what they settle is left out. <c>Never</c> where they rule it out; no condition where they settle it all.
    /// </summary>
    public static (bool Never, string? Condition) Settled(string? condition, IReadOnlyDictionary<string, string> constants)
    {
        if (condition is null) return (false, null);
        var values = new JsonObject(constants.Select(c => KeyValuePair.Create(c.Key, (JsonNode?)JsonValue.Create(c.Value))));
        var open = new List<IReadOnlyList<string>>();
        foreach (var parts in Condition.Alternatives(condition))
        {
            var settled = parts.Where(p => constants.ContainsKey(Condition.Field(p))).ToList();
            if (!settled.TrueForAll(p => Condition.Holds(p, values))) continue;
            open.Add([.. parts.Except(settled, StringComparer.Ordinal)]);
        }
        return open.Count == 0 ? (true, null) : open.Exists(parts => parts.Count == 0) ? (false, null) : (false, Condition.Write(open));
    }
}
