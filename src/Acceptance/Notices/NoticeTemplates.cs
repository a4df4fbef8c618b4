using System.Text.Json;
using System.Text.RegularExpressions;
using Yiwang.Documents.Paper;
using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Notices;

/// <summary>The wording of a notice: <c>{name}</c> stands for a value.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Title">The title of the document.</param>
/// <param name="Series">The word of its numbers: 受, 补, ….</param>
/// <param name="Lines">The text.</param>
internal sealed record NoticeTemplate(string Kind, string Title, string Series, IReadOnlyList<TemplateLine> Lines);

/// <summary>A line of a template.</summary>
/// <param name="Style">How it is set.</param>
/// <param name="Text">What it says.</param>
/// <param name="When">Only where this value is given; null for always.</param>
/// <param name="Unless">Only where this value is not given.</param>
/// <param name="Each">Once for each entry of this list.</param>
internal sealed record TemplateLine(LineStyle Style, string Text, string? When = null, string? Unless = null, string? Each = null);

/// <summary>The values that a template is filled with. What is not given is an empty text, or no list.</summary>
internal sealed class NoticeValues
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _lists = new(StringComparer.Ordinal);

    internal string this[string name]
    {
        get => _texts.GetValueOrDefault(name, "");
        set => _texts[name] = value;
    }

    internal IReadOnlyList<string> List(string name) => _lists.GetValueOrDefault(name, []);

    internal void Add(string name, IReadOnlyList<string> entries) => _lists[name] = entries;
}

/// <summary>The templates of the notices, from templates.json.</summary>
internal static partial class NoticeTemplates
{
    private static readonly Dictionary<string, NoticeTemplate> All = Read();

    internal static NoticeTemplate Of(string kind) => All[kind];

    /// <summary>The lines of a notice with its values filled in.</summary>
    internal static IReadOnlyList<DocumentLine> Fill(NoticeTemplate template, NoticeValues values)
    {
        var lines = new List<DocumentLine>();
        foreach (var line in template.Lines)
        {
            if ((line.When is { } needed && values[needed].Length == 0) || (line.Unless is { } unwanted && values[unwanted].Length > 0)) continue;
            if (line.Each is null) lines.Add(new(line.Style, Fill(line.Text, values, null, 0)));
            else lines.AddRange(values.List(line.Each).Select((entry, index) => new DocumentLine(line.Style, Fill(line.Text, values, entry, index + 1))));
        }
        return lines;
    }

    /// <summary>A text with its values filled in.</summary>
    internal static string Fill(string text, NoticeValues values) => Fill(text, values, null, 0);

    private static string Fill(string text, NoticeValues values, string? entry, int index) => Place().Replace(text, place => place.Groups["name"].Value switch
    {
        "entry" => entry ?? "",
        "index" => index.ToString(System.Globalization.CultureInfo.InvariantCulture),
        var name => values[name],
    });

    private static Dictionary<string, NoticeTemplate> Read()
    {
        using var stream = typeof(NoticeTemplates).Assembly.GetManifestResourceStream("Yiwang.Acceptance.Notices.templates.json") ?? throw new InvalidOperationException("The templates are missing.");
        return JsonSerializer.Deserialize<List<NoticeTemplate>>(stream, Journal.Json)!.ToDictionary(t => t.Kind, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"\{(?<name>\w+)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
