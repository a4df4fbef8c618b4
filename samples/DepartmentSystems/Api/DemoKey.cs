using System.Security.Cryptography;
using System.Text;

namespace DepartmentSystems.Api;

/// <summary>Callers of the machine interface prove that they know the key of the connection file.</summary>
public static class DemoKey
{
    private const string Header = "X-Demo-Key";

    public static Refusal? Problem(DepartmentSystem system, HttpRequest request) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers[Header].ToString()), Encoding.UTF8.GetBytes(system.Connection!.DemoKey))
            ? null : new(StatusCodes.Status401Unauthorized, "demo-key", $"请求头 {Header} 应为连接文件中的 demoKey。");

    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Filter(DepartmentSystem system) =>
        (context, next) => Problem(system, context.HttpContext.Request) is { } refusal ? ValueTask.FromResult<object?>(refusal.ToHttp()) : next(context);
}
