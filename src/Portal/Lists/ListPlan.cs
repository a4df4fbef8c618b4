using System.Globalization;
using Yiwang.Catalogue.Lists;
using Yiwang.Kernel.Calendar;

namespace Yiwang.Portal.Lists;

/// <summary>A column of a published list: on the page, on paper and in the files.</summary>
/// <param name="Key">Its name in JSON.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Of">What a row has there: a text, a whole number, or yes and no.</param>
/// <param name="OnPage">Whether the page's table has it; the files have all.</param>
internal sealed record ListColumn(string Key, string Name, Func<IListEntry, object?> Of, bool OnPage = false)
{
    /// <summary>The value as text.</summary>
    internal string Text(IListEntry entry) => Of(entry) switch { true => "是", false => "否", null => "", var value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "" };
}

/// <summary>How a list is published.</summary>
/// <param name="List">Which list.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Words">What it is, in one sentence.</param>
/// <param name="GroupTitle">What its groups are called.</param>
/// <param name="Columns">Its columns, without number and name, which all have.</param>
internal sealed record ListPlan(PublishedList List, string Slug, string Icon, string Title, string Words, string GroupTitle, IReadOnlyList<ListColumn> Columns)
{
    /// <summary>Its page as the city's site has it.</summary>
    internal string Address => $"{PortalRoutes.Open}/{Slug}";

    /// <summary>Whether its rows are items, which have a guide; the others have a page of their own.</summary>
    internal bool OfItems => List is PublishedList.Powers or PublishedList.Services;

    /// <summary>Whether it is kept for each region that decides items.</summary>
    internal bool OfRegions => OfItems || List is PublishedList.Reductions;

    /// <summary>All columns of the files.</summary>
    internal IReadOnlyList<ListColumn> All { get; } =
        [new("id", "编号", e => e.Id), new("title", "名称", e => e.Title), .. Columns, new("sample", "示例数据", e => e.Sample)];

    /// <summary>The page of a row.</summary>
    internal string Entry(IListEntry entry) => entry switch
    {
        ItemEntry item => PortalRoutes.Guide(item.Item.Code),
        ReductionEntry reduction => PortalRoutes.Guide(reduction.Item),
        _ => $"{Address}/{entry.Id}",
    };
}

/// <summary>The five lists, and what materials were spared.</summary>
internal static class ListPlans
{
    internal const string Powers = "powers", Duties = "duties", Investments = "investments", Funds = "funds", Services = "services", Reductions = "reductions";

