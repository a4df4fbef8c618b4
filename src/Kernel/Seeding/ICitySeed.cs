namespace Yiwang.Kernel.Seeding;

/// <summary>What is to be made.</summary>
/// <param name="Scale">The size, such as <c>ningbo</c>.</param>
/// <param name="Folder">The reference data, where <c>scale.json</c> says how large the city is.</param>
public sealed record SeedOrder(string Scale, string Folder);

/// <summary>How far a seed has come with one of its steps.</summary>
/// <param name="What">The step, in Chinese, such as 事项.</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Total">How much it is in all.</param>
public sealed record SeedStep(string What, int Done, int Total);

/// <summary>
/// Makes a room's part of a whole city's data (城市规模示例数据), for load tests and for looking at a city of that size. All of it is marked as
/// samples. The parts run in one transaction, in order of the floors, and the same order makes the same data.
/// </summary>
public interface ICitySeed
{
    /// <summary>The floor of the room.</summary>
    int Floor { get; }

    /// <summary>Prepares and saves its part.</summary>
    Task<Outcomes.Outcome> Seed(SeedOrder order, IProgress<SeedStep> progress, CancellationToken stop);

    /// <summary>The seed was committed: what is kept in memory of the data before is to be forgotten.</summary>
    void Kept();
}
