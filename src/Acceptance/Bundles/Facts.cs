using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Bundles;

/// <summary>一件事申报: an application for a bundle was handed in.</summary>
[Fact("acceptance.bundle-submitted")]
public sealed record BundleSubmitted(CaseNumber Number, string Bundle, string Name, RegionCode Region, string Channel, string? ServicePoint, IReadOnlyList<string> Steps);

/// <summary>An item of a bundle was passed on to its department, as a case of its own.</summary>
[Fact("acceptance.bundle-step-begun")]
public sealed record BundleStepBegun(string Key, string Title, CaseNumber Case, string DepartmentName);

/// <summary>An item's turn has come, but something of the applicant's is missing.</summary>
[Fact("acceptance.bundle-step-incomplete")]
public sealed record BundleStepIncomplete(string Key, string Title, IReadOnlyList<string> Fields);

/// <summary>An item of a bundle has ended, as its case did.</summary>
[Fact("acceptance.bundle-step-ended")]
public sealed record BundleStepEnded(string Key, string Title, CaseNumber Case, string Ending);

/// <summary>一件事办结: all items are granted, or the applicant wants no more of them.</summary>
[Fact("acceptance.bundle-ended")]
public sealed record BundleEnded(bool Stopped);
