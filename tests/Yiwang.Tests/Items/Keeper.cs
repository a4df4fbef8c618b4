using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Yiwang.Bench;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Items;

/// <summary>An editor or reviewer of items at the desk, as a browser without script is used.</summary>
internal sealed partial class Keeper : IDisposable
{
    private readonly PageClient _client;

    private Keeper(PageClient client) => _client = client;

    internal static async Task<Keeper> SignIn(Site site, string name, string password = "yiwang-demo-2026") => new(await PageClient.SignIn(site.Address, name, password));

    internal Task<(HttpStatusCode Status, string Text)> Read(string page) => _client.Read(page);

    /// <summary>Sends a form of a page as it stands there, with some fields changed.</summary>
    internal async Task<(HttpStatusCode Status, string Address, string Text)> Send(string page, string form, params (string Name, string Value)[] changed)
    {
        var (token, fields) = await Form(page, form);
        foreach (var name in changed.Select(c => c.Name).Distinct(StringComparer.Ordinal)) fields.RemoveAll(f => f.Key == name);
        fields.AddRange(changed.Select(c => KeyValuePair.Create(c.Name, c.Value)));
        return await _client.SendAll(page, token, form, fields);
    }

    /// <summary>A form as it stands on a page; the antiforgery token and all its fields.</summary>
    internal async Task<(string Token, List<KeyValuePair<string, string>> Fields)> Form(string page, string form)
    {
        var (_, token) = await _client.Open(page);
        var (_, text) = await ReadRaw(page);
        var found = text.QuerySelectorAll("form").OfType<IHtmlFormElement>().Single(f => f.QuerySelector($"input[name=_handler][value='{form}']") is not null);
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var field in found.QuerySelectorAll("input[name], select[name], textarea[name]"))
        {
            var name = field.GetAttribute("name")!;
            if (name is "_handler" or "__RequestVerificationToken") continue;
            if (field is IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }) continue;
            fields.Add(new(name, field switch { IHtmlInputElement input => input.Value, IHtmlSelectElement select => select.Value ?? "", _ => ((IHtmlTextAreaElement)field).Value }));
        }
        return (token, fields);
    }

    /// <summary>Sends a form that was opened before.</summary>
    internal async Task<(HttpStatusCode Status, string Text)> SendOpened(string page, string form, (string Token, List<KeyValuePair<string, string>> Fields) opened, params (string Name, string Value)[] changed)
    {
        var (status, _, text) = await _client.SendAll(page, opened.Token, form, [.. opened.Fields.Where(f => changed.All(c => c.Name != f.Key)), .. changed.Select(c => KeyValuePair.Create(c.Name, c.Value))]);
        return (status, text);
    }

    /// <summary>The first change that a page leads to.</summary>
    internal static string ChangeIn(string text) => ChangeLink().Match(text).Groups["id"].Value;

    /// <summary>Begins a change of an item; its id.</summary>
    internal async Task<string> Begin(string item, string act, string? region = null)
    {
        var (status, address, text) = await Send($"desk/items/{item}{(region is null ? "" : $"?region={region}")}", act);
        Assert.True(ChangeLink().IsMatch(address), $"{status} {address} {Errors(text)}");
        return ChangeLink().Match(address).Groups["id"].Value;
    }

    /// <summary>Changes fields of a section.</summary>
    internal async Task Edit(string change, string section, params (string Name, string Value)[] changed)
    {
        var (status, address, text) = await Send($"desk/item-changes/{change}/edit/{section}", "elements", changed);
        Assert.True(status is HttpStatusCode.OK && address.Contains("done=saved", StringComparison.Ordinal), $"{status} {address} {Errors(text)}");
    }

    /// <summary>Says why, by what and when.</summary>
    internal async Task Plan(string change, string at = "", params string[] regions)
    {
        var (status, _, text) = await Send($"desk/item-changes/{change}", "plan",
            [("Form.Reason", "按改革要求调整"), ("Form.Basis", "浙江省保障“最多跑一次”改革规定"), ("Form.At", at), .. regions.Select(r => ("Form.Regions", r))]);
        Assert.True(status is HttpStatusCode.OK, $"{status} {Errors(text)}");
    }

    /// <summary>Goes one step with a change; the status and what is wrong.</summary>
    internal async Task<(HttpStatusCode Status, string Errors)> Step(string change, string step, params (string Name, string Value)[] changed)
    {
        var (status, _, text) = await Send($"desk/item-changes/{change}", step, changed);
        return (status, Errors(text));
    }

    /// <summary>Exports items.</summary>
    internal Task<(HttpStatusCode Status, byte[] Content)> Export(string format, string query = "") => _client.Fetch($"desk/item-export.{format}{query}");

    /// <summary>Imports a file; the batch that it made, empty when it was refused, and the page that is shown then.</summary>
    internal async Task<(HttpStatusCode Status, string Batch, string Text)> Import(string fileName, byte[] content, string region = "", string at = "")
    {
        var (_, token) = await _client.Open("desk/item-import");
        var (status, address, text) = await _client.SendFileAll("desk/item-import", token, "import", "file", fileName, content,
            new() { ["region"] = region, ["Form.Reason"] = "按改革要求批量调整", ["Form.Basis"] = "浙江省保障“最多跑一次”改革规定", ["Form.At"] = at });
        return (status, BatchLink().Match(address).Groups["id"].Value, text);
    }

    /// <summary>Goes one step with all changes of a batch that are in a stage; the status and what is wrong.</summary>
    internal async Task<(HttpStatusCode Status, string Errors)> StepBatch(string batch, string stage, string step, params (string Name, string Value)[] changed)
    {
        var (status, _, text) = await Send($"desk/item-batches/{batch}?stage={stage}", step, changed);
        return (status, Errors(text));
    }

    /// <summary>What an error summary says.</summary>
    internal static string Errors(string text) => new HtmlParser().ParseDocument(text).QuerySelector(".yw-errors")?.TextContent.Trim() ?? "";

    /// <summary>The rows of a page's table, such as what is wrong with a file.</summary>
    internal static string Problems(string text) => string.Join('\n', new HtmlParser().ParseDocument(text).QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()))));

    public void Dispose() => _client.Dispose();

    private async Task<(HttpStatusCode Status, IHtmlDocument Text)> ReadRaw(string page)
    {
        var (status, text) = await _client.ReadRaw(page);
        return (status, new HtmlParser().ParseDocument(text));
    }

    [GeneratedRegex("/desk/item-batches/(?<id>[0-9a-f]{32})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BatchLink();

    [GeneratedRegex("/desk/item-changes/(?<id>[0-9a-f]{32})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChangeLink();
}
