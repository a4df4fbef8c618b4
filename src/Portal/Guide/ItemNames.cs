using Yiwang.Catalogue;
using Yiwang.Identity.Delegations;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Portal.Guide;

/// <summary>Tells the identity room what items are called.</summary>
internal sealed class ItemNames(ICatalogue catalogue) : IItemNames
{
    public async ValueTask<string?> Name(string code, CancellationToken stop) => ItemCode.TryParse(code, null, out var item) ? (await catalogue.Current(item, stop))?.Name : null;
}
