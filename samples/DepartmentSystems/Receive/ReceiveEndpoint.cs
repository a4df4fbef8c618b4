using DepartmentSystems.Signing;

namespace DepartmentSystems.Receive;

/// <summary>Where the platform pushes its messages.</summary>
public static class ReceiveEndpoint
{
    private const int BodyLimit = 1024 * 1024;

    public static void MapReceive(this IEndpointRouteBuilder routes, DepartmentSystem system) =>
        routes.MapPost("/messages", (HttpRequest request, SignatureCheck check, Inbox inbox, CancellationToken stop) => Receive(system, request, check, inbox, stop)).DisableAntiforgery();

    private static async Task<IResult> Receive(DepartmentSystem system, HttpRequest request, SignatureCheck check, Inbox inbox, CancellationToken stop)
    {
        var switches = system.Switches;
        if (switches.DelayMs > 0) await Task.Delay(switches.DelayMs, stop);
        if (switches.Down) return new Refusal(StatusCodes.Status503ServiceUnavailable, "down", "系统停机（开关）。").ToHttp();
        // A failure may come before the message is stored or after: the platform cannot tell, and need not.
        var fails = Random.Shared.NextDouble() < switches.FailureRate;
        var failsFirst = fails && Random.Shared.Next(2) == 0;
        if (failsFirst) return Failure;

        if (await Body(request, stop) is not { } body) return new Refusal(StatusCodes.Status400BadRequest, "malformed-message", "一条消息不超过 1 MB。").ToHttp();
        var (header, refusal) = await check.Check(system, system.Connection!, body, request.Headers[Jws.Header], stop);
        if (header is null) return refusal!.ToHttp();
        // What is being stored is stored to the end, also when the platform no longer waits for the answer.
        var (status, refused) = await inbox.Take(system, body, header, CancellationToken.None);
        if (fails) return Failure;
        if (refused is not null) return refused.ToHttp();
        return Results.Json(new { status }, statusCode: status is Inbox.Waiting ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);
    }

    private static IResult Failure => new Refusal(StatusCodes.Status500InternalServerError, "failure", "系统故障（开关）。").ToHttp();

    private static async Task<byte[]?> Body(HttpRequest request, CancellationToken stop)
    {
        if (request.ContentLength > BodyLimit) return null;
        using var buffer = new MemoryStream();
        var chunk = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(chunk, stop)) > 0)
        {
            if (buffer.Length + read > BodyLimit) return null;
            buffer.Write(chunk, 0, read);
        }
        return buffer.ToArray();
    }
}
