using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Yiwang.Tests.Kit;

/// <summary>A system that takes every call and answers none until it is told to.</summary>
public sealed class MuteEndpoint : IAsyncDisposable
{
    private readonly TaskCompletionSource _speaks = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly WebApplication _endpoint;
    private int _calls;

    private MuteEndpoint(WebApplication endpoint)
    {
        _endpoint = endpoint;
        endpoint.MapPost("/messages", async (CancellationToken stop) =>
        {
            Interlocked.Increment(ref _calls);
            await _speaks.Task.WaitAsync(stop);
            return Results.Ok();
        });
    }

    /// <summary>Where it listens.</summary>
    public string Address => $"{_endpoint.Urls.First()}/messages";

    /// <summary>How often it was called.</summary>
    public int Calls => Volatile.Read(ref _calls);

    public static async Task<MuteEndpoint> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var endpoint = new MuteEndpoint(builder.Build());
        await endpoint._endpoint.StartAsync();
        return endpoint;
    }

    /// <summary>Answers what waits and whatever comes.</summary>
    public void Speak() => _speaks.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Speak();
        await _endpoint.StopAsync();
        await _endpoint.DisposeAsync();
    }
}
