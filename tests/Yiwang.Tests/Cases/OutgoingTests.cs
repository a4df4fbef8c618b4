using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using MimeKit;
using Yiwang.Acceptance.Outgoing;
using Yiwang.Kernel.Database;
using Yiwang.Kernel.Identifiers;
using Yiwang.Tests.Kit;

namespace Yiwang.Tests.Cases;

/// <summary>Text messages and e-mails: what the inbox is told, without what is nobody else's business, and none lost while a gateway is down.</summary>
public sealed class OutgoingTests(OutgoingSite site) : IClassFixture<OutgoingSite>
{
    [Fact]
    public async Task What_happens_is_told_by_text_message_and_mail_without_names_and_reasons_and_again_when_the_gateway_was_down()
    {
        using var channel = await Channel.For(site);
        await using var system = await FakeSystem.For(site);
        var application = await channel.Application();
        application["form"]!["email"] = "wangjing@example.com";
        var number = (string)(await channel.Submit(application)).Body["caseNumber"]!;
        site.Gateway.Down = true;

        await system.Say(number, "correction.required", new() { ["problems"] = new JsonArray(new JsonObject { ["what"] = "租赁合同", ["why"] = "王静没有签名" }) });
        await Wait.Until(async () => await Outgoing(m => m.Attempts > 0 && m.Way == OutgoingWay.Sms) > 0, "Nothing was tried");
        site.Gateway.Down = false;
        site.Clock.Forward(TimeSpan.FromMinutes(1));
        var text = await site.Gateway.Got(m => ((string)m["text"]!).Contains(number, StringComparison.Ordinal));
        var mail = await site.Mails.Got(number);
        // What a slow gateway has taken without being heard goes again, under the same id.
        var about = CaseNumber.Parse(number, null);
        await Wait.Until(async () =>
        {
            site.Clock.Forward(TimeSpan.FromMinutes(2));
            return await Outgoing(m => m.Case == about && m.SentAt == null && !m.GivenUp) == 0;
        }, "Something was not sent");
        site.Clock.Back();

        Assert.Equal("16000000101", (string?)text["to"]);
        Assert.StartsWith("【宁波政务服务】您的“个体工商户注册登记”一次性告知补正。", (string?)text["text"], StringComparison.Ordinal);
        Assert.DoesNotContain("王静", (string?)text["text"], StringComparison.Ordinal);
        Assert.Equal("wangjing@example.com", mail.To.Mailboxes.Single().Address);
        Assert.Equal("个体工商户注册登记：一次性告知补正", mail.Subject);
        Assert.DoesNotContain("签名", mail.TextBody, StringComparison.Ordinal);
        Assert.Single(site.Gateway.Received.Where(m => ((string)m["text"]!).Contains(number, StringComparison.Ordinal)).Select(m => (string)m["id"]!).Distinct(StringComparer.Ordinal));
    }

    private Task<int> Outgoing(System.Linq.Expressions.Expression<Func<OutgoingMessage, bool>> which) => site.In(s => s.GetRequiredService<YiwangDb>().Set<OutgoingMessage>().CountAsync(which));
}

/// <summary>A platform that sends text messages and e-mails.</summary>
public sealed class OutgoingSite : Site
{
    public FakeGateway Gateway { get; } = new();

    public FakeMailbox Mails { get; } = new();

    protected override Task<string?> Postgres() => Task.FromResult<string?>(null);

    protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration["Sms:Url"] = Gateway.Address;
        builder.Configuration["Sms:Key"] = FakeGateway.Key;
        builder.Configuration["Sms:Signature"] = "宁波政务服务";
        builder.Configuration["Mail:Host"] = "127.0.0.1";
        builder.Configuration["Mail:Port"] = $"{Mails.Port}";
        builder.Configuration["Mail:From"] = "no-reply@example.gov.cn";
        builder.Configuration["Mail:Clear"] = "true";
    }
}

/// <summary>A text message gateway that checks who speaks.</summary>
public sealed class FakeGateway
{
    public const string Key = "gateway-key";

    public FakeGateway()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/sms", async (HttpRequest request) =>
        {
            if (Down) return Results.StatusCode(503);
            using var buffer = new MemoryStream();
            await request.Body.CopyToAsync(buffer);
            if (request.Headers["X-Signature"] != Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), buffer.ToArray()))) return Results.Unauthorized();
            Received.Enqueue(JsonNode.Parse(buffer.ToArray())!.AsObject());
            return Results.Accepted();
        });
        app.Start();
        Address = $"{app.Urls.First()}/sms";
    }

    public string Address { get; }

    public bool Down { get; set; }

    public ConcurrentQueue<JsonObject> Received { get; } = new();

    public async Task<JsonObject> Got(Func<JsonObject, bool> holds)
    {
        for (var i = 0; ; i++)
        {
            if (Received.FirstOrDefault(holds) is { } found) return found;
            Assert.True(i < 600, "No text message has come.");
            await Task.Delay(50);
        }
    }
}

/// <summary>A mail server that takes everything.</summary>
public sealed class FakeMailbox
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<MimeMessage> _mails = new();

    public FakeMailbox()
    {
        _listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async Task<MimeMessage> Got(string words)
    {
        for (var i = 0; ; i++)
        {
            if (_mails.FirstOrDefault(m => m.TextBody?.Contains(words, StringComparison.Ordinal) is true) is { } found) return found;
            Assert.True(i < 600, "No mail has come.");
            await Task.Delay(50);
        }
    }

    private async Task Serve()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            using var reader = new StreamReader(stream, Encoding.Latin1);
            await Say(stream, "220 test");
            while (await reader.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("DATA", StringComparison.Ordinal))
                {
                    await Say(stream, "354 go on");
                    var text = new StringBuilder();
                    while (await reader.ReadLineAsync() is { } part && part != ".") text.Append(part.StartsWith('.') ? part[1..] : part).Append("\r\n");
                    _mails.Enqueue(await MimeMessage.LoadAsync(new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()))));
                }
                await Say(stream, line.StartsWith("QUIT", StringComparison.Ordinal) ? "221 bye" : "250 ok");
            }
        }
    }

    private static async Task Say(NetworkStream stream, string line) => await stream.WriteAsync(Encoding.ASCII.GetBytes($"{line}\r\n"));
}
