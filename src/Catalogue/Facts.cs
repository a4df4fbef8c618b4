using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Catalogue;

/// <summary>A version of an item came into force (事项发布).</summary>
[Fact("catalogue.item-published")]
public sealed record ItemPublished(ItemCode Item, int Version, string Name);

/// <summary>An item is no longer offered (事项停用). Open cases go on under their version.</summary>
[Fact("catalogue.item-withdrawn")]
public sealed record ItemWithdrawn(ItemCode Item, int Version, string Reason);

/// <summary>The reference data of the catalogue was imported (事项库导入): themes, licences and lists as a whole; what became of each item is told by its own facts.</summary>
/// <param name="Items">How many items the data has.</param>
[Fact("catalogue.imported")]
public sealed record CatalogueImported(int Items);
