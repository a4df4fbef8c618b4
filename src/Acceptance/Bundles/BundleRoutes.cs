using Yiwang.Kernel.Identifiers;

namespace Yiwang.Acceptance.Bundles;

/// <summary>The addresses of 一件事.</summary>
public static class BundleRoutes
{
    /// <summary>All bundles.</summary>
    public const string All = "/bundles";

    internal static string Of(string code) => $"{All}/{code}";

    internal static string Apply(string code) => $"{Of(code)}/apply";

    internal static string MyBundle(CaseNumber number) => $"/my/bundles/{number.Value}";

    internal static string DeskBundle(CaseNumber number) => $"/desk/bundles/{number.Value}";
}
