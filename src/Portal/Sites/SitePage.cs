using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Portal.Sites;

/// <summary>
/// A page of the portal that every site has: it stands at <c>/x</c> for the city and at <c>/sites/{site}/x</c> for all others.
/// </summary>
public abstract class SitePage : ComponentBase
{
    /// <summary>The site as the address names it; null on the city's.</summary>
    [Parameter] public string? Site { get; set; }

    /// <summary>The request that the page answers.</summary>
    [CascadingParameter] public required HttpContext Http { get; set; }

    [Inject] private CurrentSite Current { get; set; } = null!;

    /// <summary>The site that the page belongs to.</summary>
    private protected Site Here => Current.Site;

    /// <summary>The address of another page within this site.</summary>
    protected string Path(string address) => Here.Path(address);

    /// <summary>The home page of another region's site.</summary>
    protected static string SiteHome(RegionCode region) => Sites.Site.Home(region);
}
