using Yiwang.Kernel.Identifiers;

namespace Yiwang.Handling;

/// <summary>The addresses of this room's pages.</summary>
public static class HandlingRoutes
{
    /// <summary>The officials' to-do list.</summary>
    public const string Inbox = "/desk/handling";

    /// <summary>Simple items, many at once.</summary>
    public const string Batch = "/desk/handling-batch";

    /// <summary>A task.</summary>
    public static string Task(CaseNumber number) => $"{Inbox}/{number.Value}";

    /// <summary>A material of a task.</summary>
    public static string Material(CaseNumber number, string id) => $"{Inbox}/{number.Value}/materials/{id}";
}
