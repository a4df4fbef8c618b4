using Yiwang.Kernel.Identifiers;

namespace Yiwang.Acceptance;

/// <summary>The addresses of this room's pages.</summary>
public static class AcceptanceRoutes
{
    /// <summary>我的办件.</summary>
    public const string MyCases = "/my/cases";

    /// <summary>我的消息.</summary>
    public const string MyMessages = "/my/messages";

    /// <summary>统一查询: how a case stands, without signing in.</summary>
    public const string Query = "/query";

    /// <summary>The officials' list of cases.</summary>
    public const string DeskCases = "/desk/cases";

    /// <summary>窗口收件: choosing what to receive.</summary>
    public const string Reception = "/desk/reception";

    /// <summary>好差评, for officials.</summary>
    public const string DeskRatings = "/desk/ratings";

    /// <summary>A rating, for officials.</summary>
    public static string DeskRating(Guid rating) => $"{DeskRatings}/{rating}";

    /// <summary>Rates a case; with the key that a window shows, without signing in.</summary>
    public static string Rate(CaseNumber number, string? key = null) => $"/rate/{number.Value}{(key is { Length: > 0 } ? $"?key={Uri.EscapeDataString(key)}" : "")}";

    /// <summary>Begin applying for an item.</summary>
    public static string Apply(ItemCode item) => $"/apply/{item.Value}";

    /// <summary>One of my cases.</summary>
    public static string MyCase(CaseNumber number) => $"{MyCases}/{number.Value}";

    /// <summary>A case as officials see it.</summary>
    public static string DeskCase(CaseNumber number) => $"{DeskCases}/{number.Value}";
}
