using MiniExcelLibs;
using MiniExcelLibs.OpenXml;
using Yiwang.Forms;

namespace Yiwang.Acceptance.Batches;

/// <summary>The empty file to fill in, with a second sheet that says how.</summary>
internal static class BatchTemplate
{
    internal const string SheetName = "申请";

    internal static byte[] Write(FormDefinition form)
    {
        var columns = BatchColumns.Of(form);
        using var file = new MemoryStream();
        file.SaveAs(new Dictionary<string, object>(StringComparer.Ordinal)
        {
            [SheetName] = new[] { columns.ToDictionary(c => c.Title, _ => (object?)null, StringComparer.Ordinal) },
            ["填写说明"] = columns.Select(c => new Dictionary<string, object?>(StringComparer.Ordinal) { ["列"] = c.Title, ["怎么填"] = BatchColumns.How(c) }),
        }, configuration: new OpenXmlConfiguration { AutoFilter = false });
        return file.ToArray();
    }
}
