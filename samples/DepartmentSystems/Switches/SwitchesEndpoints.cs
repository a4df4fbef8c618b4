using System.Text.Json.Nodes;
using DepartmentSystems.Api;
using DepartmentSystems.Pages;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DepartmentSystems.Switches;

/// <summary>The switches: a page for people, and at the same address JSON for machines.</summary>
public static class SwitchesEndpoints
{
    public static void MapSwitches(this IEndpointRouteBuilder routes, DepartmentSystem system)
    {
        routes.MapGet("/switches", (HttpContext http, bool? saved) =>
            http.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) ? Page(system, null, saved is true)
                : DemoKey.Problem(system, http.Request)?.ToHttp() ?? Results.Json(system.Switches));
        routes.MapPost("/switches", async (JsonObject changes, CancellationToken stop) =>
        {
            if (system.Switches.With(changes, out var problem) is not { } settings) return Invalid(problem!).ToHttp();
            await system.Switch(settings, stop);
            return Results.Json(settings);
        }).AddEndpointFilter(DemoKey.Filter(system)).DisableAntiforgery();
        routes.MapPost("/switches/form", async (IFormCollection form, CancellationToken stop) =>
        {
            if (system.Switches.With(Read(form), out var problem) is not { } settings) return Page(system, problem, saved: false);
            await system.Switch(settings, stop);
            return Results.Redirect($"/{system.Profile.Path}/switches?saved=true");
        });
    }

    private static RazorComponentResult<SwitchesPage> Page(DepartmentSystem system, string? problem, bool saved) =>
        new RazorComponentResult<SwitchesPage>(new { Owner = system, Problem = problem, Saved = saved }) { StatusCode = problem is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity };

    private static JsonObject Read(IFormCollection form)
    {
        return new()
        {
            ["delayMs"] = Number("delayMs"),
            ["failureRate"] = Number("failurePercent") is { } percent ? (double)percent / 100 : null,
            ["decideAfterSeconds"] = Number("decideAfterSeconds"),
            ["down"] = form.ContainsKey("down"),
            ["duplicateReplies"] = form.ContainsKey("duplicateReplies"),
            ["outOfOrderReplies"] = form.ContainsKey("outOfOrderReplies"),
            ["autoDecide"] = form.ContainsKey("autoDecide"),
        };

        JsonNode? Number(string name) => decimal.TryParse(form[name], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static Refusal Invalid(string problem) => new(StatusCodes.Status422UnprocessableEntity, "invalid", problem);
}
