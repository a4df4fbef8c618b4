using DepartmentSystems.Decide;
using DepartmentSystems.Materials;
using DepartmentSystems.Send;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DepartmentSystems.Pages;

/// <summary>The clerk's pages: reading is GET, doing is a form that leads back to the case.</summary>
public static class PageEndpoints
{
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase) { "application/pdf", "image/jpeg", "image/png" };

    public static void MapPages(this IEndpointRouteBuilder routes, DepartmentSystem system)
    {
        routes.MapGet("/", async (string? state, string? q, int? page, CancellationToken stop) =>
            new RazorComponentResult<QueuePage>(new { Owner = system, View = await QueueView.Load(system, state, q, page ?? 1, stop) }));
        routes.MapGet("/cases/{number}", async (string number, string? done, CancellationToken stop) => await Case(system, number, done, null, stop));
        routes.MapGet("/cases/{number}/materials/{id}", async (string number, string id, HttpResponse response, CancellationToken stop) => await Material(system, number, id, response, stop));
        routes.MapPost("/cases/{number}/replies/{id}/resend", async (string number, string id, IFormCollection _, Resend resend, CancellationToken stop) =>
            await resend.Run(system, number, id, stop) is { } refusal ? await Case(system, number, null, refusal, stop) : Results.Redirect($"{At(system, number)}?done=resend"));
        foreach (var act in Act.All)
        {
            routes.MapGet($"/cases/{{number}}/{act}", async (string number, CancellationToken stop) => await Ask(system, number, act, new(), null, stop));
            routes.MapPost($"/cases/{{number}}/{act}", async (string number, IFormCollection form, DecideCase decide, CancellationToken stop) =>
            {
                var input = Read(form);
                return (DateProblem(form) ?? await decide.Run(system, number, act, input, stop)) is { } refusal ? await Ask(system, number, act, input, refusal, stop) : Results.Redirect($"{At(system, number)}?done={act}");
            });
        }
    }

    private static string At(DepartmentSystem system, string number) => $"/{system.Profile.Path}/cases/{Uri.EscapeDataString(number)}";

    private static async Task<IResult> Case(DepartmentSystem system, string number, string? done, Refusal? refusal, CancellationToken stop) =>
        await CaseView.Load(system, number, stop) is { } view
            ? new RazorComponentResult<CasePage>(new { Owner = system, View = view, Done = done, Problem = refusal?.Reason }) { StatusCode = refusal?.Status ?? StatusCodes.Status200OK }
            : Missing(system, number);

    private static async Task<IResult> Ask(DepartmentSystem system, string number, string act, ActInput input, Refusal? refusal, CancellationToken stop)
    {
        if (await CaseView.Load(system, number, stop) is not { } view) return Missing(system, number);
        // Somebody was quicker, or the platform: the case page says how things are now.
        if (DecideCase.Wrong(view.Case, act) is { } wrong) return await Case(system, number, null, new(StatusCodes.Status409Conflict, "wrong-state", wrong), stop);
        return new RazorComponentResult<ActPage>(new { Owner = system, View = view, What = act, Input = input, Problem = refusal?.Reason }) { StatusCode = refusal?.Status ?? StatusCodes.Status200OK };
    }

    private static RazorComponentResult<MissingPage> Missing(DepartmentSystem system, string number) =>
        new(new { Owner = system, Number = number }) { StatusCode = StatusCodes.Status404NotFound };

    private static async Task<IResult> Material(DepartmentSystem system, string number, string id, HttpResponse response, CancellationToken stop)
    {
        var material = await system.Read(async db => await db.Materials.FindAsync([number, id], stop));
        if (material is not { Fetched: true }) return Missing(system, number);
        // What applicants upload is shown, never run.
        response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'";
        var path = MaterialFiles.PathOf(system, material.Sha256);
        return Inline.Contains(material.ContentType) ? Results.File(path, material.ContentType) : Results.File(path, "application/octet-stream", material.FileName);
    }

    private static Refusal? DateProblem(IFormCollection form) => form["validTo"].ToString() is { Length: > 0 } text && NingboTime.Read(text) is null
        ? new(StatusCodes.Status422UnprocessableEntity, "invalid", "有效期应写作 2027-11-23。") : null;

    private static ActInput Read(IFormCollection form) => new()
    {
        Officer = form["officer"],
        Reason = form["reason"],
        Step = form["step"],
        Opinion = form["opinion"],
        ValidTo = NingboTime.Read(form["validTo"]),
        Problems = [.. form["what"].Zip(form["why"], (what, why) => new Problem(what?.Trim() ?? "", why?.Trim() ?? "")).Where(p => p.What.Length + p.Why.Length > 0)],
    };
}
