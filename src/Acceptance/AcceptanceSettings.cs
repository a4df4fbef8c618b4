using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Yiwang.Acceptance;

/// <summary>What the law leaves to the city (docs/operate.md), from the configuration under <c>Acceptance</c>.</summary>
internal sealed class AcceptanceSettings(IConfiguration configuration)
{
    private const int Most = 365;
    private const int MostFen = 100_000;

    /// <summary>Working days for handing in what a correction notice asks for, where it names no day: <c>Acceptance:CorrectionDays</c>, 15.</summary>
    internal int CorrectionDays => Of("CorrectionDays", 15);

    /// <summary>Working days for handing in what may follow after acceptance (容缺): <c>Acceptance:OwedDays</c>, 10.</summary>
    internal int OwedDays => Of("OwedDays", 10);

    /// <summary>Working days for answering a bad rating: <c>Acceptance:RatingDays</c>, 5.</summary>
    internal int RatingDays => Of("RatingDays", 5);

    /// <summary>What a region pays another for each case that it takes in for it, in fen (全城通办结算): <c>Acceptance:SettlementFen</c>; null where the city has set nothing.</summary>
    internal int? SettlementFen => configuration["Acceptance:SettlementFen"] is not { Length: > 0 } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var fen) && fen <= MostFen ? fen : throw new InvalidOperationException($"Acceptance:SettlementFen 应为不超过 {MostFen} 的整数（分），现为“{text}”。");

    private int Of(string key, int otherwise)
    {
        if (configuration[$"Acceptance:{key}"] is not { Length: > 0 } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= Most ? days
            : throw new InvalidOperationException($"Acceptance:{key} 应为 1 至 {Most} 的整数（工作日），现为“{text}”。");
    }
}
