using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Yiwang.Forms;
using Yiwang.Kernel.Outcomes;
using Yiwang.Kernel.Pages;
using Yiwang.Kernel.Rooms;

namespace Yiwang.Acceptance.Drafts;

/// <summary>What a page learns when it was saved while somebody typed.</summary>
/// <param name="SavedAt">When, in Ningbo.</param>
/// <param name="Seen">The mark of what is saved now.</param>
/// <param name="Calculated">The calculated values.</param>
/// <param name="Problems">What is wrong so far; what is still empty is among it.</param>
internal sealed record Autosaved(string SavedAt, string Seen, IReadOnlyDictionary<string, string?> Calculated, IReadOnlyList<FieldProblem> Problems);

/// <summary>Saves drafts while they are filled in (自动保存), for the script of the pages: the same check as sending the page, so that the browser repeats what the server says.</summary>
internal static class AutosaveEndpoints
{
    internal static void MapAutosave(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/apply/draft/{id:guid}/form/{number:int}/autosave", async (Guid id, int number, IFormCollection posted, DraftDesk desk, CancellationToken stop) =>
        {
            if (await desk.Open(id, stop) is not { } open || number < 1 || number > open.Form.Sections.Count) return Refusal.NotFound("这份草稿").ToHttp();
            var section = open.Form.Sections[number - 1];
            if (DraftMark.IsStale(posted[DraftMark.Field], open.Draft, [section])) return DraftDesk.OtherWindow.ToHttp();
            var problems = await desk.SaveSection(open, number - 1, posted, done: false, stop);
            return Saved(open, [section], problems);
        }).RequireAuthorization(Policies.Applicant).ExcludeFromDescription();

        routes.MapPost("/desk/reception/draft/{id:guid}/autosave", async (Guid id, IFormCollection posted, DraftDesk desk, DraftApplicant applicant, CancellationToken stop) =>
        {
            if (await desk.Open(id, stop) is not { } open) return Refusal.NotFound("这份草稿").ToHttp();
            if (DraftMark.IsStale(posted[DraftMark.Field], open.Draft, open.Form.Sections)) return DraftDesk.OtherWindow.ToHttp();
            var problems = new List<FieldProblem>(await applicant.Save(open, new(posted["applicant.kind"], posted["applicant.name"], posted["applicant.idNumber"], posted["applicant.phone"]), stop));
            for (var i = 0; i < open.Form.Sections.Count; i++) problems.AddRange(await desk.SaveSection(open, i, posted, done: false, stop));
            return Saved(open, open.Form.Sections, problems);
        }).RequireAuthorization(Policies.Window).ExcludeFromDescription();
    }

    private static IResult Saved(OpenDraft open, IReadOnlyList<FormSection> sections, IReadOnlyList<FieldProblem> problems)
    {
        var values = open.Draft.ReadForm();
        var calculated = sections.SelectMany(s => s.Fields).Where(f => f.Calculate is not null).ToDictionary(f => f.Name, f => values[f.Name]?.ToString(), StringComparer.Ordinal);
        return Results.Ok(new Autosaved(Show.Time(open.Draft.UpdatedAt), DraftMark.Of(open.Draft, sections), calculated, problems));
    }
}
