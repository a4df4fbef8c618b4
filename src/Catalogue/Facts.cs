using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Catalogue;

/// <summary>A version of a base item came into force (事项发布), and flowed down to the regions that carry it out.</summary>
/// <param name="Item">The item.</param>
/// <param name="Version">The version.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why it was published.</param>
/// <param name="Followed">How many regions follow it from now on.</param>
/// <param name="Behind">Regions that stay with an older version (未跟进), because what they have of their own does not fit this one.</param>
[Fact("catalogue.item-published")]
public sealed record ItemPublished(ItemCode Item, int Version, string Name, string Reason = "", int Followed = 0, IReadOnlyList<RegionCode>? Behind = null);

/// <summary>A base item is no longer offered anywhere (事项取消). Open cases go on under their version.</summary>
/// <param name="Item">The item.</param>
/// <param name="Version">Its last version.</param>
/// <param name="Reason">Why.</param>
[Fact("catalogue.item-withdrawn")]
public sealed record ItemWithdrawn(ItemCode Item, int Version, string Reason);

/// <summary>An organ carries an item out from now on, or otherwise than before (承接、实施清单变更).</summary>
/// <param name="Item">The item.</param>
/// <param name="Region">The region.</param>
/// <param name="Version">The version of the implementing item, from 1 in each region.</param>
/// <param name="BaseVersion">The version of the base item that it follows.</param>
/// <param name="Organ">The organ's code.</param>
/// <param name="Reason">Why.</param>
[Fact("catalogue.item-implemented")]
public sealed record ItemImplemented(ItemCode Item, RegionCode Region, int Version, int BaseVersion, string Organ, string Reason);

/// <summary>A region no longer carries an item out (取消、下放). Open cases go on under their version.</summary>
/// <param name="Item">The item.</param>
/// <param name="Region">The region.</param>
/// <param name="Version">The last version of the implementing item.</param>
/// <param name="Reason">Why.</param>
[Fact("catalogue.item-given-up")]
public sealed record ItemGivenUp(ItemCode Item, RegionCode Region, int Version, string Reason);

/// <summary>Nobody can apply for an item for now (暂停), everywhere or in one region.</summary>
/// <param name="Item">The item.</param>
/// <param name="Region">The region; null for everywhere.</param>
/// <param name="Reason">Why.</param>
[Fact("catalogue.item-suspended")]
public sealed record ItemSuspended(ItemCode Item, RegionCode? Region, string Reason);

/// <summary>An item can be applied for again (恢复).</summary>
/// <param name="Item">The item.</param>
/// <param name="Region">The region; null for everywhere.</param>
/// <param name="Reason">Why.</param>
[Fact("catalogue.item-resumed")]
public sealed record ItemResumed(ItemCode Item, RegionCode? Region, string Reason);

/// <summary>A region published one of its lists as a whole (清单公布): 部门责任清单, 企业投资负面清单, 财政专项资金管理清单.</summary>
/// <param name="List">The list's file name without its ending, such as <c>duty_list</c>.</param>
/// <param name="Region">Whose list.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Digest">SHA-256 of the file, in hexadecimal.</param>
[Fact("catalogue.list-published")]
public sealed record ListPublished(string List, RegionCode Region, int Rows, string Digest);

/// <summary>The reference data of the catalogue was imported (事项库导入): themes, licences and lists as a whole; what became of each item is told by its own facts.</summary>
/// <param name="Items">How many items the data has.</param>
[Fact("catalogue.imported")]
public sealed record CatalogueImported(int Items);
