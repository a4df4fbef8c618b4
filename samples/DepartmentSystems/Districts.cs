namespace DepartmentSystems;

/// <summary>A district or county of Ningbo: its code, its name and its word in document numbers.</summary>
public sealed record District(string Code, string Name, string Word)
{
    private const int CodeLength = 6;

    private static readonly District[] All =
    [
        new("330203", "海曙区", "海"), new("330205", "江北区", "北"), new("330206", "北仑区", "仑"), new("330211", "镇海区", "镇"), new("330212", "鄞州区", "鄞"),
        new("330213", "奉化区", "奉"), new("330225", "象山县", "象"), new("330226", "宁海县", "宁"), new("330281", "余姚市", "余"), new("330282", "慈溪市", "慈"),
    ];

    /// <summary>The district that a department's name begins with; null for a department of the city.</summary>
    public static District? OfDepartment(string name) => Array.Find(All, d => name.Contains(d.Name, StringComparison.Ordinal));

    /// <summary>The first six digits of a region's code.</summary>
    public static string Six(string region) => region.Length >= CodeLength ? region[..CodeLength] : region.PadRight(CodeLength, '0');

    /// <summary>The name of a region's district; the code itself where it is not known.</summary>
    public static string NameOf(string region) => Six(region) is "330200" ? "宁波市" : Array.Find(All, d => d.Code == Six(region))?.Name ?? region;
}
