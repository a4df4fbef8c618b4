using System.Text.Json;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue;

/// <summary>
/// What the organ of one region has of its own in an implementing item (实施清单要素). It may shorten limits, spare visits and materials and
/// add places; nothing may be worse for the applicant than in the base item (浙江省保障“最多跑一次”改革规定 4: one standard for the same item).
/// </summary>
public sealed record LocalElements
{
    /// <summary>Nothing of its own: the base item as it is.</summary>
    public static LocalElements None { get; } = new();

    /// <summary>A shorter promised limit (承诺期限) in working days; null for that of the base item.</summary>
    public int? PromisedDays { get; init; }

    /// <summary>Fewer visits (到现场次数); null for those of the base item.</summary>
    public int? Visits { get; init; }

    /// <summary>Names of materials of the base item that are not asked for here (精简材料).</summary>
    public IReadOnlyList<string> SparedMaterials { get; init; } = [];

    /// <summary>Further places at which it is handled (办理地点).</summary>
    public IReadOnlyList<HandlingPlace> Places { get; init; } = [];

    /// <summary>Where one asks about it here (咨询方式); empty for that of the base item.</summary>
    public string ConsultVia { get; init; } = "";

    /// <summary>Where one complains about it here (监督投诉方式); empty for that of the base item.</summary>
    public string ComplainVia { get; init; } = "";

    /// <summary>How the power came to the organ (权力来源); empty for that of the base item.</summary>
    public string PowerSource { get; init; } = "";

    /// <summary>Further questions and answers (常见问题).</summary>
    public IReadOnlyList<ItemQuestion> Questions { get; init; } = [];

    /// <summary>Whether what is its own is of low confidence and shown as 示例.</summary>
    public bool Sample { get; init; }

    /// <summary>Whether there is nothing of its own.</summary>
    internal bool IsEmpty => PromisedDays is null && Visits is null && SparedMaterials.Count == 0 && Places.Count == 0 && ConsultVia.Length == 0 && ComplainVia.Length == 0
        && PowerSource.Length == 0 && Questions.Count == 0;

    /// <summary>What of it would be worse than the base item, or refers to what the base item no longer has; empty when it fits.</summary>
    internal IReadOnlyList<FieldProblem> Problems(ServiceItem item)
    {
        var problems = new List<FieldProblem>();
        if (PromisedDays is { } days && (days < 0 || days > item.Limits.PromisedDays)) problems.Add(new("promisedDays", $"承诺期限 {days} 个工作日，比基本目录的 {item.Limits.PromisedDays} 个工作日长。实施清单只能缩短期限"));
        if (Visits is { } visits && (visits < 0 || visits > (item.Visits ?? 0))) problems.Add(new("visits", $"到现场 {visits} 次，比基本目录的 {item.Visits ?? 0} 次多。实施清单只能减少跑动次数"));
        foreach (var spared in SparedMaterials.Where(name => item.Materials.All(m => m.Name != name))) problems.Add(new("sparedMaterials", $"基本目录没有材料“{spared}”，不能精简"));
        if (PowerSource.Length > 0 && !ItemWords.PowerSources.Contains(PowerSource, StringComparer.Ordinal)) problems.Add(new("powerSource", $"权力来源“{PowerSource}”不认识"));
        return problems;
    }

    /// <summary>The item as this organ carries it out.</summary>
    internal ServiceItem Apply(ServiceItem item) => IsEmpty ? item : item with
    {
        Limits = PromisedDays is { } days ? item.Limits with { PromisedDays = days } : item.Limits,
        // A limit that the organ promised itself is no sample any more.
        Samples = PromisedDays is null || Sample ? item.Samples : [.. item.Samples.Where(s => s != "promised_limit")],
        Visits = Visits ?? item.Visits,
        Materials = SparedMaterials.Count == 0 ? item.Materials : [.. item.Materials.Where(m => !SparedMaterials.Contains(m.Name, StringComparer.Ordinal))],
        Places = [.. item.Places, .. Places],
        ConsultVia = ConsultVia.Length > 0 ? ConsultVia : item.ConsultVia,
        ComplainVia = ComplainVia.Length > 0 ? ComplainVia : item.ComplainVia,
        PowerSource = PowerSource.Length > 0 ? PowerSource : item.PowerSource,
        Questions = [.. item.Questions, .. Questions],
    };

    internal string? Write() => IsEmpty ? null : JsonSerializer.Serialize(this, Journal.Json);

    internal static LocalElements Read(string? text) => text is null ? None : JsonSerializer.Deserialize<LocalElements>(text, Journal.Json)!;
}
