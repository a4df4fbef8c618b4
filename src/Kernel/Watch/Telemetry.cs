using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Yiwang.Kernel.Watch;

/// <summary>What the platform tells those who watch it (OpenTelemetry). Names and kinds only: never what a case says.</summary>
public static class Telemetry
{
    /// <summary>The name of the source and of the meter.</summary>
    public const string Name = "Yiwang";

    private static readonly Meter Meter = new(Name);

    /// <summary>Spans of background work.</summary>
    public static ActivitySource Source { get; } = new(Name);

    /// <summary>Facts that were committed, by kind: submissions, decisions, dead letters, sign-ins alike.</summary>
    public static Counter<long> Facts { get; } = Meter.CreateCounter<long>("yiwang.journal.facts", description: "Facts committed to the journal");

    /// <summary>How long an entry waited until a reader took it, in seconds.</summary>
    public static Histogram<double> ReaderLag { get; } = Meter.CreateHistogram<double>("yiwang.journal.reader.lag", unit: "s", description: "Time from a fact to its reader");

    /// <summary>Attempts to deliver a message, by system and by how they ended.</summary>
    public static Counter<long> Deliveries { get; } = Meter.CreateCounter<long>("yiwang.exchange.deliveries", description: "Attempts to deliver a message to a system");
}
