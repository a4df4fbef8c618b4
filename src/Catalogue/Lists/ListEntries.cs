using Yiwang.Catalogue.Reductions;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Lists;

/// <summary>A row of a published list.</summary>
public interface IListEntry
{
    /// <summary>Its number inside the list.</summary>
    string Id { get; }

    /// <summary>What it is called.</summary>
    string Title { get; }

    /// <summary>What the list groups it by: category of power, part of the duties, sector, way of allocation, themes.</summary>
    IReadOnlyList<string> Groups { get; }

    /// <summary>The city department that it belongs to; empty when none.</summary>
    string Department { get; }

    /// <summary>The name of the department whose row it is; empty when none.</summary>
    string DepartmentName { get; }

    /// <summary>Whether what the list shows of it is of low confidence (示例).</summary>
    bool Sample { get; }
}

/// <summary>A power or a public service, as the department of a region exercises it.</summary>
/// <param name="Card">The item in its region.</param>
/// <param name="Item">The version in force.</param>
/// <param name="Themes">The themes of both kinds; those of a public service are its groups.</param>
/// <param name="Sample">Whether its data is of low confidence (示例).</param>
public sealed record ItemEntry(ItemCard Card, ServiceItem Item, IReadOnlyList<string> Themes, bool Sample) : IListEntry
{
    /// <summary>The category of public services (公共服务); all others are powers.</summary>
    public const string Service = "公共服务";

    /// <inheritdoc/>
    public string Id => Item.Code.Value;

    /// <inheritdoc/>
    public string Title => Item.Name;

    /// <inheritdoc/>
    public IReadOnlyList<string> Groups => Item.Category == Service ? Themes : [Item.Category];

    /// <inheritdoc/>
    public string Department => Item.Department;

    /// <inheritdoc/>
    public string DepartmentName => Card.DepartmentName;

    /// <summary>Whether it can be handled so. What nobody applies for never is.</summary>
    public bool Has(ItemTrait trait) => Item.OnApplication && trait switch
    {
        ItemTrait.Window => Item.AcceptLevels.Count > 0,
        ItemTrait.Online => Item.Online,
        ItemTrait.NoVisit => Item.Visits is 0,
        _ => Item.Visits is 0 or 1,
    };

    /// <summary>The law that it rests on, one line: 公司法第六条；….</summary>
    public string Basis => string.Join('；', Item.LegalBasis.Select(b => $"{b.Law}{b.Article}"));
}

/// <summary>A duty of a department (部门责任).</summary>
/// <param name="Id">Its number inside the list.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Department">The city department that answers for it.</param>
/// <param name="DepartmentName">The department's name.</param>
/// <param name="Sample">Whether its data is of low confidence (示例).</param>
/// <param name="Part">Which of the four parts: 主要职责, 职责边界, 事中事后监管, 公共服务.</param>
/// <param name="Description">What the department is to do.</param>
/// <param name="Related">The names of the departments that share it.</param>
/// <param name="LegalBasis">The articles that it rests on.</param>
public sealed record DutyEntry(string Id, string Title, string Department, string DepartmentName, bool Sample, string Part, string Description, IReadOnlyList<string> Related, string LegalBasis) : IListEntry
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Groups => [Part];
}

/// <summary>An investment that needs approval or is forbidden (企业投资负面清单).</summary>
/// <param name="Id">Its number inside the list.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Sample">Whether its data is of low confidence (示例).</param>
/// <param name="Sector">The sector, such as 能源.</param>
/// <param name="Scope">Which projects it is about.</param>
/// <param name="Management">核准, 禁止 or 核准或备案.</param>
/// <param name="Authority">Who approves.</param>
/// <param name="Source">The document that says so.</param>
/// <param name="Note">How it holds in Zhejiang; empty when nothing is known.</param>
public sealed record InvestmentEntry(string Id, string Title, bool Sample, string Sector, string Scope, string Management, string Authority, string Source, string Note) : IListEntry
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Groups => [Sector];

    /// <inheritdoc/>
    public string Department => "";

    /// <inheritdoc/>
    public string DepartmentName => "";
}

/// <summary>A special fund (财政专项资金).</summary>
/// <param name="Id">Its number inside the list.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Department">The city department that answers for it.</param>
/// <param name="DepartmentName">The department's name.</param>
/// <param name="Sample">Whether its data is of low confidence (示例).</param>
/// <param name="Finance">The finance department that keeps the money with the department.</param>
/// <param name="Scope">What it supports.</param>
/// <param name="Method">How it is allocated: 项目法, 因素法 ….</param>
/// <param name="Beneficiaries">Who can receive it.</param>
/// <param name="Window">When one applies.</param>
/// <param name="Way">How it supports: 补助, 奖励 ….</param>
/// <param name="Policy">The document that governs it.</param>
/// <param name="Disclosure">What is to be published about it.</param>
public sealed record FundEntry(
    string Id, string Title, string Department, string DepartmentName, bool Sample, string Finance, string Scope, string Method, string Beneficiaries, string Window, string Way,
    string Policy, string Disclosure) : IListEntry
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Groups => [Method];
}

/// <summary>A material that an item asks for less (材料精简).</summary>
/// <param name="Id">Its number inside the list.</param>
/// <param name="Title">The item's name.</param>
/// <param name="Item">The item.</param>
/// <param name="Department">The city department of the kind.</param>
/// <param name="DepartmentName">The department's name.</param>
/// <param name="Material">The material.</param>
/// <param name="Kind">In which way it is asked for less.</param>
/// <param name="Instead">The licence that replaces it; empty when none does.</param>
/// <param name="Where">The region that spares it by itself; empty where all do.</param>
/// <param name="Since">Since when (UTC).</param>
/// <param name="Reason">Why.</param>
/// <param name="Sample">Whether the item's materials are of low confidence (示例).</param>
public sealed record ReductionEntry(
    string Id, string Title, ItemCode Item, string Department, string DepartmentName, string Material, ReductionKind Kind, string Instead, string Where, DateTimeOffset Since, string Reason, bool Sample) : IListEntry
{
    /// <summary>How the kinds are called.</summary>
    public static IReadOnlyDictionary<ReductionKind, string> Kinds { get; } = new Dictionary<ReductionKind, string>
    {
        [ReductionKind.Dropped] = "取消", [ReductionKind.Licence] = "以证照代替", [ReductionKind.Optional] = "改为非必要", [ReductionKind.Deferrable] = "可容缺后补",
    };

    /// <summary>How the kind is called.</summary>
    public string KindName => Kinds[Kind];

    /// <inheritdoc/>
    public IReadOnlyList<string> Groups => [KindName];
}
