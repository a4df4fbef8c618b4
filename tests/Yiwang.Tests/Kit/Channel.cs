using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Yiwang.Host.Demo;

namespace Yiwang.Tests.Kit;

/// <summary>An answer of the API.</summary>
public sealed record Answer(HttpStatusCode Status, JsonObject Body)
{
    public string? Code => (string?)Body["code"];

    public string Errors => Body["errors"]?.ToJsonString(Yiwang.Kernel.Journals.Journal.Json) ?? "";
}

/// <summary>A channel such as a kiosk, over HTTP.</summary>
public sealed class Channel(HttpClient http) : IDisposable
{
    public const string Item = "XK-SCJG-004";

    public HttpClient Http => http;

    public static async Task<Channel> For(Site site, string client = "kiosk-demo", string secret = "kiosk-demo-secret")
    {
        var http = new HttpClient { BaseAddress = site.Address };
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", client), new("client_secret", secret), new("scope", "channel")]);
        var answer = JsonNode.Parse(await (await http.PostAsync("connect/token", form)).Content.ReadAsStringAsync())!;
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string?)answer["access_token"]);
        return new Channel(http);
    }

    public static byte[] Pdf(string title = "材料") => ChannelClient.SmallPdf(title);

    public async Task<Answer> Upload(byte[] content, string name = "材料.pdf")
    {
        using var file = new ByteArrayContent(content);
        using var form = new MultipartFormDataContent { { file, "file", name } };
        return await Read(await http.PostAsync("api/v1/materials", form));
    }

    public async Task<string> Material() => (string)(await Upload(Pdf())).Body["materialId"]!;

    /// <summary>A valid application of 个体工商户注册登记 to the department of Haishu, to be changed by a test.</summary>
    public async Task<JsonObject> Application(string item = Item, string region = "330203")
    {
        var application = DemoPeople.Application(await Material());
        (application["itemCode"], application["regionCode"]) = (item, region);
        return application;
    }

    public async Task<Answer> Submit(JsonObject application, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/cases") { Content = JsonContent.Create(application) };
        if (key is not "") request.Headers.Add("Idempotency-Key", key ?? Guid.NewGuid().ToString());
        return await Read(await http.SendAsync(request));
    }

    public async Task<string> Submitted()
    {
        var answer = await Submit(await Application());
        Assert.True(answer.Status is HttpStatusCode.Created, answer.Body.ToJsonString());
        return (string)answer.Body["caseNumber"]!;
    }

    /// <summary>A case of another department, decided on the same day: 社会保险参保证明.</summary>
    public async Task<string> SubmittedInsurance()
    {
        var application = await Application("GG-RSJ-008");
        var applicant = DemoPeople.Resident(1);
        application["servicePointCode"] = null;
        application["form"] = new JsonObject
        {
            ["name"] = (string?)applicant["name"], ["idNo"] = (string?)applicant["idNumber"], ["mobile"] = (string?)applicant["phone"], ["kinds"] = new JsonArray("工伤保险"),
            ["range"] = new JsonObject { ["start"] = "2026-01", ["end"] = "2026-06" }, ["purpose"] = "落户", ["format"] = "纸质", ["auth"] = true,
        };
        application["materials"] = new JsonArray(new JsonObject { ["code"] = "M01", ["materialId"] = await Material() });
        var answer = await Submit(application);
        Assert.True(answer.Status is HttpStatusCode.Created, answer.Body.ToJsonString(Yiwang.Kernel.Journals.Journal.Json));
        return (string)answer.Body["caseNumber"]!;
    }

    public async Task<Answer> Get(string path) => await Read(await http.GetAsync(path));

    public async Task<Answer> Post(string path, object body) => await Read(await http.PostAsJsonAsync(path, body));

    public async Task<JsonObject> Case(string number) => (await Get($"api/v1/cases/{number}")).Body;

    /// <summary>Waits until something holds of the case.</summary>
    public async Task<JsonObject> Until(string number, Func<JsonObject, bool> holds)
    {
        for (var i = 0; ; i++)
        {
            var view = await Case(number);
            if (holds(view)) return view;
            Assert.True(i < 1800, $"Still {view.ToJsonString()}");
            await Task.Delay(50);
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task<Answer> Read(HttpResponseMessage response)
    {
        var text = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : []);
    }
}
