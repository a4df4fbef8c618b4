using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Yiwang.Kernel.Database;

namespace Yiwang.Kernel.Outcomes;

/// <summary>
/// Maps, once for the whole platform, the exceptions that are not bugs to refusals: a busy database, a lost race, a request that
/// cannot be read. The API gets problem+json; pages are sent to the error page with the same status.
/// </summary>
internal sealed class FaultsAsRefusals(ILogger<FaultsAsRefusals> log) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (Read(exception) is not { } refusal) return false;
        log.LogWarning("{Path} refused: {Code}", httpContext.Request.Path, refusal.Code);
        httpContext.Response.StatusCode = refusal.Kind.Status();
        if (refusal.Kind is RefusalKind.Unavailable) httpContext.Response.Headers.RetryAfter = "2";
        if (IsPage(httpContext)) return false;
        await refusal.ToHttp().ExecuteAsync(httpContext);
        return true;
    }

    private static bool IsPage(HttpContext http) => http.Request.Headers.Accept.Any(a => a?.Contains("text/html", StringComparison.Ordinal) is true);

    private static Refusal? Read(Exception exception) => exception switch
    {
        DbUpdateConcurrencyException => Saving.SomebodyWasFirst,
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            new(RefusalKind.TooLarge, "too-large", "上传内容超过允许的大小。每个文件不超过 20 MB，请压缩或拆分后再传。"),
        BadHttpRequestException bad => new(RefusalKind.Malformed, "malformed-request", $"请求内容无法读取：{Innermost(bad)}"),
        _ when Dialect.IsUniqueViolation(exception) => Saving.SomebodyWasFirst,
        _ when Dialect.IsBusy(exception) => new(RefusalKind.Unavailable, "database-busy", "系统正忙，这次没有保存，也没有重复提交，请稍后再试一次。"),
        _ => null,
    };

    private static string Innermost(Exception exception)
    {
        while (exception.InnerException is { } inner) exception = inner;
        return exception.Message;
    }
}
