using Microsoft.EntityFrameworkCore;
using Yiwang.Directory;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Supervision.Watch;

namespace Yiwang.Supervision.Figures;

/// <summary>A page of the cases behind a figure.</summary>
/// <param name="Title">Whose cases they are.</param>
/// <param name="Cases">The cases, the latest first.</param>
/// <param name="Items">What their items are called.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
internal sealed record CasesFound(string Title, IReadOnlyList<WatchedCase> Cases, IReadOnlyDictionary<ItemCode, string> Items, string? Next);

/// <summary>Finds the cases that a figure of a department, of one of its items or of a service point counts.</summary>
internal sealed class CasesBehind(YiwangDb db, CurrentSight sight, IDirectory directory)
{
    private const int PageSize = 30;

    private static readonly (string Of, string Words)[] All =
        [("submitted", "申报的件"), ("decided", "作出决定的件"), ("late", "超过承诺期限才决定的件"), ("visits", "跑动两次以上的件"), ("bad", "作出决定、评为不满意的件")];

    internal static string Known(string? of) => All.Any(a => a.Of == of) ? of! : All[0].Of;

    internal static string Words(string of) => All.Single(a => a.Of == of).Words;

    internal async Task<CasesFound> Find(DateOnly month, string of, string? department, string? item, string? point, string? before, CancellationToken stop)
    {
        var cases = db.Set<WatchedCase>().AsNoTracking();
        var title = "办件明细";
        if (point is { Length: > 0 })
        {
            cases = cases.Where(c => c.Point == point);
            title = (await directory.ServicePoint(point, stop))?.Name ?? title;
        }
        else
        {
            var whose = department ?? "";
            cases = cases.Where(c => c.Department == whose);
            title = (await directory.Department(whose, stop))?.Name ?? title;
        }
        if (sight.Now.Region is { } region) cases = cases.Where(c => c.Region == region);
        if (sight.Now.Department is { } own) cases = cases.Where(c => c.Department == own);
        if (item is { Length: > 0 } && ItemCode.TryParse(item, null, out var code)) cases = cases.Where(c => c.Item == code);
        var page = of == "submitted" ? await Submitted(cases, month, before, stop) : await Ended(cases, month, of, before, stop);
        var next = page.Count > PageSize ? page[PageSize - 1] : null;
        if (next is not null) page.RemoveAt(PageSize);
        var codes = page.Select(c => c.Item).Distinct().ToList();
        var names = await db.Set<WatchedItem>().AsNoTracking().Where(i => codes.Contains(i.Code)).ToDictionaryAsync(i => i.Code, i => i.Name, stop);
        return new(title, page, names, next is null ? null : $"{(of == "submitted" ? next.SubmittedAt : next.EndedAt!.Value):O}~{next.Number.Value}");
    }

    private static Task<List<WatchedCase>> Submitted(IQueryable<WatchedCase> cases, DateOnly month, string? before, CancellationToken stop)
    {
        var (from, to) = Periods.Of(month);
        cases = cases.Where(c => c.SubmittedAt >= from && c.SubmittedAt < to);
        if (ReadKey(before) is var (at, number)) cases = cases.Where(c => c.SubmittedAt < at || (c.SubmittedAt == at && c.Number.CompareTo(number) < 0));
        return cases.OrderByDescending(c => c.SubmittedAt).ThenByDescending(c => c.Number).Take(PageSize + 1).ToListAsync(stop);
    }

    private static Task<List<WatchedCase>> Ended(IQueryable<WatchedCase> cases, DateOnly month, string of, string? before, CancellationToken stop)
    {
        var (from, to) = Periods.Of(month);
        cases = cases.Where(c => c.EndedAt >= from && c.EndedAt < to && c.DecidedOn != null);
        cases = of switch
        {
            "late" => cases.Where(c => c.DecidedOn > c.PromisedDue),
            "visits" => cases.Where(c => c.Visits > 1),
            "bad" => cases.Where(c => c.Rating <= 2),
            _ => cases,
        };
        if (ReadKey(before) is var (at, number)) cases = cases.Where(c => c.EndedAt < at || (c.EndedAt == at && c.Number.CompareTo(number) < 0));
        return cases.OrderByDescending(c => c.EndedAt).ThenByDescending(c => c.Number).Take(PageSize + 1).ToListAsync(stop);
    }

    private static (DateTimeOffset At, CaseNumber Number)? ReadKey(string? before) =>
        before?.Split('~') is [var at, var number] && DateTimeOffset.TryParse(at, System.Globalization.CultureInfo.InvariantCulture, out var when) && CaseNumber.TryParse(number, null, out var last) ? (when, last) : null;
}
