using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Yiwang.Catalogue.Changes;
using Yiwang.Kernel.Sheets;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Catalogue.Lists;

/// <summary>What became of a list's file.</summary>
/// <param name="Problems">Everything that is wrong with it; with one problem nothing is published.</param>
/// <param name="Added">How many rows are new.</param>
/// <param name="Changed">How many rows are others than before.</param>
/// <param name="Removed">How many rows are gone.</param>
internal sealed record ListAnswer(IReadOnlyList<SheetProblem> Problems, int Added, int Changed, int Removed);

/// <summary>Publishes a list of a region as a whole, from a file: with all that is wrong at once, and nothing half.</summary>
internal sealed class PublishList(YiwangDb db, Journal journal, ChangeRights rights, ReadListFile reading, ListDates dates, Generations generations, TimeProvider clock)
{
    /// <summary>The largest file, in bytes.</summary>
    internal const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Whether the one who asks publishes lists of a region: who keeps the whole government's catalogue there, not a department's alone.</summary>
    internal bool May(RegionCode region) => rights.IsEditor && region.Value.Length > 0 && rights.Covers(region) && rights.Who.Department is null or "" or ['*', ..];

    /// <summary>Publishes it; refused when the form is incomplete or the region out of reach.</summary>
    internal async Task<Outcome<ListAnswer>> Publish(ListLayout layout, RegionCode region, byte[] content, bool confirmed, CancellationToken stop)
    {
        if (!May(region)) return new Refusal(RefusalKind.Forbidden, "not-your-region", "只能公布本地区和下级地区的清单。");
        if (content.Length == 0) return Refusal.Invalid([new("file", "请选择清单文件")]);
        if (content.Length > MostBytes) return Refusal.Invalid([new("file", $"文件不超过 {MostBytes / 1024 / 1024} MB")]);
        if (!confirmed) return Refusal.Invalid([new("confirmed", "请确认文件是整份清单，将替换现在公布的清单")]);
        var problems = new List<SheetProblem>();
        var rows = await reading.Read(layout, region, content, problems, stop);
        if (problems.Count > 0) return new ListAnswer(problems, 0, 0, 0);

        var now = clock.GetUtcNow();
        var before = await db.Set<RegionListRow>().Where(r => r.Region == region && r.List == layout.File).ToDictionaryAsync(r => r.Id, StringComparer.Ordinal, stop);
        var (added, changed) = (0, 0);
        foreach (var row in rows)
        {
            var fields = JsonSerializer.Serialize(row.Fields, Journal.Json);
            if (before.Remove(row.Id, out var old))
            {
                if (old.Title != row.Title || old.Fields != fields) changed++;
                (old.Title, old.Department, old.Fields, old.PublishedAt) = (row.Title, row.Department, fields, now);
            }
            else
            {
                db.Add(new RegionListRow { Region = region, List = layout.File, Id = row.Id, Title = row.Title, Department = row.Department, Fields = fields, PublishedAt = now });
                added++;
            }
        }
        db.RemoveRange(before.Values);
        journal.Append($"list/{layout.File}/{region.Value}", new ListPublished(layout.File, region, rows.Count, Convert.ToHexStringLower(SHA256.HashData(content))));
        var saved = await db.TrySave(stop);
        if (!saved.IsDone) return saved.Refusal;
        dates.Forget();
        generations.Raise(Generations.Catalogue);
        return new ListAnswer([], added, changed, before.Count);
    }
}
