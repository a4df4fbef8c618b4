namespace Yiwang.Exchange;

/// <summary>The special procedures (特别程序) whose time does not count to the limit: 行政许可法 45 names these eight and no others.</summary>
public static class ProcedureKinds
{
    private static readonly (string Kind, string Name)[] Kinds =
    [
        ("hearing", "听证"), ("tender", "招标"), ("auction", "拍卖"), ("inspection", "检验"),
        ("testing", "检测"), ("quarantine", "检疫"), ("appraisal", "鉴定"), ("expert-review", "专家评审"),
    ];

    /// <summary>The words of the contract, in the order of the law.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Kinds.Select(k => k.Kind)];

    /// <summary>The law's name of a kind.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such kind.</exception>
    public static string Name(string kind) => Array.Find(Kinds, k => k.Kind == kind).Name ?? throw new ArgumentOutOfRangeException(nameof(kind), kind, "The law names no such procedure.");
}
