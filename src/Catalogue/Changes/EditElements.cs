using Microsoft.AspNetCore.Http;
using Yiwang.Catalogue.Elements;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Catalogue.Changes;

/// <summary>The elements of a change on its forms, section by section.</summary>
internal sealed class EditElements(ChangeActs acts, ICatalogue catalogue, ReadChoices choices)
{
    /// <summary>The sections that a change has.</summary>
    internal static IReadOnlyList<(string Key, string Title)> Sections(ItemChange change) =>
        change.HasItem ? [.. ItemElements.Sections.Where(s => Fits(s.Key, change)).Select(s => (s.Key, s.Title))]
        : change.Kind is ChangeKind.Adopt ? [(OwnElements.Section.Key, OwnElements.Section.Title)] : [];

    /// <summary>The title of a section; null when the change has none of that key.</summary>
    internal static string? Title(ItemChange change, string key) => Sections(change).Where(s => s.Key == key).Select(s => s.Title).FirstOrDefault();

    /// <summary>The section after one; null after the last.</summary>
    internal static string? Next(ItemChange change, string key) => Sections(change).SkipWhile(s => s.Key != key).Skip(1).Select(s => s.Key).FirstOrDefault();

    /// <summary>The section of a field, so that a problem can lead to its form; null when it is on none.</summary>
    internal static string? SectionOf(ItemChange change, string field) =>
        change.HasItem ? ItemElements.Sections.FirstOrDefault(s => s.Elements.Any(e => e.Name == field) || (field == "themes" && s.Key == "conditions"))?.Key
        : change.Kind is ChangeKind.Adopt && OwnElements.Section.Elements.Any(e => e.Name == field) ? OwnElements.Section.Key : null;

    /// <summary>The fields of a section, as they are or, with a form, as they were typed.</summary>
    internal async Task<List<FieldView>> Views(ItemChange change, string key, IFormCollection? typed, CancellationToken stop)
    {
        var views = new List<FieldView>();
        if (change.HasItem)
        {
            var item = change.Item;
            foreach (var element in ItemElements.Sections.Single(s => s.Key == key).Elements)
                views.Add(await FieldView.Of(element, typed is null ? WriteElements.Tidy(element, element.Read(item)) : FieldView.Typed(element, typed), choices, item, stop));
        }
        else
        {
            var item = await catalogue.Current(change.Code, stop);
            foreach (var element in OwnElements.Section.Elements)
                views.Add(await FieldView.Of(element, typed is null ? WriteElements.Tidy(element, element.Read(change.Local)) : FieldView.Typed(element, typed), choices, item, stop));
        }
        return views;
    }

    /// <summary>Saves a section; refused with everything that is wrong in it. What only the whole must have is asked when it is handed in.</summary>
    internal async Task<Outcome> Save(ItemChange change, string key, int revision, IFormCollection form, CancellationToken stop)
    {
        var problems = new List<FieldProblem>();
        object proposed;
        if (change.HasItem)
        {
            var before = change.Item;
            var elements = ItemElements.Sections.Single(s => s.Key == key).Elements;
            var item = before;
            foreach (var element in elements) item = WriteElements.Write(element, item, FieldView.Typed(element, form), await Words(element.Choices, before, stop), problems);
            proposed = WriteElements.Confirm(before, item, elements);
        }
        else
        {
            if (await catalogue.Current(change.Code, stop) is not { } item) return Refusal.NotFound("这个事项");
            var local = change.Local;
            foreach (var element in OwnElements.Section.Elements) local = WriteElements.Write(element, local, FieldView.Typed(element, form), await Words(element.Choices, item, stop), problems);
            problems.AddRange(local.Problems(item));
            proposed = local;
        }
        return problems.Count > 0 ? Refusal.Invalid(problems) : await acts.Propose(change.Id, revision, proposed, stop);
    }

    private async ValueTask<IReadOnlyCollection<string>> Words(ChoiceSource source, ServiceItem item, CancellationToken stop) => [.. (await choices.Of(source, item, stop)).Select(c => c.Value)];

    private static bool Fits(string section, ItemChange change) => section != "penalty" || change.Code.Category == "CF";
}
