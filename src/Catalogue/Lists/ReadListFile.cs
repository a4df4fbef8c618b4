using Yiwang.Catalogue.Bulk;
using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;

namespace Yiwang.Catalogue.Lists;

/// <summary>A row of a list's file.</summary>
internal sealed record ListFileRow(string Id, string Title, string Department, SortedDictionary<string, string> Fields);

/// <summary>Reads a file of a list, XLSX or CSV, with the columns that the published files have.</summary>
internal sealed class ReadListFile(IDirectory directory)
{
    private const int MostRows = 5000, MostText = 2000;

    /// <summary>Its rows; everything that is wrong is added to the problems.</summary>
    internal async Task<List<ListFileRow>> Read(ListLayout layout, RegionCode region, byte[] content, List<BulkProblem> problems, CancellationToken stop)
    {
        var rows = new List<ListFileRow>();
        var sheets = content.AsSpan().StartsWith("PK"u8) ? ReadWorkbook.Read(content) : ReadCsv.Read(content);
        if (sheets?.FirstOrDefault(s => s.Name is "" or "清单") is not { } sheet)
        {
            problems.Add(new("", "", "应是 CSV 文件，或含“清单”工作表的 XLSX 工作簿"));
            return rows;
        }
        string[] known = [ListLayout.Id, ListLayout.Name, ListLayout.Sample, .. layout.Columns.Select(c => c.Label)];
        foreach (var missing in layout.Columns.Where(c => c.Required).Select(c => c.Label).Prepend(ListLayout.Name).Prepend(ListLayout.Id).Except(sheet.Header, StringComparer.Ordinal)) problems.Add(new(sheet.At(1), "", $"没有“{missing}”这一列"));
        foreach (var unknown in sheet.Header.Except(known, StringComparer.Ordinal)) problems.Add(new(sheet.At(1), "", $"不认识的列“{BulkCells.Short(unknown)}”"));
        if (problems.Count > 0) return rows;
        var departments = await Departments(region, stop);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (number, cells) in sheet.Rows.Where(r => r.Cells.Any(c => c.Length > 0)))
        {
            string Of(string label) => sheet.Header.ToList().IndexOf(label) is var at and >= 0 && at < cells.Count ? cells[at] : "";
            var (id, title, where) = (Of(ListLayout.Id), Of(ListLayout.Name), sheet.At(number));
            void Bad(string message) => problems.Add(new(where, id, message));
            if (cells.Count > sheet.Header.Count) Bad($"应有 {sheet.Header.Count} 列，现有 {cells.Count} 列");
            if (id.Length is 0 or > ListRow.IdMaxLength) Bad($"编号缺失或超过 {ListRow.IdMaxLength} 字");
            else if (id.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not '-' and not '.')) Bad("编号只能用字母、数字、短横和点");
            else if (!seen.TryAdd(id, number)) Bad($"与第 {seen[id]} 行的编号相同");
            if (title.Length is 0 or > ListRow.TitleMaxLength) Bad($"名称缺失或超过 {ListRow.TitleMaxLength} 字");
            var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var column in layout.Columns) fields[column.Field] = Value(column, Of(column.Label), departments, Bad);
            rows.Add(new(id, title, fields.GetValueOrDefault(ListLayout.DepartmentField, ""), fields));
        }
        if (rows.Count == 0) problems.Add(new("", "", "文件中没有内容"));
        if (rows.Count > MostRows) problems.Add(new("", "", $"一份清单最多 {MostRows} 行"));
        return rows;
    }

    private static string Value(LayoutColumn column, string text, Dictionary<string, string> departments, Action<string> bad)
    {
        if (text.Length == 0)
        {
            if (column.Required) bad($"没有填“{column.Label}”");
            return "";
        }
        if (text.Length > MostText) bad($"“{column.Label}”超过 {MostText} 字");
        if (column.Words.Count > 0 && !column.Words.Contains(text, StringComparer.Ordinal)) bad($"“{column.Label}”应是{string.Join("、", column.Words)}之一，现为“{BulkCells.Short(text)}”");
        if (!column.Departments) return text;
        var codes = new List<string>();
        foreach (var name in text.Split(['、', ';', '；', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (departments.TryGetValue(name, out var code)) codes.Add(code);
            else bad($"“{column.Label}”中的“{BulkCells.Short(name)}”不是现有部门");
        }
        return string.Join(';', codes);
    }

    // By code, or by a name of the city's department or of the region's own.
    private async Task<Dictionary<string, string>> Departments(RegionCode region, CancellationToken stop)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var of in await directory.DepartmentsOf(RegionCode.Ningbo, stop))
        {
            foreach (var name in (string[])[of.Code, of.Name, of.ShortName]) known.TryAdd(name, of.Code);
            if (region.Level is not RegionLevel.City && await directory.Competent(of.Code, region, stop) is { } own) foreach (var name in (string[])[own.Name, own.ShortName]) known.TryAdd(name, of.Code);
        }
        return known;
    }
}
