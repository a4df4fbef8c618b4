using Yiwang.Kernel.Identifiers;

namespace Yiwang.Kernel.Rooms;

/// <summary>A link that a room puts on an item's guide (办事指南), where the portal itself does not know the room.</summary>
/// <param name="Address">Where it leads.</param>
/// <param name="Icon">Its icon, one of those in <c>icons.txt</c>.</param>
/// <param name="Text">What it is called.</param>
public sealed record GuideLink(string Address, string Icon, string Text);

/// <summary>What a room has to offer on the guides of items.</summary>
public interface IGuideLinks
{
    /// <summary>The links for the guide of an item; none where the room has nothing for it.</summary>
    ValueTask<IReadOnlyList<GuideLink>> Of(ItemCode item, CancellationToken stop);
}
