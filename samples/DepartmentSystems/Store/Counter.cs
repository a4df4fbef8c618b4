using Microsoft.EntityFrameworkCore;

namespace DepartmentSystems.Store;

/// <summary>A number that only grows: series of documents, and what is counted.</summary>
public sealed class Counter
{
    public const string Duplicates = "messages.duplicate";

    public required string Name { get; init; }
    public int Value { get; set; }

    /// <summary>Takes the next number, in the transaction of the caller.</summary>
    public static async Task<int> Next(DeskDb db, string name, CancellationToken stop)
    {
        if (await db.Counters.FindAsync([name], stop) is not { } counter) db.Add(counter = new Counter { Name = name });
        return ++counter.Value;
    }

    /// <summary>How far it has counted.</summary>
    public static async Task<int> Read(DeskDb db, string name, CancellationToken stop) =>
        await db.Counters.Where(c => c.Name == name).Select(c => c.Value).SingleOrDefaultAsync(stop);
}

/// <summary>A setting that survives restarts, as JSON.</summary>
public sealed class Setting
{
    public required string Name { get; init; }
    public required string Value { get; set; }
}
