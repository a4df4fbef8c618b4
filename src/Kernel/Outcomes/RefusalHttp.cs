using Microsoft.AspNetCore.Http;

namespace Yiwang.Kernel.Outcomes;

/// <summary>How a refusal looks on the API: problem+json (RFC 9457) with the stable code.</summary>
public static class RefusalHttp
{
    /// <summary>The status that a kind of refusal has.</summary>
    public static int Status(this RefusalKind kind) => kind switch
    {
        RefusalKind.Malformed => StatusCodes.Status400BadRequest,
        RefusalKind.Unproven => StatusCodes.Status401Unauthorized,
        RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
        RefusalKind.NotFound => StatusCodes.Status404NotFound,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Gone => StatusCodes.Status410Gone,
        RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.Invalid => StatusCodes.Status422UnprocessableEntity,
        RefusalKind.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The refusal as problem+json.</summary>
    public static IResult ToHttp(this Refusal refusal)
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["code"] = refusal.Code };
        if (refusal.Fields.Count > 0) extensions["errors"] = refusal.Fields;
        return Results.Problem(refusal.Reason, statusCode: refusal.Kind.Status(), title: Title(refusal.Kind), type: $"urn:yiwang:problem:{refusal.Code}", extensions: extensions);
    }

    /// <summary>204 when done, else the refusal.</summary>
    public static IResult ToHttp(this Outcome outcome) => outcome.IsDone ? Results.NoContent() : outcome.Refusal.ToHttp();

    private static string Title(RefusalKind kind) => kind switch
    {
        RefusalKind.Malformed => "请求无法读取",
        RefusalKind.Unproven => "身份未能确认",
        RefusalKind.Forbidden => "没有权限",
        RefusalKind.NotFound => "没有找到",
        RefusalKind.Conflict => "与当前状态不符",
        RefusalKind.Gone => "已经取消",
        RefusalKind.TooMany => "次数过多",
        RefusalKind.TooLarge => "文件过大",
        RefusalKind.Invalid => "填写内容有误",
        _ => "暂时无法办理",
    };
}
