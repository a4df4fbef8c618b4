using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Bulk;

/// <summary>The addresses of bulk import and export.</summary>
internal static class BulkRoutes
{
    /// <summary>批量导入: the form; takes region.</summary>
    internal const string Import = "/desk/item-import";

    /// <summary>批次: what was imported; takes cursor.</summary>
    internal const string Batches = "/desk/item-batches";

    /// <summary>批量导出, with a format behind it; takes region, q and show.</summary>
    internal const string Export = "/desk/item-export";

    /// <summary>Only what a region may take over and has not.</summary>
    internal const string Untaken = "untaken";

    /// <summary>Only what follows an older version.</summary>
    internal const string Behind = "behind";

    /// <summary>No items: a form to fill in.</summary>
    internal const string Blank = "blank";

    internal static string Batch(string id) => $"{Batches}/{id}";

    internal static string File(string format, RegionCode region, string? words = null, string? show = null) =>
        $"{Export}.{format}?region={(region.Value.Length > 0 ? region.ShortForm : "")}{(words is { Length: > 0 } ? $"&q={Uri.EscapeDataString(words)}" : "")}{(show is null ? "" : $"&show={show}")}";
}
