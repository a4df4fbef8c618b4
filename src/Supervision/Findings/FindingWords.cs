using Yiwang.Supervision.Rules;

namespace Yiwang.Supervision.Findings;

/// <summary>How findings are called on screens.</summary>
internal static class FindingWords
{
    internal static string Level(Signal level) => level switch { Signal.Notice => "提示", Signal.Warning => "预警", Signal.YellowCard => "黄牌", _ => "红牌" };

    internal static string Badge(Signal level) => level switch { Signal.Notice => "bg-blue-lt", Signal.Warning => "bg-orange-lt", Signal.YellowCard => "bg-yellow-lt", _ => "bg-red-lt" };

    /// <summary>How the journal names it.</summary>
    internal static string Code(Signal level) => level switch { Signal.Notice => "notice", Signal.Warning => "warning", Signal.YellowCard => "yellowCard", _ => "redCard" };

    internal static string State(FindingState state) => state switch { FindingState.Told => "已告知", FindingState.Open => "待答复", FindingState.Answered => "待核定", FindingState.Upheld => "维持", _ => "已撤牌" };

    internal static string Answer(string? kind) => kind switch { "mended" => "已整改", "appealed" => "申诉", _ => "说明" };
}
