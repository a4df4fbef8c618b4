using System.Globalization;
using System.Runtime.CompilerServices;
using Yiwang.Catalogue.Changes;
using Yiwang.Catalogue.Elements;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Bulk;

/// <summary>What somebody exports.</summary>
/// <param name="Region">The region whose implementing items; none for base items.</param>
/// <param name="Text">Only items that match these words; empty for all.</param>
/// <param name="Untaken">The base items that the region may take over and has not, rather than those that it carries out.</param>
/// <param name="Behind">Only those that follow an older version.</param>
internal sealed record ExportAsk(RegionCode Region, string? Text, bool Untaken = false, bool Behind = false)
{
    internal bool OfBase => Region.Value.Length == 0;
}

/// <summary>Reads items as they stand in files.</summary>
internal sealed class ExportItems(YiwangDb db, ICatalogue catalogue, KeptItems kept, ReadChoices choices)
{
    private readonly BulkChoices _words = new(choices);

    /// <summary>The items asked for, a batch in memory at a time.</summary>
    internal async IAsyncEnumerable<BulkEntry> Read(ExportAsk ask, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var codes in Codes(ask, stop))
        {
            var items = (await ReadItems.Of(db, codes, stop)).ToDictionary(i => i.Item.Code);
            foreach (var code in codes) if (items.TryGetValue(code, out var stored)) yield return await Entry(ask, stored, stop);
        }
    }

    /// <summary>How each column is filled in.</summary>
    internal async Task<IReadOnlyList<(string Column, string How)>> Guide(BulkLayout layout, CancellationToken stop)
    {
        var guide = new List<(string, string)>
        {
            (BulkLayout.Key, layout == BulkLayout.Base ? "现有事项的编码。新增事项写“新1”“新2”，平台按类别和主管部门给出编码；其他工作表用同样的代号。" : "基本目录中事项的编码。"),
            (BulkLayout.Version, "导出时的现行版本，请不要改；导出后别人发布了新版本的，导入时会提示。可以留空。"),
            ("多个值", "一格中有多个值的，一行一个（Alt+Enter 换行）。"),
            ("没有的列", "删去一列，该要素保持原样；留着列而清空格子，就是清空该要素。"),
            ("其他工作表", "每行一条，按事项编码归到事项。没有写到的事项保持原样；只写编码、其他格空着，就是清空。"),
        };
        if (layout == BulkLayout.Base) guide.Add((BulkLayout.Category, $"只有新增事项要填：{string.Join("、", ItemWords.Categories.Select(c => c.Name))}"));
        foreach (var element in layout.Elements)
        {
            var words = element.Choices.List is ChoiceSource.MaterialList ? [] : (await choices.Of(element.Choices, null, stop)).Select(c => c.Text).ToList();
            guide.Add((element.Label, string.Concat(element.Hint, words.Count > 0 ? $"可填：{string.Join("、", words)}" : "", element.IsTable ? $"见工作表“{element.Label}”" : "")));
        }
        return guide;
    }

    private async IAsyncEnumerable<IReadOnlyList<ItemCode>> Codes(ExportAsk ask, [EnumeratorCancellation] CancellationToken stop)
    {
        ItemCode? after = null;
        string? cursor = null;
        do
        {
            if (ask.Untaken || ask.Behind)
            {
                (var found, after) = ask.Untaken ? await kept.NotTakenOver(ask.Region, after, ReadItems.Batch, stop) : await kept.Behind(ask.Region, after, ReadItems.Batch, stop);
                yield return [.. found.Where(f => f.Region == ask.Region).Select(f => f.Code)];
            }
            else
            {
                var found = await catalogue.Find(new(ask.Text, ask.Region), cursor, ReadItems.Batch, stop);
                if (!found.IsDone) yield break;
                cursor = found.Value.Next;
                yield return [.. found.Value.Items.Select(i => i.Code)];
            }
        }
        while (after is not null || cursor is not null);
    }

    private async Task<BulkEntry> Entry(ExportAsk ask, StoredItem stored, CancellationToken stop)
    {
        var entry = new BulkEntry(stored.Item.Code.Value, "");
        if (ask.OfBase)
        {
            (entry.Notes[BulkLayout.Version], entry.Notes[BulkLayout.Category]) = (stored.Item.Version.ToString(CultureInfo.InvariantCulture), stored.Item.Category);
            foreach (var element in ItemElements.Sections.SelectMany(s => s.Elements)) await Put(entry, element, stored.Item, stop);
        }
        else
        {
            var row = stored.Rows.GetValueOrDefault(ask.Region);
            (entry.Notes[BulkLayout.Version], entry.Notes[BulkLayout.Name]) = (row?.Version.ToString(CultureInfo.InvariantCulture) ?? "", stored.Item.Name);
            var own = LocalElements.Read(row?.Local);
            foreach (var element in OwnElements.Section.Elements) await Put(entry, element, own, stop);
        }
        return entry;
    }

    private async Task Put<T>(BulkEntry entry, Element<T> element, T item, CancellationToken stop) =>
        entry.Values[element.Name] = new(await _words.Show(BulkElement.Of(element), WriteElements.Tidy(element, element.Read(item)), stop), "");
}
