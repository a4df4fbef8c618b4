using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Database;

namespace Yiwang.Acceptance.Notices;

/// <summary>A paper of a case, as its page lists it.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Number">Its number.</param>
/// <param name="Day">When it was issued; null for the receipt.</param>
/// <param name="Address">Where its PDF is.</param>
public sealed record PaperLink(string Title, string Number, DateOnly? Day, string Address);

/// <summary>Lists the papers of a case: the receipt, and each notice.</summary>
internal sealed class CasePapers(YiwangDb db)
{
    /// <param name="found">The case.</param>
    /// <param name="page">The case's page, under which its papers are.</param>
    /// <param name="stop">Ends the wait.</param>
    internal async Task<IReadOnlyList<PaperLink>> Of(Case found, string page, CancellationToken stop)
    {
        var notices = await db.Set<Notice>().AsNoTracking().Where(n => n.Case == found.Number).OrderBy(n => n.IssuedAt).Select(n => new { n.Id, n.Title, n.Number, n.IssuedAt }).ToListAsync(stop);
        return
        [
            new("收件凭证", found.Number.Value, null, $"{page}/receipt.pdf"),
            .. notices.Select(n => new PaperLink(n.Title, n.Number, WorkCalendar.DayInNingbo(n.IssuedAt), $"{page}/notices/{n.Id}.pdf")),
        ];
    }
}
