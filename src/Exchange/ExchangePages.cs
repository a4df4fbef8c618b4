namespace Yiwang.Exchange;

/// <summary>The addresses of this room's pages.</summary>
public static class ExchangePages
{
    /// <summary>对接系统: the connected systems and their state.</summary>
    public const string Systems = "/desk/exchange/systems";

    /// <summary>One system: address, keys, secret, pause.</summary>
    public static string Of(string system) => $"{Systems}/{Uri.EscapeDataString(system)}";

    /// <summary>停发消息（死信）.</summary>
    public const string DeadLetters = "/desk/exchange/dead-letters";
}
