namespace Yiwang.Kernel.Rooms;

/// <summary>What a room must have in place before the platform serves, in any mode. Idempotent.</summary>
public interface IStartTask
{
    /// <summary>Does it.</summary>
    Task Run(CancellationToken stop);
}
