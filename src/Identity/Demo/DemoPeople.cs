using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Identity.Demo;

/// <summary>
/// The demo's people and systems. Resident IDs and credit codes lie in the block 330290–330299 that is never issued, so they
/// are nobody's.
/// </summary>
internal sealed class DemoPeople(UserManager<Person> people, YiwangDb db, IClients clients) : IDemoSeed
{
    internal const string Password = "yiwang-demo-2026";

    /// <summary>Those that the sign-in page names, with what they do.</summary>
    internal static IReadOnlyList<(string Name, string Words)> Shown { get; } =
    [
        ("wangjing", "海曙居民 王静"), ("jiace", "企业经办人（宁波甲测商贸有限公司）"), ("window-yuyao", "余姚市行政服务中心综合窗口"), ("window-haishu", "海曙区行政服务中心综合窗口"),
        ("handler-haishu", "海曙区审批人员"), ("editor-ningbo", "市级公告与事项库维护人员"), ("editor-haishu", "海曙区公告与事项库维护人员"), ("reviewer-ningbo", "事项审核人员"),
        ("legal-ningbo", "法制审核人员"), ("operator", "交换平台运维"), ("supervisor-ningbo", "市级监察人员"),
    ];

    public async Task Seed(CancellationToken stop)
    {
        var known = await db.Set<Person>().Where(p => p.Demo).Select(p => p.UserName).ToListAsync(stop);
        foreach (var person in All.Where(p => !known.Contains(p.UserName)))
        {
            var result = await people.CreateAsync(person, Password);
            if (!result.Succeeded) throw new InvalidOperationException(string.Join("; ", result.Errors.Select(e => e.Description)));
        }
        await clients.Register("kiosk-demo", "kiosk-demo-secret", "示例自助机", IdentityAccess.ChannelScope, demo: true, stop);
    }

    private static IEnumerable<Person> All =>
    [
        Resident("wangjing", "王静", DemoId("330290", "19900512", "102"), "16000000001"),
        Resident("chenwei", "陈伟", DemoId("330298", "19850223", "017"), "16000000002"),
        new()
        {
            UserName = "jiace", FullName = "李强", Kind = PersonKind.CompanyAgent, ResidentId = DemoId("330290", "19800808", "031"), PhoneNumber = "16000000003",
            Company = CreditCode.Parse("91330291MAFPTUQF57", null), CompanyName = "宁波甲测商贸有限公司", Demo = true, LockoutEnabled = true,
        },
        Official("window-yuyao", "周敏", "330281", "window", servicePoint: "330281000000-01"),
        Official("window-haishu", "徐洁", "330203", "window", servicePoint: "330203000000-01"),
        Official("window-ningbo", "何芳", "330200", "window", servicePoint: "330200000000-01"),
        Official("handler-haishu", "林涛", "330203", "handler", department: "*@330203"),
        Official("handler-haishu-2", "钱峰", "330203", "handler", department: "*@330203"),
        Official("handler-ningbo", "孙浩", "330200", "handler", department: "*"),
        Official("operator", "吴磊", "330200", "operator"),
        Official("editor-ningbo", "郑洁", "330200", "editor"),
        Official("editor-haishu", "冯琳", "330203", "editor"),
        Official("reviewer-ningbo", "许静", "330200", "item-reviewer"),
        Official("legal-ningbo", "沈昊", "330200", "legal-reviewer"),
        Official("supervisor-ningbo", "曹毅", "330200", "supervisor"),
        Official("supervisor-haishu", "蒋敏", "330203", "supervisor"),
        Official("supervisor-yuyao", "董芸", "330281", "supervisor"),
    ];

    private static Person Resident(string name, string fullName, ResidentId id, string phone) => new()
    {
        UserName = name, FullName = fullName, Kind = PersonKind.Resident, ResidentId = id, PhoneNumber = phone, Demo = true, LockoutEnabled = true,
    };

    private static Person Official(string name, string fullName, string region, string posts, string? department = null, string? servicePoint = null) => new()
    {
        UserName = name, FullName = fullName, Kind = PersonKind.Official, Posts = posts, Region = RegionCode.Parse(region, null),
        Department = department, ServicePoint = servicePoint, Demo = true, LockoutEnabled = true,
    };

    private static ResidentId DemoId(string region, string birth, string order)
    {
        var first17 = region + birth + order;
        return ResidentId.Parse(first17 + ResidentId.CheckCharacter(first17), null);
    }
}
