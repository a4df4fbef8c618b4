namespace Yiwang.Exchange;

/// <summary>The exchange's own fixed points.</summary>
public static class ExchangeNames
{
    /// <summary>The platform's handling room (权力运行系统), which decides for departments without a system of their own.</summary>
    public const string HandlingSystem = "HANDLING";

    /// <summary>How far a sender's clock may be off.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);
}
