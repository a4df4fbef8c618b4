namespace Yiwang.Exchange;

/// <summary>The names of the exchange's own fixed points.</summary>
public static class ExchangeNames
{
    /// <summary>The platform's handling room (权力运行系统), which decides for departments without a system of their own.</summary>
    public const string HandlingSystem = "HANDLING";
}
