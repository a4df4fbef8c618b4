using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Bundles;
using Yiwang.Acceptance.Cases;
using Yiwang.Acceptance.DeskCases;
using Yiwang.Acceptance.MyCases;
using Yiwang.Documents.Paper;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.Notices;

/// <summary>The papers of a case as PDF, for the applicant and for the window.</summary>
internal static class NoticeEndpoints
{
    internal static void MapNotices(this IEndpointRouteBuilder routes)
    {
        var mine = routes.MapGroup($"{AcceptanceRoutes.MyCases}/{{number}}").RequireAuthorization(Policies.Applicant).ExcludeFromDescription();
        mine.MapGet("receipt.pdf", async (string number, MyCase cases, ReceiptPaper receipts, IOfficialPaper paper, CancellationToken stop) =>
            await cases.Find(number, stop) is { } found ? Print(paper, await receipts.Of(found, stop), found.Number.Value) : Missing);
        mine.MapGet("notices/{id:guid}.pdf", async (string number, Guid id, MyCase cases, YiwangDb db, IOfficialPaper paper, CancellationToken stop) =>
            await cases.Find(number, stop) is { } found ? await Notice(db, paper, found, id, stop) : Missing);

        routes.MapGet("/my/bundles/{number}/receipt.pdf", async (string number, BundleView bundles, ReceiptPaper receipts, IOfficialPaper paper, CancellationToken stop) =>
            Bundle(paper, receipts, await bundles.OfMine(number, stop))).RequireAuthorization(Policies.Applicant).ExcludeFromDescription();
        routes.MapGet("/desk/bundles/{number}/receipt.pdf", async (string number, BundleView bundles, ReceiptPaper receipts, IOfficialPaper paper, CancellationToken stop) =>
            Bundle(paper, receipts, await bundles.OfDesk(number, stop))).RequireAuthorization(Policies.Window).ExcludeFromDescription();

        var desk = routes.MapGroup($"{AcceptanceRoutes.DeskCases}/{{number}}").RequireAuthorization(Policies.Window).ExcludeFromDescription();
        desk.MapGet("receipt.pdf", async (CaseNumber number, DeskActs cases, ReceiptPaper receipts, IOfficialPaper paper, CancellationToken stop) =>
            await cases.Find(number, stop) is { } found ? Print(paper, await receipts.Of(found, stop), found.Number.Value) : Missing);
        desk.MapGet("notices/{id:guid}.pdf", async (CaseNumber number, Guid id, DeskActs cases, YiwangDb db, IOfficialPaper paper, CancellationToken stop) =>
            await cases.Find(number, stop) is { } found ? await Notice(db, paper, found, id, stop) : Missing);
    }

    /// <summary>收件凭证 of a bundle: one for all of its items.</summary>
    private static IResult Bundle(IOfficialPaper paper, ReceiptPaper receipts, BundleSight? sight) =>
        sight is null ? Missing : Print(paper, receipts.Of(sight.Found, sight.Rows), sight.Found.Number.Value);

    private static IResult Missing => Refusal.NotFound("这份文书").ToHttp();

    private static async Task<IResult> Notice(YiwangDb db, IOfficialPaper paper, Case found, Guid id, CancellationToken stop) =>
        await db.Set<Notice>().AsNoTracking().SingleOrDefaultAsync(n => n.Id == id && n.Case == found.Number, stop) is { } notice ? Print(paper, notice.Read(), notice.Number) : Missing;

    private static IResult Print(IOfficialPaper paper, OfficialDocument document, string name)
    {
        var printed = paper.Print(document);
        return printed.IsDone ? Results.File(printed.Value, "application/pdf", $"{document.Title} {name}.pdf") : printed.Refusal.ToHttp();
    }
}
