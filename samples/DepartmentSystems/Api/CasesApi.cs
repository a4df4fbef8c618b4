using System.Text.Json.Nodes;
using DepartmentSystems.Decide;
using DepartmentSystems.Store;
using Microsoft.EntityFrameworkCore;

namespace DepartmentSystems.Api;

/// <summary>The machine interface for tests and the demonstration.</summary>
public static class CasesApi
{
    private const int MostCases = 1000;

    public static void MapCasesApi(this IEndpointRouteBuilder routes, DepartmentSystem system)
    {
        var api = routes.MapGroup("/api").AddEndpointFilter(DemoKey.Filter(system)).DisableAntiforgery();
        api.MapGet("/cases", async (string? state, int? take, CancellationToken stop) => await List(system, state, take ?? MostCases, stop));
        api.MapGet("/cases/{number}", async (string number, CancellationToken stop) => await One(system, number, stop));
        api.MapGet("/statistics", async (CancellationToken stop) => await system.Read(db => Statistics.Read(db, stop)));
        foreach (var act in Act.All)
        {
            api.MapPost($"/cases/{{number}}/{act}", async (string number, ActInput? input, DecideCase decide, CancellationToken stop) =>
                await decide.Run(system, number, act, input ?? new(), stop) is { } refusal ? refusal.ToHttp() : await One(system, number, stop));
        }
    }

    private static Task<IResult> List(DepartmentSystem system, string? state, int take, CancellationToken stop) => system.Read(async db =>
    {
        var cases = db.Cases.AsQueryable();
        if (state is { Length: > 0 })
        {
            if (int.TryParse(state, out _) || !Enum.TryParse<CaseState>(state, ignoreCase: true, out var wanted))
                return new Refusal(StatusCodes.Status400BadRequest, "unknown-state", "state 应为 pending、correcting、handling 或 closed。").ToHttp();
            cases = cases.Where(c => c.State == wanted);
        }
        var found = await cases.OrderBy(c => c.ArrivedAt).ThenBy(c => c.Number).Take(Math.Clamp(take, 1, MostCases)).ToListAsync(stop);
        return Results.Json(found.Select(CaseSummary.Of));
    });

    private static Task<IResult> One(DepartmentSystem system, string number, CancellationToken stop) => system.Read(async db =>
    {
        if (await db.Cases.FindAsync([number], stop) is not { } about) return new Refusal(StatusCodes.Status404NotFound, "unknown-case", "没有这个办件。").ToHttp();
        return Results.Json(new
        {
            Case = CaseSummary.Of(about),
            Form = JsonNode.Parse(about.Form),
            Materials = await db.Materials.Where(m => m.Case == number).OrderBy(m => m.Code).Select(m => new { m.Id, m.Code, m.Name, m.FileName, m.ContentType, m.Size, m.Sha256, m.Fetched, m.Error }).ToListAsync(stop),
            Received = await db.Inbound.Where(m => m.Case == number).OrderBy(m => m.Sequence).Select(m => new { m.Id, m.Sequence, m.Type, State = m.State.ToString().ToLowerInvariant(), m.Code }).ToListAsync(stop),
            Replies = await db.Replies.Where(r => r.Case == number).OrderBy(r => r.Sequence).Select(r => new { r.Id, r.Sequence, r.Type, State = r.State.ToString().ToLowerInvariant(), r.Attempts, r.Status, r.Code, r.Answer }).ToListAsync(stop),
            History = await db.History.Where(h => h.Case == number).OrderBy(h => h.Id).Select(h => new { h.At, h.Who, h.Text, h.Detail }).ToListAsync(stop),
        });
    });
}
