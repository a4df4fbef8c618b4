using Yiwang.Kernel.Sheets;

namespace Yiwang.Catalogue.Bulk;

/// <summary>Reads items from the sheets of a workbook or the one sheet of a CSV file.</summary>
internal static class ReadSheets
{
    internal static BulkFile Read(BulkLayout layout, IReadOnlyList<Sheet> sheets)
    {
        var file = new BulkFile();
        var main = sheets.FirstOrDefault(s => s.Name == BulkLayout.MainSheet) ?? (sheets.Count == 1 ? sheets[0] : null);
        if (main is null)
        {
            file.Bad("", "", $"没有名为“{BulkLayout.MainSheet}”的工作表");
            return file;
        }
        if (!Fits(file, main, [BulkLayout.Key], [.. layout.Notes, .. layout.Elements.Select(e => e.Label)])) return file;
        Items(file, layout, main);
        var entries = file.Entries.GroupBy(e => e.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        foreach (var sheet in sheets.Where(s => s != main && s.Name != BulkLayout.GuideSheet))
        {
            if (!layout.ByLabel.TryGetValue(sheet.Name, out var element) || !element.IsTable) file.Bad($"“{sheet.Name}”", "", "不认识这个工作表，请删去或改用模板中的名称");
            // In a table a column that is left out would empty that column of every row.
            else if (Fits(file, sheet, [BulkLayout.Key, .. element.Columns.Select(c => c.Label)], [])) Table(file, element, sheet, entries);
        }
        return file;
    }

    private static bool Fits(BulkFile file, Sheet sheet, IReadOnlyCollection<string> required, IReadOnlyCollection<string> others)
    {
        var problems = sheet.HeaderProblems(required, others).ToList();
        file.Problems.AddRange(problems);
        return problems.Count == 0;
    }

    private static void Items(BulkFile file, BulkLayout layout, Sheet sheet)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var key = sheet.Column(BulkLayout.Key);
        foreach (var row in sheet.Filled)
        {
            var entry = new BulkEntry(row[key], sheet.At(row.Number));
            if (sheet.WidthProblem(row) is { } width) file.Bad(entry.Where, entry.Key, width);
            else if (entry.Key.Length == 0) file.Bad(entry.Where, "", BulkFile.NoKey);
            else if (!seen.TryAdd(entry.Key, row.Number)) file.Bad(entry.Where, entry.Key, $"与第 {seen[entry.Key]} 行是同一个事项");
            else file.Entries.Add(entry);
            for (var i = 0; i < sheet.Header.Count; i++)
            {
                if (layout.ByLabel.TryGetValue(sheet.Header[i], out var element)) entry.Values[element.Name] = new(BulkCells.Read(element, row[i]), entry.Where);
                else if (layout.Notes.Contains(sheet.Header[i], StringComparer.Ordinal)) entry.Notes[sheet.Header[i]] = row[i];
            }
        }
    }

    // An item without rows in a sheet keeps its table; a row that only names the item empties it.
    private static void Table(BulkFile file, BulkElement element, Sheet sheet, Dictionary<string, BulkEntry> entries)
    {
        var key = sheet.Column(BulkLayout.Key);
        var columns = element.Columns.Select(c => sheet.Column(c.Label)).ToArray();
        foreach (var group in sheet.Filled.GroupBy(r => r[key], StringComparer.Ordinal))
        {
            var (first, last) = (group.Min(r => r.Number), group.Max(r => r.Number));
            if (entries.TryGetValue(group.Key, out var entry))
                entry.Values[element.Name] = new(new([.. group.Select(r => (IReadOnlyList<string>)[.. columns.Select(c => r[c])])]), first == last ? sheet.At(first) : $"“{sheet.Name}”第 {first}–{last} 行");
            else file.Bad(sheet.At(first), group.Key, group.Key.Length == 0 ? "没有填事项编码" : $"“{BulkLayout.MainSheet}”表中没有 {group.Key}");
        }
    }
}
