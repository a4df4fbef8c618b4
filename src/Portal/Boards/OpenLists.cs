using Yiwang.Portal.Lists;

namespace Yiwang.Portal.Boards;

/// <summary>A list that is open to everybody (政务公开).</summary>
/// <param name="Address">Its page; the card is shown when some room has a page there.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Words">What one finds there.</param>
internal sealed record OpenList(string Address, string Icon, string Title, string Words);

/// <summary>The cards of 阳光政务. Whoever makes an open list adds its line here.</summary>
internal static class OpenLists
{
    internal static IReadOnlyList<OpenList> All { get; } =
    [
        new(PortalRoutes.Notices, "bell", "公告", "本地和上级发布的公告"),
        new(PortalRoutes.Items, "list-check", "事项清单", "依申请办理的全部事项：依据、条件、材料、期限、收费"),
        .. ListPlans.All.Select(p => new OpenList(p.Address, p.Icon, p.Title, p.Words)),
        new(PortalRoutes.Figures, "scale", "一网晒权", "权力和服务有多少、能不能网上办、要跑几次，按类别和地区统计"),
        new("/open/statistics", "chart-bar", "办件统计", "每月收了多少件、按时办结多少，各地区、各部门的效能指数"),
        new("/open/cases", "list-search", "办件公示", "最近作出决定的件：事项、部门、用了多少天、结果"),
        new("/journal/roots", "file-certificate", "留痕每日根", "每天公布一次的留痕校验值，供核对记录是否被改动（JSON）"),
    ];
}
