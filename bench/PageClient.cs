using System.Net;
using System.Text.RegularExpressions;

namespace Yiwang.Bench;

/// <summary>A person before the pages, as a browser without script would be: signs in, fills in forms.</summary>
internal sealed partial class PageClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly CookieContainer? _cookies;

    /// <param name="platform">Where the platform is.</param>
    /// <param name="handler">How it is reached; null for the usual way.</param>
    internal PageClient(Uri platform, HttpMessageHandler? handler = null)
    {
        if (handler is null) handler = new SocketsHttpHandler { CookieContainer = _cookies = new CookieContainer() };
        _http = new HttpClient(handler) { BaseAddress = platform, DefaultRequestHeaders = { { "Accept", "text/html" } } };
    }

    /// <summary>The cookies by which the platform knows this person.</summary>
    internal string Cookies => _cookies!.GetCookieHeader(_http.BaseAddress!);

    internal static async Task<PageClient> SignIn(Uri platform, string person, string password)
    {
        var client = new PageClient(platform);
        var status = await client.TrySignIn(person, password);
        return status is HttpStatusCode.OK ? client : throw new InvalidOperationException($"{person} could not sign in: {status}");
    }

    /// <summary>Sends the sign-in page; the status of what is shown then.</summary>
    internal async Task<HttpStatusCode> TrySignIn(string person, string password) =>
        await Send("sign-in", (await Open("sign-in")).Token, "sign-in", new() { ["Form.Name"] = person, ["Form.Password"] = password });

    /// <summary>Opens a page; its status and the antiforgery token of its forms.</summary>
    internal async Task<(HttpStatusCode Status, string Token)> Open(string page)
    {
        var (status, text) = await Read(page);
        return (status, AntiforgeryToken().Match(text).Groups["token"].Value);
    }

    /// <summary>Opens a page; its status and its text.</summary>
    internal async Task<(HttpStatusCode Status, string Text)> Read(string page)
    {
        var response = await _http.GetAsync(new Uri(page, UriKind.Relative));
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Fetches a file.</summary>
    internal async Task<(HttpStatusCode Status, byte[] Content)> Download(string page)
    {
        using var response = await _http.GetAsync(new Uri(page, UriKind.Relative));
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>Opens a page; its status and its text as it came.</summary>
    internal async Task<(HttpStatusCode Status, string Text)> ReadRaw(string page)
    {
        var response = await _http.GetAsync(new Uri(page, UriKind.Relative));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Sends a form of a page; the status of what is shown then.</summary>
    internal async Task<HttpStatusCode> Send(string page, string token, string form, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent([.. fields, new("_handler", form), new("__RequestVerificationToken", token)]);
        return (await _http.PostAsync(new Uri(page, UriKind.Relative), content)).StatusCode;
    }

    /// <summary>Sends a form, also with several values of one field; the status, address and text of what is shown then.</summary>
    internal async Task<(HttpStatusCode Status, string Address, string Text)> SendAll(string page, string token, string form, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var content = new FormUrlEncodedContent([.. fields, new("_handler", form), new("__RequestVerificationToken", token)]);
        var response = await _http.PostAsync(new Uri(page, UriKind.Relative), content);
        return (response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Posts to an endpoint as a page's script would; its status and its text.</summary>
    internal async Task<(HttpStatusCode Status, string Text)> Post(string address, string token, Dictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent([.. fields, new("__RequestVerificationToken", token)]);
        using var response = await _http.PostAsync(new Uri(address, UriKind.Relative), content);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>What a hidden field of a page holds.</summary>
    internal static string Hidden(string text, string name)
    {
        var start = text.IndexOf($"name=\"{name}\" value=\"", StringComparison.Ordinal) + $"name=\"{name}\" value=\"".Length;
        return text[start..text.IndexOf('"', start)];
    }

    /// <summary>Begins to apply for an item at a department's region; the draft's id.</summary>
    internal async Task<string> BeginDraft(string item, string region)
    {
        var sent = await SendAll($"apply/{item}", (await Open($"apply/{item}")).Token, "begin", [new("Form.Region", region)]);
        return DraftLink().Match(sent.Address) is { Success: true } draft ? draft.Groups["id"].Value : throw new InvalidOperationException($"{item} could not be begun: {sent.Status} {sent.Address}");
    }

    /// <summary>Sends a form with a file; the status of what is shown then.</summary>
    internal async Task<HttpStatusCode> SendFile(string page, string token, string form, string field, byte[] content, Dictionary<string, string> fields) =>
        (await SendFileAll(page, token, form, field, "文件.pdf", content, fields)).Status;

    /// <summary>Sends a form with a file; the status, address and text of what is shown then.</summary>
    internal async Task<(HttpStatusCode Status, string Address, string Text)> SendFileAll(string page, string token, string form, string field, string fileName, byte[] content, Dictionary<string, string> fields)
    {
        using var body = new MultipartFormDataContent { { new ByteArrayContent(content), field, fileName } };
        foreach (var (name, value) in fields) body.Add(new StringContent(value), name);
        body.Add(new StringContent(form), "_handler");
        body.Add(new StringContent(token), "__RequestVerificationToken");
        var response = await _http.PostAsync(new Uri(page, UriKind.Relative), body);
        return (response.StatusCode, response.RequestMessage!.RequestUri!.PathAndQuery, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    /// <summary>Fetches a file; its status and its content.</summary>
    internal async Task<(HttpStatusCode Status, byte[] Content)> Fetch(string address)
    {
        var response = await _http.GetAsync(new Uri(address, UriKind.Relative));
        return (response.StatusCode, await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex("/apply/draft/(?<id>[0-9a-f-]{36})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DraftLink();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex AntiforgeryToken();
}
