namespace Yiwang.Catalogue.Bulk;

/// <summary>Reads items from the sheets of a workbook or the one sheet of a CSV file.</summary>
internal static class ReadSheets
{
    internal static BulkFile Read(BulkLayout layout, IReadOnlyList<BulkSheet> sheets)
    {
        var file = new BulkFile();
        var main = sheets.FirstOrDefault(s => s.Name == BulkLayout.MainSheet) ?? (sheets.Count == 1 ? sheets[0] : null);
        if (main is null)
        {
            file.Bad("", "", $"没有名为“{BulkLayout.MainSheet}”的工作表");
            return file;
        }
        if (!HeaderFits(file, main, [.. layout.Notes, .. layout.Elements.Select(e => e.Label)])) return file;
        Items(file, layout, main);
        var entries = file.Entries.GroupBy(e => e.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var sheet in sheets.Where(s => s != main && s.Name != BulkLayout.GuideSheet))
        {
            if (!layout.ByLabel.TryGetValue(sheet.Name, out var element) || !element.IsTable) file.Bad($"“{sheet.Name}”", "", "不认识这个工作表，请删去或改用模板中的名称");
            else if (HeaderFits(file, sheet, element.Columns.Select(c => c.Label))) Table(file, element, sheet, entries);
        }
        return file;
    }

    private static void Items(BulkFile file, BulkLayout layout, BulkSheet sheet)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (row, cells) in sheet.Rows)
        {
            if (cells.All(c => c.Length == 0)) continue;
            var entry = new BulkEntry(Cell(sheet, cells, BulkLayout.Key), sheet.At(row));
            if (cells.Count > sheet.Header.Count) file.Bad(entry.Where, entry.Key, $"应有 {sheet.Header.Count} 列，现有 {cells.Count} 列");
            else if (entry.Key.Length == 0) file.Bad(entry.Where, "", "没有填事项编码；新增事项可写“新1”“新2”");
            else if (!seen.TryAdd(entry.Key, row)) file.Bad(entry.Where, entry.Key, $"与第 {seen[entry.Key]} 行是同一个事项");
            else file.Entries.Add(entry);
            for (var i = 0; i < Math.Min(cells.Count, sheet.Header.Count); i++)
            {
                if (layout.ByLabel.TryGetValue(sheet.Header[i], out var element)) entry.Values[element.Name] = new(BulkCells.Read(element, cells[i]), entry.Where);
                else if (layout.Notes.Contains(sheet.Header[i], StringComparer.Ordinal)) entry.Notes[sheet.Header[i]] = cells[i];
            }
        }
    }

    // An item without rows in a sheet keeps its table; a row that only names the item empties it.
    private static void Table(BulkFile file, BulkElement element, BulkSheet sheet, Dictionary<string, BulkEntry> entries)
    {
        var columns = element.Columns.Select(c => sheet.Header.ToList().IndexOf(c.Label)).ToArray();
        var rows = new List<(string Key, int Row, IReadOnlyList<string> Cells)>();
        foreach (var (row, cells) in sheet.Rows.Where(r => r.Cells.Any(c => c.Length > 0)))
        {
            var key = Cell(sheet, cells, BulkLayout.Key);
            if (entries.ContainsKey(key)) rows.Add((key, row, [.. columns.Select(c => c < cells.Count ? cells[c] : "")]));
            else file.Bad(sheet.At(row), key, key.Length == 0 ? "没有填事项编码" : $"“{BulkLayout.MainSheet}”表中没有 {key}");
        }
        foreach (var group in rows.GroupBy(r => r.Key, StringComparer.Ordinal))
        {
            var (first, last) = (group.Min(r => r.Row), group.Max(r => r.Row));
            entries[group.Key].Values[element.Name] = new(new([.. group.Select(r => r.Cells)]), first == last ? sheet.At(first) : $"“{sheet.Name}”第 {first}–{last} 行");
        }
    }

    private static bool HeaderFits(BulkFile file, BulkSheet sheet, IEnumerable<string> columns)
    {
        var known = columns.Append(BulkLayout.Key).ToHashSet(StringComparer.Ordinal);
        var bad = file.Problems.Count;
        var where = sheet.Name.Length > 0 ? $"“{sheet.Name}”第 1 行" : "第 1 行";
        if (!sheet.Header.Contains(BulkLayout.Key, StringComparer.Ordinal)) file.Bad(where, "", $"没有“{BulkLayout.Key}”这一列");
        foreach (var name in sheet.Header.Where(h => !known.Contains(h)).Distinct(StringComparer.Ordinal)) file.Bad(where, "", $"不认识的列“{BulkCells.Short(name)}”");
        foreach (var name in sheet.Header.GroupBy(h => h, StringComparer.Ordinal).Where(g => g.Count() > 1)) file.Bad(where, "", $"列“{BulkCells.Short(name.Key)}”重复");
        // In a table a column that is left out would empty that column of every row.
        if (sheet.Name.Length > 0 && sheet.Name != BulkLayout.MainSheet) foreach (var missing in known.Except(sheet.Header, StringComparer.Ordinal).Where(m => m != BulkLayout.Key)) file.Bad(where, "", $"没有“{missing}”这一列");
        return file.Problems.Count == bad;
    }

    private static string Cell(BulkSheet sheet, IReadOnlyList<string> cells, string column)
    {
        for (var i = 0; i < Math.Min(cells.Count, sheet.Header.Count); i++) if (sheet.Header[i] == column) return cells[i];
        return "";
    }
}
