namespace Yiwang.Exchange;

/// <summary>How a department may answer when another asks for its opinion (并联审批), and how silence is written where it counts as agreement.</summary>
public static class OpinionAnswers
{
    /// <summary>同意.</summary>
    public const string Agree = "agree";

    /// <summary>附条件同意.</summary>
    public const string Conditional = "conditional";

    /// <summary>不同意.</summary>
    public const string Disagree = "disagree";

    /// <summary>逾期视为同意; no department says so itself.</summary>
    public const string Silence = "silence";

    /// <summary>An answer as people read it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The contract has no such answer.</exception>
    public static string Name(string answer) => answer switch
    {
        Agree => "同意",
        Conditional => "附条件同意",
        Disagree => "不同意",
        Silence => "逾期视为同意",
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "The contract has no such answer."),
    };
}
