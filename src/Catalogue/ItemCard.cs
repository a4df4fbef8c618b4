using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue;

/// <summary>An implementing item (实施清单事项) as lists show it: the item as the department of one region decides it.</summary>
public sealed record ItemCard
{
    /// <summary>The item's code.</summary>
    public required ItemCode Code { get; init; }

    /// <summary>The region whose department decides.</summary>
    public required RegionCode Region { get; init; }

    /// <summary>The version in force, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The item's name.</summary>
    public required string Name { get; init; }

    /// <summary>The category of power, such as 行政许可, or 公共服务.</summary>
    public required string Category { get; init; }

    /// <summary>The city's department of the kind, such as SCJG.</summary>
    public required string Department { get; init; }

    /// <summary>The name of the department that decides.</summary>
    public required string DepartmentName { get; init; }

    /// <summary>Whether one applies for it at all (依申请), unlike a penalty.</summary>
    public required bool OnApplication { get; init; }

    /// <summary>Whether it can be applied for online.</summary>
    public required bool Online { get; init; }

    /// <summary>How far it goes online (网办深度), such as 全程网办; empty when unknown.</summary>
    public required string OnlineDepth { get; init; }

    /// <summary>How many visits are needed (到现场次数); null for items that nobody applies for.</summary>
    public int? Visits { get; init; }

    /// <summary>The promised limit (承诺期限) in working days.</summary>
    public required int PromisedDays { get; init; }

    /// <summary>How often it is applied for, as a weight for sorting.</summary>
    public required int Popularity { get; init; }

    /// <summary>Whether the promised limit is data of low confidence, shown as 示例.</summary>
    public required bool SampleLimit { get; init; }

    /// <summary>Whether the online depth is data of low confidence, shown as 示例.</summary>
    public required bool SampleOnline { get; init; }

    /// <summary>Whether nobody can apply for it for now (暂停办理).</summary>
    public bool Suspended { get; init; }
}
