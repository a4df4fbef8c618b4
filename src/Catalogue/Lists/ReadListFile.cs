using Yiwang.Catalogue.Elements;
using Yiwang.Kernel.Sheets;
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
    internal async Task<List<ListFileRow>> Read(ListLayout layout, RegionCode region, byte[] content, List<SheetProblem> problems, CancellationToken stop)
    {
        var rows = new List<ListFileRow>();
        var sheets = content.AsSpan().StartsWith("PK"u8) ? ReadWorkbook.Read(content) : ReadCsv.Read(content);
        if (sheets?.FirstOrDefault(s => s.Name is "" or ListLayout.MainSheet) is not { } sheet)
        {
            problems.Add(new("", "", $"应是 CSV 文件，或含“{ListLayout.MainSheet}”工作表的 XLSX 工作簿"));
            return rows;
        }
        problems.AddRange(sheet.HeaderProblems([ListLayout.Id, ListLayout.Name, .. layout.Columns.Where(c => c.Required).Select(c => c.Label)], [ListLayout.Sample, .. layout.Columns.Select(c => c.Label)]));
        if (problems.Count > 0) return rows;
        var departments = await Departments(region, stop);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var (number, name) = (sheet.Column(ListLayout.Id), sheet.Column(ListLayout.Name));
        var columns = layout.Columns.Select(c => (Column: c, At: sheet.Column(c.Label))).ToList();
        foreach (var row in sheet.Filled)
        {
            var (id, title) = (row[number], row[name]);
            void Bad(string message) => problems.Add(new(sheet.At(row.Number), id, message));
            if (sheet.WidthProblem(row) is { } width) Bad(width);
            if (id.Length is 0 or > ListRow.IdMaxLength) Bad($"编号缺失或超过 {ListRow.IdMaxLength} 字");
            else if (id.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not '-' and not '.')) Bad("编号只能用字母、数字、短横和点");
            else if (!seen.TryAdd(id, row.Number)) Bad($"与第 {seen[id]} 行的编号相同");
            if (title.Length is 0 or > ListRow.TitleMaxLength) Bad($"名称缺失或超过 {ListRow.TitleMaxLength} 字");
            var fields = new SortedDictionary<string, string>(StringComparer.Ordinal);
            foreach (var (column, at) in columns) fields[column.Field] = Value(column, row[at], departments, Bad);
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
        if (column.Words.Count > 0 && !column.Words.Contains(text, StringComparer.Ordinal)) bad($"“{column.Label}”应是{string.Join("、", column.Words)}之一，现为“{ElementValue.Short(text)}”");
        if (!column.Departments) return text;
        var codes = new List<string>();
        foreach (var one in text.Split(['、', ';', '；', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (departments.TryGetValue(one, out var code)) codes.Add(code);
            else bad($"“{column.Label}”中的“{ElementValue.Short(one)}”不是现有部门；已撤销的，请改为承接其职责的部门");
        }
        return string.Join(';', codes);
    }

    // By code, or by a name of the city's department or of the region's own.
    private async Task<Dictionary<string, string>> Departments(RegionCode region, CancellationToken stop)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var of in await directory.DepartmentsOf(RegionCode.Ningbo, stop))
        {
            var own = region.Level is RegionLevel.City ? null : await directory.Competent(of.Code, region, stop);
            foreach (var called in new[] { of.Code, of.Name, of.ShortName, own?.Name, own?.ShortName }) if (called is not null) known.TryAdd(called, of.Code);
        }
        return known;
    }
}
