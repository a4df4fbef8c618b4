namespace DepartmentSystems;

/// <summary>What is peculiar to one department's system.</summary>
/// <param name="Code">Its code at the platform.</param>
/// <param name="Path">Where it lives on this host.</param>
/// <param name="Name">Its name.</param>
/// <param name="Agency">The department's word in document numbers.</param>
/// <param name="AutoDecide">Whether it decides by itself until somebody switches that off.</param>
public sealed record SystemProfile(string Code, string Path, string Name, string Agency, bool AutoDecide)
{
    public static IReadOnlyList<SystemProfile> All { get; } =
    [
        new("SYS-04", "scjg", "市场监管业务系统", "市监", AutoDecide: false),
        new("SYS-06", "rsj", "人力社保业务系统", "人社", AutoDecide: true),
    ];

    public string Urn => $"urn:yiwang:system:{Code}";
}
