using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Forms.Paper;

/// <summary>Puts the blank form (空白表格) and the sample form (示例样表) on the guides of items that have a form.</summary>
internal sealed class PaperForms(IForms forms) : IGuideLinks
{
    internal static string Blank(ItemCode item) => $"/forms/{item.Value}/blank";

    internal static string Sample(ItemCode item) => $"/forms/{item.Value}/sample";

    public async ValueTask<IReadOnlyList<GuideLink>> Of(ItemCode item, CancellationToken stop) =>
        (await forms.Of(item, stop)).Sections.Count == 0 ? [] : [new(Blank(item), "file", "空白表格"), new(Sample(item), "file-text", "示例样表")];
}
