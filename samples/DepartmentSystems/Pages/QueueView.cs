using DepartmentSystems.Store;
using Microsoft.EntityFrameworkCore;

namespace DepartmentSystems.Pages;

/// <summary>One page of the queue.</summary>
public sealed record QueueView(CaseState? State, string Query, int Page, int Pages, int Found, IReadOnlyDictionary<CaseState, int> Counts,
    IReadOnlyList<CaseRecord> Cases, IReadOnlyList<Reply> Trouble)
{
    private const int PageSize = 20;
    private const int MostTrouble = 5;

    /// <summary>Loads the page; without a state all cases are shown.</summary>
    public static Task<QueueView> Load(DepartmentSystem system, string? state, string? query, int page, CancellationToken stop) => system.Read(async db =>
    {
        CaseState? wanted = Enum.TryParse<CaseState>(state, ignoreCase: true, out var parsed) && Enum.IsDefined(parsed) ? parsed : null;
        var text = query?.Trim() ?? "";
        var cases = db.Cases.Where(c => (wanted == null || c.State == wanted)
            && (text == "" || c.Number.Contains(text) || c.ApplicantName.Contains(text) || c.ItemName.Contains(text)));
        var found = await cases.CountAsync(stop);
        var pages = Math.Max(1, (found + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        // What still waits is worked through from the oldest; what is done is looked up from the newest.
        var ordered = wanted is null or CaseState.Closed ? cases.OrderByDescending(c => c.ArrivedAt) : cases.OrderBy(c => c.ArrivedAt);
        return new QueueView(wanted, text, page, pages, found,
            await db.Cases.GroupBy(c => c.State).ToDictionaryAsync(g => g.Key, g => g.Count(), stop),
            await ordered.ThenBy(c => c.Number).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(stop),
            await db.Replies.Where(r => r.State == ReplyState.Refused || r.State == ReplyState.Stopped).OrderByDescending(r => r.CreatedAt).Take(MostTrouble).ToListAsync(stop));
    });
}
