namespace Yiwang.Acceptance.Queue;

/// <summary>The addresses of the queue's pages.</summary>
public static class QueueRoutes
{
    /// <summary>叫号, for the windows.</summary>
    public const string Desk = "/desk/queue";

    /// <summary>The ticket machine (取号机) of the point at which an official is signed in.</summary>
    public const string Machine = "/desk/queue/machine";

    /// <summary>The call screen (叫号屏) of that point.</summary>
    public const string Screen = "/desk/queue/screen";

    /// <summary>My appointments.</summary>
    public const string Appointments = "/my/appointments";

    /// <summary>Booking at a service point.</summary>
    public static string Book(string point) => $"/appointments/{point}";

    /// <summary>Taking a ticket online.</summary>
    public static string Take(string point) => $"/queue/{point}";

    /// <summary>The portal's list of service points, which no room below knows.</summary>
    internal const string Points = "/points";

    /// <summary>The portal's page of a service point.</summary>
    internal static string Point(string code) => $"{Points}/{code}";

    internal static string Ticket(Guid id) => $"/queue/tickets/{id}";
}
