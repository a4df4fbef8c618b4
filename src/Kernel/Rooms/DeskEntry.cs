namespace Yiwang.Kernel.Rooms;

/// <summary>An entry that a room puts on the officials' desk, where the desk itself does not know the room.</summary>
/// <param name="Policy">Who sees it.</param>
/// <param name="Address">Where it leads.</param>
/// <param name="Icon">Its icon, one of those in <c>icons.txt</c>.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Words">What one does there.</param>
public sealed record DeskEntry(string Policy, string Address, string Icon, string Text, string Words);
