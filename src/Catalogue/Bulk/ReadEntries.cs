using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Yiwang.Catalogue.Changes;
using Yiwang.Catalogue.Elements;
using Yiwang.Catalogue.Publish;
using Yiwang.Kernel.Sheets;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Bulk;

/// <summary>Makes changes of the entries of a file, by the same rules as changes that are made alone. Adds everything that is wrong to the file's problems.</summary>
internal sealed class ReadEntries(YiwangDb db, ChangeRights rights, BuildChanges build, PublishChange publishing)
{
    /// <summary>The changes, and how many items are as they are in force.</summary>
    internal async Task<(List<ItemChange> Changes, int Same)> Read(ImportAsk ask, BulkFile file, string batch, DateTimeOffset at, CancellationToken stop)
    {
        var changes = new List<ItemChange>();
        var same = 0;
        foreach (var part in (await Coded(ask, file, stop)).Chunk(ReadItems.Batch))
        {
            var codes = part.Select(p => p.Code).ToList();
            var keys = codes.ConvertAll(c => ItemChange.KeyOf(c, ask.Region));
            var histories = await ItemHistory.Read(db, codes, stop);
            var open = await db.Set<ItemChange>().AsNoTracking().Where(c => c.OpenKey != null && keys.Contains(c.OpenKey)).ToDictionaryAsync(c => c.Code, stop);
            foreach (var (entry, code) in part)
            {
                var problems = new List<FieldProblem>();
                var history = histories.GetValueOrDefault(code) ?? new(null, []);
                var change = await Change(ask, entry, code, history, batch, at, problems, stop);
                if (change is not null && open.TryGetValue(code, out var taken)) problems.Add(new("", ChangeActs.Taken(taken).Reason));
                if (change is not null && problems.Count == 0) problems.AddRange(await publishing.Problems(change, history, stop));
                file.Problems.AddRange(problems.DistinctBy(p => p.Message, StringComparer.Ordinal).Select(p => new SheetProblem(entry.Values.TryGetValue(p.Field, out var value) ? value.Where : entry.Where, entry.Key, p.Message)));
                if (change is not null) changes.Add(change);
                else if (problems.Count == 0) same++;
            }
            // Thousands of items that are only looked at are not kept.
            db.ChangeTracker.Clear();
        }
        return (changes, same);
    }

    private async Task<List<(BulkEntry Entry, ItemCode Code)>> Coded(ImportAsk ask, BulkFile file, CancellationToken stop)
    {
        var coded = new Dictionary<ItemCode, BulkEntry>();
        foreach (var entry in file.Entries)
        {
            if (ItemCode.TryRead(entry.Key, out var code, out var reason))
            {
                if (!coded.TryAdd(code, entry)) file.Bad(entry.Where, entry.Key, "这个事项前面已有一行");
            }
            else if (!ask.OfBase || entry.Key[0] != '新') file.Bad(entry.Where, entry.Key, reason);
            else if (await Next(entry, coded.Keys, stop) is { } next) coded.Add(next, entry);
            else file.Bad(entry.Where, entry.Key, "新增事项要填“类别”和“主管部门”，平台按它们给出编码");
        }
        return [.. coded.Select(c => (c.Value, c.Key))];
    }

    private async Task<ItemCode?> Next(BulkEntry entry, IEnumerable<ItemCode> taken, CancellationToken stop)
    {
        var letters = ItemWords.Categories.FirstOrDefault(c => c.Name == entry.Notes.GetValueOrDefault(BulkLayout.Category)).Letters;
        var department = await build.Department(entry, stop);
        return letters is null || department is null ? null : await NewItem.NextCode(db, letters, department, taken, stop);
    }

    // Null with nothing wrong: it is as it is in force.
    private async Task<ItemChange?> Change(ImportAsk ask, BulkEntry entry, ItemCode code, ItemHistory history, string batch, DateTimeOffset at, List<FieldProblem> problems, CancellationToken stop)
    {
        var before = history.InForce?.Read();
        if (before is null && history.Latest is not null) problems.Add(new("", $"事项 {code} 已取消，它的编码不再使用"));
        else if (before is null && !ask.OfBase) problems.Add(new("", $"基本目录没有事项 {code}"));
        else if (before is not null && !await rights.Covers(ask.Region, before.Department, stop)) problems.Add(new("", "不是您所在部门的事项"));
        if (problems.Count > 0) return null;
        var row = ask.OfBase ? null : history.Of(ask.Region);
        var version = ask.OfBase ? before?.Version ?? 0 : row?.Version ?? 0;
        if (entry.Notes.GetValueOrDefault(BulkLayout.Version) is { Length: > 0 } stated && stated != version.ToString(CultureInfo.InvariantCulture))
            problems.Add(new("", $"文件是按第 {ElementValue.Short(stated)} 版填的，{(version == 0 ? "现在还没有版本" : $"现行是第 {version} 版")}，请按现行版本重新填写"));
        var start = before ?? NewItem.Blank(code, "", ItemWords.Categories.FirstOrDefault(c => c.Letters == code.Category).Name ?? "", "");
        if (await Proposed(ask, entry, start, row, problems, stop) is not { } proposed) return null;
        var change = ItemChange.Begin(code, ask.Region, !ask.OfBase ? ChangeKind.Adopt : before is null ? ChangeKind.Add : ChangeKind.Change, version, start.Name, start.Department, rights.Who.JournalName, at, batch);
        change.Propose(proposed);
        change.Plan(ask.Plan);
        return change;
    }

    private async Task<object?> Proposed(ImportAsk ask, BulkEntry entry, ServiceItem start, ImplementingItem? row, List<FieldProblem> problems, CancellationToken stop)
    {
        if (ask.OfBase)
        {
            var item = await build.Item(start, entry, problems, stop);
            if (!await rights.Covers(default, item.Department, stop)) problems.Add(new("department", "不是您所在部门的事项"));
            return start.Version > 0 && ItemVersion.Write(item) == ItemVersion.Write(start) ? null : item;
        }
        var had = LocalElements.Read(row?.Local);
        var own = await build.Own(had, start, entry, problems, stop);
        return row is not null && own.Write() == had.Write() ? null : own;
    }
}
