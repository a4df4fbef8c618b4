using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Queue;

/// <summary>取号: a ticket was given.</summary>
[Fact("acceptance.ticket-taken")]
public sealed record TicketTaken(string ServicePoint, DateOnly Day, string Number, bool ByAppointment);

/// <summary>叫号.</summary>
[Fact("acceptance.ticket-called")]
public sealed record TicketCalled(string Number, string Counter, int Time);

/// <summary>办结、过号、恢复、取消: served, missed, restored or cancelled.</summary>
[Fact("acceptance.ticket-ended")]
public sealed record TicketEnded(string Number, string How);
