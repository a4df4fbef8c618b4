using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Yiwang.Host.Demo;

/// <summary>The API for channels, as a kiosk uses it.</summary>
internal sealed class ChannelClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly HttpClient _http;

    private ChannelClient(HttpClient http, string token)
    {
        (_http, Token) = (http, token);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>The token with which it signed in.</summary>
    internal string Token { get; }

    internal static async Task<ChannelClient> SignIn(Uri platform, CancellationToken stop)
    {
        var http = new HttpClient { BaseAddress = platform };
        using var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", "kiosk-demo"), new("client_secret", "kiosk-demo-secret"), new("scope", "channel"),
        ]);
        var token = await Read(await http.PostAsync("connect/token", form, stop), stop);
        return new ChannelClient(http, (string)token["access_token"]!);
    }

    internal async Task<JsonObject> Item(string code, CancellationToken stop) => (await Read(await _http.GetAsync($"api/v1/items/{code}", stop), stop))["item"]!.AsObject();

    internal async Task<string> Upload(string name, CancellationToken stop)
    {
        using var file = new ByteArrayContent(SmallPdf(name));
        using var form = new MultipartFormDataContent { { file, "file", name } };
        return (string)(await Read(await _http.PostAsync("api/v1/materials", form, stop), stop))["materialId"]!;
    }

    internal Task<string> Submit(JsonObject application, CancellationToken stop) => Submit(application, Guid.NewGuid().ToString(), stop);

    internal async Task<string> Submit(JsonObject application, string key, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/cases") { Content = JsonContent.Create(application) };
        request.Headers.Add("Idempotency-Key", key);
        return (string)(await Read(await _http.SendAsync(request, stop), stop))["caseNumber"]!;
    }

    internal async Task Correct(string number, IEnumerable<(string Code, string Material)> materials, CancellationToken stop)
    {
        var body = new JsonObject { ["materials"] = new JsonArray([.. materials.Select(m => new JsonObject { ["code"] = m.Code, ["materialId"] = m.Material })]) };
        await Read(await _http.PostAsJsonAsync($"api/v1/cases/{number}/corrections", body, stop), stop);
    }

    /// <summary>Waits until the case has this status.</summary>
    internal async Task<JsonObject> WaitFor(string number, string status, CancellationToken stop)
    {
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            var view = await Read(await _http.GetAsync($"api/v1/cases/{number}", stop), stop);
            if ((string?)view["status"] == status) return view;
            if (Environment.TickCount64 > until) throw new DemoException($"等了 {Patience.TotalSeconds:0} 秒，办件 {number} 仍是“{view["statusText"]}”");
            await Task.Delay(100, stop);
        }
    }

    public void Dispose() => _http.Dispose();

    private static async Task<JsonObject> Read(HttpResponseMessage response, CancellationToken stop)
    {
        var text = await response.Content.ReadAsStringAsync(stop);
        if (!response.IsSuccessStatusCode) throw new DemoException($"{response.RequestMessage!.RequestUri!.AbsolutePath} 回答 {(int)response.StatusCode}：{text}");
        return text.Length == 0 ? [] : JsonNode.Parse(text)!.AsObject();
    }

    /// <summary>One empty page, with a cross-reference table at the right places.</summary>
    internal static byte[] SmallPdf(string title)
    {
        var text = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Note <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}> >>",
        ];
        for (var i = 0; i < objects.Length; i++)
        {
            offsets.Add(text.Length);
            text.Append($"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }
        var start = text.Length;
        text.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets) text.Append($"{offset:0000000000} 00000 n \n");
        text.Append($"trailer << /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(text.ToString());
    }
}
