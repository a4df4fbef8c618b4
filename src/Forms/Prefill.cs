using System.Text.Json.Nodes;
using Yiwang.Kernel.Actors;

namespace Yiwang.Forms;

/// <summary>A value that government holds already (已有数据).</summary>
/// <param name="Value">The value, as a field of the form takes it: a text, or an object with the parts of the type.</param>
/// <param name="From">Where it comes from, as the person reads it, such as <c>来自您的登录账户</c>.</param>
public sealed record KnownValue(JsonNode Value, string From);

/// <summary>A value that was put into a form for the person.</summary>
/// <param name="Field">The name of the field.</param>
/// <param name="Value">The value as it was put in.</param>
/// <param name="From">Where it came from.</param>
public sealed record PrefilledValue(string Field, JsonNode Value, string From);

/// <summary>
/// Something that knows of people and companies what forms ask (数据共享: 政务服务中凡能通过共享获取的，不得要求申请人重复填写). Each room that holds such data
/// gives one; of two that know a value, the first that was registered is believed.
/// </summary>
public interface IKnownValues
{
    /// <summary>What it knows of a party, by the keys of the form definitions, such as <c>RK.户籍地址</c>; keys that it knows nothing of are left out.</summary>
    /// <param name="subject">Whom the form is about: the applicant, also where an official fills it in.</param>
    /// <param name="keys">What is asked.</param>
    /// <param name="stop">Ends the wait.</param>
    ValueTask<IReadOnlyDictionary<string, KnownValue>> Of(Actor subject, IReadOnlySet<string> keys, CancellationToken stop);
}

/// <summary>Fills forms with what is known already (预填), and says from where.</summary>
public sealed class Prefill(IEnumerable<IKnownValues> sources)
{
    /// <summary>The values of all fields that can be prefilled for an applicant; none for anybody else.</summary>
    public async ValueTask<IReadOnlyList<PrefilledValue>> For(FormDefinition form, Actor subject, CancellationToken stop)
    {
        // An official who fills in for somebody else is not the applicant.
        if (subject.Kind != Actor.ApplicantKind) return [];
        var asked = form.Fields().Where(f => f is { Prefill: not null, Calculate: null }).ToList();
        var found = new List<PrefilledValue>();
        foreach (var source in sources)
        {
            var missing = asked.Where(f => found.TrueForAll(v => v.Field != f.Name)).ToList();
            if (missing.Count == 0) break;
            var known = await source.Of(subject, missing.Select(f => f.Prefill!).ToHashSet(StringComparer.Ordinal), stop);
            foreach (var field in missing)
            {
                if (known.TryGetValue(field.Prefill!, out var value) && Fits(field, value.Value)) found.Add(new(field.Name, value.Value.DeepClone(), value.From));
            }
        }
        return found;
    }

    /// <summary>Puts prefilled values where nothing was filled in; the ones that were put in.</summary>
    public static IReadOnlyList<PrefilledValue> Put(IEnumerable<PrefilledValue> prefilled, JsonObject values)
    {
        var put = prefilled.Where(v => values[v.Field] is null).ToList();
        foreach (var value in put) values[value.Field] = value.Value.DeepClone();
        return put;
    }

    /// <summary>What was prefilled and is otherwise now (对预填内容有异议): who handles the case sees both.</summary>
    public static IReadOnlyList<PrefilledValue> Disputed(IEnumerable<PrefilledValue> prefilled, JsonObject values) =>
        [.. prefilled.Where(v => !Same(v.Value, values[v.Field]))];

    // A part that was added to, such as a phone to a name, is no dispute.
    private static bool Same(JsonNode was, JsonNode? now) =>
        was is JsonObject parts ? now is JsonObject kept && parts.All(p => Same(p.Value!, kept[p.Key])) : Condition.Text(was) == Condition.Text(now);

    private static bool Fits(FormField field, JsonNode value) => value switch
    {
        JsonObject parts => FieldTypes.PartsOf(field.Type) is { Count: > 0 } known && parts.All(p => known.Any(k => k.Name == p.Key)),
        JsonValue => FieldTypes.PartsOf(field.Type).Count == 0 && field.Type is not (FieldTypes.Table or FieldTypes.MultiSelect or FieldTypes.File)
            && (field.Options.Count == 0 || field.Options.Contains(Condition.Text(value), StringComparer.Ordinal)),
        _ => field.Type is FieldTypes.Table or FieldTypes.MultiSelect,
    };
}
