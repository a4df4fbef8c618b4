using System.Text.Json;
using System.Text.Json.Nodes;

namespace DepartmentSystems.Switches;

/// <summary>How well the system behaves: for showing and testing what the platform does when it does not.</summary>
public sealed record SwitchSettings
{
    public const string Name = "switches";
    private const int MostDelayMs = 60_000;
    private const int MostSeconds = 86_400;

    /// <summary>How long each answer to the platform takes, in milliseconds.</summary>
    public int DelayMs { get; init; }

    /// <summary>The share of the platform's messages that are answered with 500, half of them after they were stored.</summary>
    public double FailureRate { get; init; }

    /// <summary>Answers the platform 503 and sends nothing.</summary>
    public bool Down { get; init; }

    /// <summary>Sends each reply twice, with the same id.</summary>
    public bool DuplicateReplies { get; init; }

    /// <summary>Of two waiting replies of a case, sends the second first.</summary>
    public bool OutOfOrderReplies { get; init; }

    /// <summary>Handles cases by itself.</summary>
    public bool AutoDecide { get; init; }

    /// <summary>How long it waits before it handles a case by itself.</summary>
    public double DecideAfterSeconds { get; init; } = 5;

    /// <summary>These settings with some members changed; null with the reason when they make no sense.</summary>
    public SwitchSettings? With(JsonObject changes, out string? problem)
    {
        problem = null;
        try
        {
            var merged = JsonSerializer.SerializeToNode(this, JsonSerializerOptions.Web)!.AsObject();
            foreach (var (name, value) in changes)
            {
                if (merged.ContainsKey(name)) merged[name] = value?.DeepClone();
                else problem = $"没有名为 {name} 的开关。";
            }
            var changed = merged.Deserialize<SwitchSettings>(JsonSerializerOptions.Web)!;
            if (changed.DelayMs is < 0 or > MostDelayMs) problem = $"应答延迟应在 0 至 {MostDelayMs} 毫秒之间。";
            if (changed.FailureRate is not (>= 0 and <= 1)) problem = "失败比例应在 0 至 1 之间。";
            if (changed.DecideAfterSeconds is not (>= 0 and <= MostSeconds)) problem = $"自动办理的等待时间应在 0 至 {MostSeconds} 秒之间。";
            return problem is null ? changed : null;
        }
        catch (JsonException)
        {
            problem = "开关的取值不对：比例和时间为数字，其余为 true 或 false。";
            return null;
        }
    }
}
