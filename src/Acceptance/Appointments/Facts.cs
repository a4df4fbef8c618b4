using Yiwang.Kernel.Journals;

namespace Yiwang.Acceptance.Appointments;

/// <summary>预约.</summary>
[Fact("acceptance.appointment-booked")]
public sealed record AppointmentBooked(string ServicePoint, string Group, DateOnly Day, TimeOnly Start);

/// <summary>取消、签到、爽约: cancelled, checked-in or no-show.</summary>
[Fact("acceptance.appointment-ended")]
public sealed record AppointmentEnded(string How);
