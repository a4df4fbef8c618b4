namespace Yiwang.Exchange;

/// <summary>The limits of what a department may say about the clock: the same for the platform that takes it and for the room that says it.</summary>
public static class ContractLimits
{
    /// <summary>行政许可法 42 (1): the head of the organ may extend by ten working days, once.</summary>
    public const int ExtensionMaxDays = 10;

    /// <summary>A special procedure is planned for at most this many working days.</summary>
    public const int ProcedureMaxDays = 365;

    /// <summary>The characters of the name of who approved an extension.</summary>
    public const int ApproverMaxLength = 64;
}
