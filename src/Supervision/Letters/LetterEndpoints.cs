using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yiwang.Documents.Paper;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;
using Yiwang.Supervision.Findings;

namespace Yiwang.Supervision.Letters;

/// <summary>A letter as PDF.</summary>
internal static class LetterEndpoints
{
    internal static void MapLetters(this IEndpointRouteBuilder routes) => routes.MapGet($"{SupervisionRoutes.Letters}/{{id:guid}}.pdf", async (Guid id, LetterActs letters, FindingActs findings, IOfficialPaper paper, CancellationToken stop) =>
    {
        if (await letters.Visible().AsNoTracking().SingleOrDefaultAsync(l => l.Id == id, stop) is not { } letter) return Refusal.NotFound("这份督办通知书").ToHttp();
        var found = await findings.Visible().AsNoTracking().SingleAsync(f => f.Id == letter.Finding, stop);
        var printed = paper.Print(LetterActs.Paper(letter, found));
        return printed.IsDone ? Results.File(printed.Value, "application/pdf", $"督办通知书 {letter.Number}.pdf") : printed.Refusal.ToHttp();
    }).RequireAuthorization(Policies.Supervised).ExcludeFromDescription();
}
