using Yiwang.Acceptance;
using Yiwang.Catalogue;
using Yiwang.Desk;
using Yiwang.Directory;
using Yiwang.Documents;
using Yiwang.Exchange;
using Yiwang.Forms;
using Yiwang.Handling;
using Yiwang.Identity;
using Yiwang.Kernel.Rooms;
using Yiwang.Portal;
using Yiwang.Supervision;

namespace Yiwang.Host;

/// <summary>The rooms of the house, floor by floor.</summary>
public static class Rooms
{
    /// <summary>All rooms, in the order of the floors.</summary>
    public static IReadOnlyList<IRoom> All { get; } =
    [
        new DirectoryModule(), new IdentityModule(),
        new CatalogueModule(), new DocumentsModule(), new FormsModule(),
        new ExchangeModule(),
        new AcceptanceModule(), new HandlingModule(),
        new SupervisionModule(),
        new PortalModule(), new DeskModule(),
    ];
}
