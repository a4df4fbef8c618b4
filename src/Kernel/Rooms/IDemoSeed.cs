namespace Yiwang.Kernel.Rooms;

/// <summary>What a room adds in demo mode, and only there.</summary>
public interface IDemoSeed
{
    /// <summary>Adds what is not there yet; may be run again.</summary>
    Task Seed(CancellationToken stop);
}
