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
        [new("id", ListLayout.Id, e => e.Id), new("title", ListLayout.Name, e => e.Title), .. Columns, new("sample", ListLayout.Sample, e => e.Sample)];

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
    internal const string Powers = "powers", Services = "services", Reductions = "reductions";

    internal static IReadOnlyList<ListPlan> All { get; } =
    [
        new(PublishedList.Powers, Powers, "gavel", "行政权力清单", "部门行使的全部行政权力和依据，包括不需要您申请的处罚、强制和征收", "权力类别",
        [
            Item("category", "权力类别", i => i.Item.Category, true), Department("实施部门"), Item("basis", "设定依据", i => i.Basis, true), Item("levels", "行使层级", i => string.Join('、', i.Item.Levels), true),
            Item("region", "行政区划", i => i.Card.Region.Value), Item("onApplication", "依申请", i => i.Item.OnApplication), .. Handling(onPage: false),
        ]),
        Laid(PublishedList.Duties, "checklist", "部门的主要职责、与相关部门的职责边界、事中事后监管和公共服务", "责任类别", l =>
        [
            Duty(l, "part", d => d.Part, true), Department(l), Duty(l, "description", d => d.Description, true), Duty(l, "related_departments", d => string.Join('、', d.Related), key: "related"),
            Duty(l, "legal_basis", d => d.LegalBasis, true, "basis"),
        ]),
        Laid(PublishedList.Investments, "building", "需要政府核准或者禁止的投资项目，清单以外的项目实行备案", "行业", l =>
        [
            Investment(l, "sector", i => i.Sector, true), Investment(l, "scope", i => i.Scope, true), Investment(l, "management", i => i.Management, true), Investment(l, "authority", i => i.Authority, true),
            Investment(l, "source_document", i => i.Source, key: "source"), Investment(l, "zhejiang_note", i => i.Note, key: "note"),
        ]),
        Laid(PublishedList.Funds, "coin", "每项专项资金由谁管理、支持什么、怎么分配、什么时候申请", "分配方式", l =>
        [
            Department(l), Fund(l, "support_scope", f => f.Scope, true, "scope"), Fund(l, "allocation_method", f => f.Method, true, "method"), Fund(l, "beneficiaries", f => f.Beneficiaries, true), Fund(l, "application_window", f => f.Window, true, "window"),
            Fund(l, "support_way", f => f.Way, key: "way"), Fund(l, "finance_department", f => f.Finance, key: "finance"), Fund(l, "policy_document", f => f.Policy, key: "policy"), Fund(l, "disclosure_elements", f => f.Disclosure, key: "disclosure"),
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

    // What is published from a file is given out with the same columns, so that one file can become the next.
    private static ListPlan Laid(PublishedList list, string icon, string words, string groups, Func<ListLayout, IReadOnlyList<ListColumn>> columns)
    {
        var layout = ListLayout.Of(list)!;
        return new(list, layout.Slug, icon, layout.Title, words, groups, columns(layout));
    }

    private static ListColumn Department(ListLayout layout) => Department(layout.Label(ListLayout.DepartmentField));

    private static ListColumn Duty(ListLayout layout, string field, Func<DutyEntry, object?> of, bool onPage = false, string? key = null) => new(key ?? field, layout.Label(field), e => of((DutyEntry)e), onPage);

    private static ListColumn Investment(ListLayout layout, string field, Func<InvestmentEntry, object?> of, bool onPage = false, string? key = null) => new(key ?? field, layout.Label(field), e => of((InvestmentEntry)e), onPage);

    private static ListColumn Fund(ListLayout layout, string field, Func<FundEntry, object?> of, bool onPage = false, string? key = null) => new(key ?? field, layout.Label(field), e => of((FundEntry)e), onPage);

    private static ListColumn Reduction(string key, string name, Func<ReductionEntry, object?> of, bool onPage = false) => new(key, name, e => of((ReductionEntry)e), onPage);
}
