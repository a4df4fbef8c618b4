using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;

namespace Yiwang.Catalogue.Changes;

/// <summary>A change of an item (事项变更) was drafted, handed on, sent back, published or given up. What it did is told by the item's own facts.</summary>
/// <param name="Change">The change's id.</param>
/// <param name="Item">The item.</param>
/// <param name="Region">The region whose implementing item it changes; null for the base item.</param>
/// <param name="Kind">新增 <c>add</c>, 变更 <c>change</c>, 承接 <c>adopt</c>, 暂停 <c>suspend</c>, 恢复 <c>resume</c>, 取消 <c>cancel</c>, 下放 <c>delegate</c>.</param>
/// <param name="Stage">How far it has come: <c>draft</c>, <c>review</c>, <c>legalReview</c>, <c>scheduled</c>, <c>returned</c>, <c>published</c>, <c>abandoned</c>.</param>
/// <param name="Note">What the reviewer or the platform said; null when nothing.</param>
/// <param name="EffectiveAt">When it is to take effect (UTC); null for as soon as it is approved.</param>
[Fact("catalogue.change-moved")]
public sealed record ItemChangeMoved(string Change, ItemCode Item, RegionCode? Region, string Kind, string Stage, string? Note, DateTimeOffset? EffectiveAt);

/// <summary>A file of items was imported as changes that go on together (批量导入).</summary>
/// <param name="Batch">The batch's id.</param>
/// <param name="Region">The region whose implementing items it changes; null for base items.</param>
/// <param name="Items">How many items it changes.</param>
/// <param name="Digest">SHA-256 of the file, in hexadecimal.</param>
[Fact("catalogue.batch-imported")]
public sealed record BatchImported(string Batch, RegionCode? Region, int Items, string Digest);

/// <summary>Writes the facts of changes.</summary>
internal static class ChangeFacts
{
    /// <summary>Tells how far a change has come.</summary>
    internal static void Tell(this Journal journal, ItemChange change) => journal.Append($"item-change/{change.Id}", new ItemChangeMoved(change.Id, change.Code, change.RegionOrNone,
        Camel(change.Kind.ToString()), Camel(change.Stage.ToString()), change.Note.Length > 0 ? change.Note : null, change.EffectiveAt));

    private static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
