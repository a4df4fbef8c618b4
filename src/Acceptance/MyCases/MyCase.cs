using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Yiwang.Acceptance.Cases;
using Yiwang.Documents;
using Yiwang.Kernel.Actors;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.MyCases;

/// <summary>Finds a case for the person whose it is; for anybody else there is none.</summary>
internal sealed class MyCase(YiwangDb db, CurrentActor actor)
{
    internal async Task<Case?> Find(string number, CancellationToken stop) =>
        CaseNumber.TryParse(number, null, out var parsed) && await db.Set<Case>().FindAsync([parsed], stop) is { } found
        && IsMine(actor.Actor, found.ApplicantNumber, found.SubmittedBy) ? found : null;

    /// <summary>Whether an application is the party's; under a delegation, whether it was handed in by the agent himself.</summary>
    internal static bool IsMine(Actor actor, string applicantNumber, string submittedBy) =>
        actor.PartyNumber is { } party && applicantNumber == party && (actor.Delegation is null || submittedBy == actor.JournalName);

    /// <summary>Whether a submission of the case holds this material.</summary>
    internal async Task<bool> Holds(Case found, Guid material, CancellationToken stop) =>
        (await db.Set<Submission>().AsNoTracking().Where(s => s.Case == found.Number).ToListAsync(stop)).Exists(s => s.ReadMaterials().Any(m => m.Id == material));
}

internal static class MyCaseFiles
{
    internal static void MapMyCaseFiles(this IEndpointRouteBuilder routes) => routes
        .MapGet($"{AcceptanceRoutes.MyCases}/{{number}}/files/{{material:guid}}", async (string number, Guid material, MyCase mine, IMaterials materials, CancellationToken stop) =>
        {
            if (await mine.Find(number, stop) is not { } found || !await mine.Holds(found, material, stop)) return Refusal.NotFound("这份文件").ToHttp();
            var file = (await materials.Find([material], stop)).Single();
            return Results.File(materials.Open(file), file.ContentType);
        })
        .RequireAuthorization(Policies.Applicant)
        .ExcludeFromDescription();
}
