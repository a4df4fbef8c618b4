namespace Yiwang.Directory;

/// <summary>What a service point is: places from the city down, then windows within them. Lists go in this order.</summary>
public enum ServicePointKind
{
    /// <summary>市行政服务中心.</summary>
    MunicipalHall,

    /// <summary>区县行政服务中心.</summary>
    CountyHall,

    /// <summary>开发园区行政服务中心.</summary>
    ZoneHall,

    /// <summary>镇街便民服务中心.</summary>
    TownStation,

    /// <summary>村社便民服务站.</summary>
    VillageStation,

    /// <summary>部门服务窗口: the window of one of the city's departments.</summary>
    DepartmentWindow,
}

/// <summary>How the kinds of service points are written.</summary>
public static class ServicePointKinds
{
    private static readonly (ServicePointKind Kind, string Word, string Name)[] Words =
    [
        (ServicePointKind.MunicipalHall, "municipal-hall", "市行政服务中心"),
        (ServicePointKind.CountyHall, "county-hall", "区县行政服务中心"),
        (ServicePointKind.ZoneHall, "zone-hall", "园区行政服务中心"),
        (ServicePointKind.TownStation, "town-station", "镇街便民服务中心"),
        (ServicePointKind.VillageStation, "village-station", "村社便民服务站"),
        (ServicePointKind.DepartmentWindow, "department-window", "部门服务窗口"),
    ];

    /// <summary>All kinds, in the order of lists.</summary>
    public static IReadOnlyList<ServicePointKind> All { get; } = [.. Words.Select(w => w.Kind)];

    /// <summary>The kind in addresses, files and the API, such as <c>county-hall</c>.</summary>
    public static string Word(this ServicePointKind kind) => Words[(int)kind].Word;

    /// <summary>The kind on screens.</summary>
    public static string Name(this ServicePointKind kind) => Words[(int)kind].Name;

    /// <summary>The kind of a word; null when the word is none.</summary>
    public static ServicePointKind? Read(string? word) => Array.Find(Words, w => w.Word == word) is { Word: not null } found ? found.Kind : null;
}
