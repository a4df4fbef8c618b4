using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Yiwang.Acceptance;

/// <summary>What the law leaves to the city (docs/operate.md), from the configuration under <c>Acceptance</c>.</summary>
internal sealed class AcceptanceSettings(IConfiguration configuration)
{
    private const int Most = 365;

    /// <summary>Working days for handing in what a correction notice asks for, where it names no day: <c>Acceptance:CorrectionDays</c>, 15.</summary>
    internal int CorrectionDays => Of("CorrectionDays", 15);

    /// <summary>Working days for handing in what may follow after acceptance (容缺): <c>Acceptance:OwedDays</c>, 10.</summary>
    internal int OwedDays => Of("OwedDays", 10);

    /// <summary>Working days for answering a bad rating: <c>Acceptance:RatingDays</c>, 5.</summary>
    internal int RatingDays => Of("RatingDays", 5);

    private int Of(string key, int otherwise)
    {
        if (configuration[$"Acceptance:{key}"] is not { Length: > 0 } text) return otherwise;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= Most ? days
            : throw new InvalidOperationException($"Acceptance:{key} 应为 1 至 {Most} 的整数（工作日），现为“{text}”。");
    }
}
