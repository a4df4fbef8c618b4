namespace Yiwang.Kernel.Calendar;

/// <summary>A day on which the rule "Monday to Friday" does not hold: a holiday, or a make-up workday (调休上班).</summary>
public sealed record CalendarDay(DateOnly Date, bool IsWorkday, string Name);

/// <summary>
/// Working days (工作日) of the years whose holidays are known: Monday to Friday, less the holidays, plus the make-up workdays
/// of the State Council's yearly notices. Limits of the licensing law count these (行政许可法 82), from the day after acceptance.
/// </summary>
public sealed class WorkCalendar
{
    private static readonly TimeSpan NingboOffset = TimeSpan.FromHours(8);

    private readonly DateOnly _first;
    private readonly DateOnly _last;

    /// <summary>For each day from the first: how many working days there are up to and including it.</summary>
    private readonly int[] _upTo;

    /// <summary>All working days in order.</summary>
    private readonly DateOnly[] _workdays;

    /// <summary>Makes the calendar of all years from the first to the last that has an exception.</summary>
    /// <exception cref="ArgumentException">There is no exception at all, so no year is known.</exception>
    public WorkCalendar(IEnumerable<CalendarDay> exceptions)
    {
        var byDate = exceptions.ToDictionary(e => e.Date, e => e.IsWorkday);
        if (byDate.Count == 0) throw new ArgumentException("A calendar needs the holidays of at least one year.", nameof(exceptions));
        _first = new DateOnly(byDate.Keys.Min().Year, 1, 1);
        _last = new DateOnly(byDate.Keys.Max().Year, 12, 31);
        _upTo = new int[_last.DayNumber - _first.DayNumber + 1];
        var workdays = new List<DateOnly>();
        for (var date = _first; date <= _last; date = date.AddDays(1))
        {
            var works = byDate.TryGetValue(date, out var exception) ? exception : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
            if (works) workdays.Add(date);
            _upTo[date.DayNumber - _first.DayNumber] = workdays.Count;
            if (date == DateOnly.MaxValue) break;
        }
        _workdays = [.. workdays];
    }

    /// <summary>The last day that is known.</summary>
    public DateOnly LastKnown => _last;

    /// <summary>Whether the day is a working day.</summary>
    /// <exception cref="CalendarUnknownException">The day's year is not known.</exception>
    public bool IsWorkday(DateOnly date) => UpTo(date) > (date == _first ? 0 : UpTo(date.AddDays(-1)));

    /// <summary>The day on which so many working days have passed. Counting starts on the day after <paramref name="start"/>; 0 gives the start itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="CalendarUnknownException">The count runs past the known years.</exception>
    public DateOnly Add(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        if (workingDays == 0) return start;
        var passed = UpTo(start);
        return workingDays <= _workdays.Length - passed ? _workdays[passed + workingDays - 1] : throw new CalendarUnknownException(_last.Year + 1);
    }

    /// <summary>
    /// As <see cref="Add"/>, but past the known years every Monday to Friday counts, since next year's notice appears only in
    /// autumn and a limit must be told today. Says whether the day is provisional and must be counted again.
    /// </summary>
    public (DateOnly Day, bool Provisional) AddProvisionally(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        if (start <= _last && UpTo(start) + workingDays <= _workdays.Length) return (Add(start, workingDays), false);
        var left = start > _last ? workingDays : workingDays - (_workdays.Length - UpTo(start));
        var day = start > _last ? start : _last;
        while (left > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }
        return (day, true);
    }

    /// <summary>How many working days lie after the first day, up to and including the second; negative when the second is earlier.</summary>
    /// <exception cref="CalendarUnknownException">A day's year is not known.</exception>
    public int Count(DateOnly after, DateOnly until) => UpTo(until) - UpTo(after);

    /// <summary>Calendar days after the start; an end on a rest day moves to the next working day (民法典 203).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="CalendarUnknownException">The count runs past the known years.</exception>
    public DateOnly AddNaturalDays(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var end = start.AddDays(days);
        return IsWorkday(end) ? end : Add(end, 1);
    }

    /// <summary>Today in Ningbo (UTC+8), whatever the server's zone.</summary>
    public static DateOnly TodayInNingbo(TimeProvider clock) => DayInNingbo(clock.GetUtcNow());

    /// <summary>The day in Ningbo of a moment.</summary>
    public static DateOnly DayInNingbo(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(NingboOffset).DateTime);

    /// <summary>The moment at which a day begins in Ningbo.</summary>
    public static DateTimeOffset StartInNingbo(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), NingboOffset).ToUniversalTime();

    /// <summary>A moment as Ningbo's clocks show it.</summary>
    public static DateTimeOffset InNingbo(DateTimeOffset at) => at.ToOffset(NingboOffset);

    private int UpTo(DateOnly date) =>
        date < _first ? throw new CalendarUnknownException(date.Year)
        : date > _last ? throw new CalendarUnknownException(_last.Year + 1)
        : _upTo[date.DayNumber - _first.DayNumber];
}
