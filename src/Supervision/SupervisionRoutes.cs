namespace Yiwang.Supervision;

/// <summary>The addresses of this room's pages.</summary>
public static class SupervisionRoutes
{
    /// <summary>The findings.</summary>
    public const string Findings = "/desk/supervision";

    /// <summary>The rules.</summary>
    public const string Rules = "/desk/supervision-rules";

    /// <summary>A finding.</summary>
    public static string Finding(Guid id) => $"{Findings}/{id}";

    /// <summary>A rule.</summary>
    public static string Rule(string code) => $"{Rules}/{code}";
}
