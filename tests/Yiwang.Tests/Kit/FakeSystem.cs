using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Yiwang.Exchange;
using Yiwang.Exchange.Connect;
using Yiwang.Exchange.Signing;
using Yiwang.Kernel.Database;

namespace Yiwang.Tests.Kit;

/// <summary>A department's own system, inside the test: it records what it gets and says what the test wants it to say.</summary>
public sealed class FakeSystem : IAsyncDisposable
{
    public const string Code = "SYS-04";
    private readonly WebApplication _endpoint;
    private readonly HttpClient _platform;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, int> _sequences = new(StringComparer.Ordinal);

    private FakeSystem(WebApplication endpoint, HttpClient platform, TimeProvider clock, ECDsa key, string kid)
    {
        _endpoint = endpoint;
        _platform = platform;
        _clock = clock;
        Key = key;
        Kid = kid;
    }

    public ECDsa Key { get; }

    public string Kid { get; }

    /// <summary>What the platform sent, as it came.</summary>
    public ConcurrentQueue<JsonObject> Received { get; } = new();

    /// <summary>The status with which it answers.</summary>
    public HttpStatusCode AnswersWith { get; set; } = HttpStatusCode.OK;

    public int Calls { get; private set; }

    /// <param name="site">The platform.</param>
    /// <param name="departments">The kinds of departments whose system it is.</param>
    public static async Task<FakeSystem> For(Site site, string departments = "SCJG")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var endpoint = builder.Build();
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var kid = $"test-{Guid.NewGuid():N}";
        var system = new FakeSystem(endpoint, new HttpClient { BaseAddress = site.Address }, site.Clock, key, kid);
        endpoint.MapPost("/messages", async (HttpRequest request) =>
        {
            system.Calls++;
            if (system.AnswersWith is HttpStatusCode.OK) system.Received.Enqueue((await JsonNode.ParseAsync(request.Body))!.AsObject());
            return Results.StatusCode((int)system.AnswersWith);
        });
        await endpoint.StartAsync();
        await site.In(async services =>
        {
            // Through the same door as an operator.
            var acts = services.GetRequiredService<SystemActs>();
            Assert.True((await acts.Connect(Code, $"{endpoint.Urls.First()}/messages", departments, default)).IsDone);
            Assert.True((await acts.RegisterKey(Code, EcJwk.Write(key, kid, withPrivate: false).ToJsonString(), default)).IsDone);
            return kid;
        });
        return system;
    }

    /// <summary>Waits until the platform has sent a message of this type about the case.</summary>
    public Task<JsonObject> Got(string number, string type) => Got($"{type} about {number}", m => (string?)m["subject"] == number && (string?)m["type"] == type);

    /// <summary>Waits until the platform has sent a message of which something holds.</summary>
    public async Task<JsonObject> Got(string what, Func<JsonObject, bool> holds)
    {
        for (var i = 0; ; i++)
        {
            if (Received.FirstOrDefault(holds) is { } found) return found;
            Assert.True(i < 1800, $"{what} has not come");
            await Task.Delay(50);
        }
    }

    public JsonObject Message(string number, string type, JsonObject? data = null, int? sequence = null, string? id = null) => new()
    {
        ["specversion"] = "1.0", ["id"] = id ?? Guid.NewGuid().ToString(), ["source"] = $"urn:yiwang:system:{Code}", ["type"] = type, ["subject"] = number,
        ["time"] = _clock.GetUtcNow(), ["sequence"] = sequence ?? _sequences.AddOrUpdate(number, 1, (_, last) => last + 1), ["datacontenttype"] = "application/json", ["data"] = data ?? [],
    };

    public Task<Answer> Say(string number, string type, JsonObject? data = null, int? sequence = null) => Send(Message(number, type, data, sequence));

    public Task<Answer> Send(JsonObject message, string? signature = null) => SendText(message.ToJsonString(), signature);

    public async Task<Answer> SendText(string body, string? signature = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, "exchange/v1/messages") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json");
        request.Headers.TryAddWithoutValidation("Yiwang-Signature", signature ?? Sign(bytes));
        var response = await _platform.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return new(response.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : []);
    }

    public string Sign(byte[] body, DateTimeOffset? at = null, string? kid = null, ECDsa? key = null) =>
        Jws.Sign(body, key ?? Key, kid ?? Kid, "urn:yiwang:platform", at ?? _clock.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await _endpoint.StopAsync();
        await _endpoint.DisposeAsync();
        _platform.Dispose();
        Key.Dispose();
    }
}
