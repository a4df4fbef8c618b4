using Microsoft.Extensions.Configuration;

namespace Yiwang.Portal.Rules;

/// <summary>
/// What a government website has to say about itself (政府网站发展指引, 国办发〔2017〕47号). Each is from the configuration under <c>Portal</c>;
/// what is not configured is left out, never made up.
/// </summary>
internal sealed class SiteSettings(IConfiguration configuration)
{
    /// <summary>网站名称: <c>Portal:SiteName</c>.</summary>
    internal string? Name => Of("SiteName");

    /// <summary>域名: <c>Portal:SiteDomain</c>.</summary>
    internal string? Domain => Of("SiteDomain");

    /// <summary>网站标识码: <c>Portal:SiteIDCode</c>.</summary>
    internal string? IdCode => Of("SiteIDCode");

    /// <summary>主办单位: <c>Portal:Organiser</c>.</summary>
    internal string? Organiser => Of("Organiser");

    /// <summary>联系方式: <c>Portal:Contact</c>.</summary>
    internal string? Contact => Of("Contact");

    /// <summary>ICP 备案号: <c>Portal:Icp</c>.</summary>
    internal string? Icp => Of("Icp");

    /// <summary>公安备案号: <c>Portal:SecurityRecord</c>.</summary>
    internal string? SecurityRecord => Of("SecurityRecord");

    /// <summary>我为政府网站找错, an https address: <c>Portal:ReportErrors</c>.</summary>
    internal string? ReportErrors => Of("ReportErrors") is { } address && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps ? address : null;

    private string? Of(string key) => configuration[$"Portal:{key}"] is { Length: > 0 } value ? value : null;
}
