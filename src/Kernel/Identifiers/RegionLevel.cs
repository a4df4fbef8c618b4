namespace Yiwang.Kernel.Identifiers;

/// <summary>The level of a region (行政层级), from above.</summary>
public enum RegionLevel
{
    /// <summary>省.</summary>
    Province,

    /// <summary>市.</summary>
    City,

    /// <summary>区、县、县级市.</summary>
    County,

    /// <summary>开发园区: not a statutory division, with a local code.</summary>
    Zone,

    /// <summary>镇、乡、街道.</summary>
    Town,

    /// <summary>村、社区.</summary>
    Village,
}
