using System.Text.Json.Nodes;
using Yiwang.Directory;
using Yiwang.Kernel.Identifiers;
using Yiwang.Kernel.Pages;
using Yiwang.Kernel.Personal;

namespace Yiwang.Handling.Review;

/// <summary>An answer of the applicant's form, as the official reads it.</summary>
/// <param name="Label">What was asked.</param>
/// <param name="Text">The answer.</param>
/// <param name="Columns">The columns of an answer that is a table; empty for others.</param>
/// <param name="Rows">Its rows.</param>
/// <param name="Disputed">What had been filled in for the applicant and was changed, in words; null when nothing was.</param>
internal sealed record TaskAnswer(string Label, string Text, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows, string? Disputed);

/// <summary>Reads the answers of a task's form by what the message said of its fields.</summary>
internal sealed class TaskAnswers(IDirectory directory)
{
    internal async Task<List<TaskAnswer>> Of(HandlingTask task, CancellationToken stop)
    {
        var form = JsonNode.Parse(task.Form)!.AsObject();
        var fields = JsonNode.Parse(task.FormFields)!.AsArray().OfType<JsonObject>().ToDictionary(f => (string)f["name"]!, StringComparer.Ordinal);
        var answers = new List<TaskAnswer>();
        foreach (var (name, value) in form)
        {
            var field = fields.GetValueOrDefault(name);
            var type = (string?)field?["type"] ?? "text";
            var columns = field?["columns"]?.AsArray().OfType<JsonObject>().ToList() ?? [];
            List<IReadOnlyList<string>> rows = [];
            foreach (var row in columns.Count > 0 ? value?.AsArray().OfType<JsonObject>() ?? [] : [])
            {
                List<string> cells = [];
                foreach (var column in columns) cells.Add(await Text((string)column["type"]!, row[(string)column["name"]!], stop));
                rows.Add(cells);
            }
            var disputed = field?["prefilled"] is { } prefilled ? $"预填为“{await Text(type, prefilled, stop)}”（{field["prefilledFrom"]}），申请人已改" : null;
            answers.Add(new((string?)field?["label"] ?? name, columns.Count > 0 ? "" : await Text(type, value, stop), [.. columns.Select(c => (string)c["label"]!)], rows, disputed));
        }
        return answers;
    }

    private async Task<string> Text(string type, JsonNode? value, CancellationToken stop) => type switch
    {
        "address" or "region" => await Place(value, stop),
        "idno" or "partyno" => Show.Masked(Plain(value)),
        "person" or "party" => PersonalText.Hide(Plain(value)),
        _ => Plain(value),
    };

    private async Task<string> Place(JsonNode? value, CancellationToken stop)
    {
        var code = value is JsonObject address ? (string?)address["region"] : (string?)value;
        var region = RegionCode.TryParse(code, null, out var parsed) ? await directory.Region(parsed, stop) : null;
        return $"{region?.Name ?? code} {(string?)(value as JsonObject)?["detail"]}".Trim();
    }

    private static string Plain(JsonNode? value) => value switch
    {
        null => "",
        JsonArray many => string.Join("、", many.Select(Plain)),
        JsonObject parts => string.Join(" ", parts.Select(p => Plain(p.Value))),
        JsonValue flag when flag.GetValueKind() is System.Text.Json.JsonValueKind.True => "是",
        JsonValue flag when flag.GetValueKind() is System.Text.Json.JsonValueKind.False => "否",
        _ => value.ToString(),
    };
}
