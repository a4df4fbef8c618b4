using Yiwang.Kernel.Identifiers;

namespace Yiwang.Acceptance.Bundles;

/// <summary>From which side an application for a bundle is looked at: it differs in who may see it and where its links lead, and in nothing else.</summary>
internal sealed record BundleSide(string List, string ListName, Func<CaseNumber, string> Page, Func<CaseNumber, string> Case)
{
    internal static BundleSide Mine { get; } = new(AcceptanceRoutes.MyCases, "我的办件", BundleRoutes.MyBundle, AcceptanceRoutes.MyCase);

    internal static BundleSide Desk { get; } = new(AcceptanceRoutes.DeskCases, "办件", BundleRoutes.DeskBundle, AcceptanceRoutes.DeskCase);
}