    internal static IReadOnlyList<ListPlan> All { get; } =
    [
        new(PublishedList.Powers, Powers, "gavel", "行政权力清单", "部门行使的全部行政权力和依据，包括不需要您申请的处罚、强制和征收", "权力类别",
        [
            Item("category", "权力类别", i => i.Item.Category, true), Department("实施部门"), Item("basis", "设定依据", i => i.Basis, true), Item("levels", "行使层级", i => string.Join('、', i.Item.Levels), true),
            Item("region", "行政区划", i => i.Card.Region.Value), Item("onApplication", "依申请", i => i.Item.OnApplication), .. Handling(onPage: false),
        ]),
        new(PublishedList.Duties, Duties, "checklist", "部门责任清单", "部门的主要职责、与相关部门的职责边界、事中事后监管和公共服务", "责任类别",
        [
            Duty("part", "责任类别", d => d.Part, true), Department("责任部门"), Duty("description", "责任内容", d => d.Description, true), Duty("related", "相关部门", d => string.Join('、', d.Related)),
            Duty("basis", "法律依据", d => d.LegalBasis, true),
        ]),
        new(PublishedList.Investments, Investments, "building", "企业投资负面清单", "需要政府核准或者禁止的投资项目，清单以外的项目实行备案", "行业",
        [
            Investment("sector", "行业", i => i.Sector, true), Investment("scope", "项目范围", i => i.Scope, true), Investment("management", "管理方式", i => i.Management, true), Investment("authority", "核准机关", i => i.Authority, true),
            Investment("source", "来源文件", i => i.Source), Investment("note", "浙江适用说明", i => i.Note),
        ]),
        new(PublishedList.Funds, Funds, "coin", "财政专项资金管理清单", "每项专项资金由谁管理、支持什么、怎么分配、什么时候申请", "分配方式",
        [
            Department("主管部门"), Fund("scope", "支持范围", f => f.Scope, true), Fund("method", "分配方式", f => f.Method, true), Fund("beneficiaries", "支持对象", f => f.Beneficiaries, true), Fund("window", "申报时间", f => f.Window, true),
            Fund("way", "支持方式", f => f.Way), Fund("finance", "财政部门", f => f.Finance), Fund("policy", "管理办法", f => f.Policy), Fund("disclosure", "公开内容", f => f.Disclosure),
        ]),
        new(PublishedList.Services, Services, "heart", "公共服务事项清单", "部门向您提供的公共服务", "主题",
        [
            Item("themes", "主题", i => string.Join('、', i.Themes), true), Department("提供部门"), Item("applicants", "服务对象", i => string.Join('、', i.Item.Applicants), true), .. Handling(onPage: true),
            Item("basis", "服务依据", i => i.Basis), Item("levels", "提供层级", i => string.Join('、', i.Item.Levels)), Item("region", "行政区划", i => i.Card.Region.Value),
        ]),
        new(PublishedList.Reductions, Reductions, "file-check", "材料精简清单", "哪些事项不再要求您提交哪些材料，从什么时候起，为什么", "精简方式",
        [
            Reduction("material", "材料", r => r.Material, true), Reduction("kind", "精简方式", r => r.Instead.Length > 0 ? $"{r.KindName}：{r.Instead}" : r.KindName, true),
            Reduction("since", "起始日期", r => WorkCalendar.InNingbo(r.Since).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), true), Reduction("reason", "原因", r => r.Reason, true),
            Reduction("where", "范围", r => r.Where.Length > 0 ? r.Where : "全市", true), Department("主管部门"),
        ]),
    ];

    /// <summary>The list of a name in addresses; null when there is none.</summary>
    internal static ListPlan? Of(string? slug) => All.FirstOrDefault(p => p.Slug == slug);

    /// <summary>How a list is published.</summary>
    internal static ListPlan Of(PublishedList list) => All.First(p => p.List == list);

    private static ListColumn[] Handling(bool onPage) =>
    [
        Item("promisedDays", "承诺工作日", i => i.Item.OnApplication ? i.Item.Limits.PromisedDays : null, onPage), Item("depth", "网办深度", i => i.Item.OnApplication ? i.Item.OnlineDepth : null, onPage),
        Item("online", "可网上申报", i => i.Item.OnApplication && i.Item.Online), Item("visits", "到现场次数", i => i.Item.Visits, onPage),
    ];

    private static ListColumn Department(string name) => new("department", name, e => e.DepartmentName, true);

    private static ListColumn Item(string key, string name, Func<ItemEntry, object?> of, bool onPage = false) => new(key, name, e => of((ItemEntry)e), onPage);

    private static ListColumn Duty(string key, string name, Func<DutyEntry, object?> of, bool onPage = false) => new(key, name, e => of((DutyEntry)e), onPage);

    private static ListColumn Investment(string key, string name, Func<InvestmentEntry, object?> of, bool onPage = false) => new(key, name, e => of((InvestmentEntry)e), onPage);

    private static ListColumn Reduction(string key, string name, Func<ReductionEntry, object?> of, bool onPage = false) => new(key, name, e => of((ReductionEntry)e), onPage);

    private static ListColumn Fund(string key, string name, Func<FundEntry, object?> of, bool onPage = false) => new(key, name, e => of((FundEntry)e), onPage);
}
