using Microsoft.AspNetCore.Http;

namespace Yiwang.Portal.Accessibility;

/// <summary>
/// How a visitor has the pages shown: 大字版 and 高对比 (无障碍环境建设法 32 asks public sites to be accessible; 工信部信管〔2020〕200号 asks
/// for large type and high contrast). Kept in a cookie for a year, without script.
/// </summary>
/// <param name="Large">大字版: everything a quarter larger.</param>
/// <param name="Contrast">高对比: black and yellow.</param>
public sealed record ViewMode(bool Large, bool Contrast)
{
    /// <summary>The cookie's name.</summary>
    public const string Cookie = "yiwang-view";

    internal const string LargeName = "large";
    internal const string ContrastName = "contrast";

    /// <summary>The classes that the page's root element carries; empty for the usual way.</summary>
    public string Classes => string.Join(' ', new[] { Large ? "yw-large" : "", Contrast ? "yw-contrast" : "" }.Where(c => c.Length > 0));

    internal string Value => string.Join('.', new[] { Large ? LargeName : "", Contrast ? ContrastName : "" }.Where(c => c.Length > 0));

    /// <summary>What the visitor of this request chose.</summary>
    public static ViewMode Of(HttpContext http)
    {
        var parts = http.Request.Cookies[Cookie]?.Split('.') ?? [];
        return new(parts.Contains(LargeName, StringComparer.Ordinal), parts.Contains(ContrastName, StringComparer.Ordinal));
    }
}
