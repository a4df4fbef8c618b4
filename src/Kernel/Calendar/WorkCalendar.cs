namespace Yiwang.Kernel.Calendar;

/// <summary>
/// Working days (工作日) of the years whose holidays are known: Monday to Friday, less the holidays, plus the make-up workdays
/// of the State Council's yearly notices. Limits of the licensing law count these (行政许可法 82), from the day after acceptance.
/// </summary>
public sealed class WorkCalendar
{
    private static readonly TimeSpan NingboOffset = TimeSpan.FromHours(8);

    private volatile KnownYears? _known;

    /// <summary>Makes the calendar of all years from the first to the last that has an exception.</summary>
    /// <exception cref="ArgumentException">There is no exception at all, so no year is known.</exception>
    public WorkCalendar(IEnumerable<CalendarDay> exceptions) => Become(exceptions);

    /// <summary>A calendar whose days are still to be read.</summary>
    internal WorkCalendar()
    {
    }

    private KnownYears Known => _known ?? throw new InvalidOperationException("The calendar has not been read.");

    /// <summary>The last day that is known.</summary>
    public DateOnly LastKnown => Known.Last;

    /// <summary>Takes on other days, as when next year's holidays have been imported.</summary>
    /// <exception cref="ArgumentException">There is no exception at all, so no year is known.</exception>
    internal void Become(IEnumerable<CalendarDay> exceptions) => _known = new KnownYears(exceptions);

    /// <summary>Whether the day is a working day.</summary>
    /// <exception cref="CalendarUnknownException">The day's year is not known.</exception>
    public bool IsWorkday(DateOnly date)
    {
        var known = Known;
        return known.UpTo(date) > (date == known.First ? 0 : known.UpTo(date.AddDays(-1)));
    }

    /// <summary>The day on which so many working days have passed. Counting starts on the day after <paramref name="start"/>; 0 gives the start itself.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    /// <exception cref="CalendarUnknownException">The count runs past the known years.</exception>
    public DateOnly Add(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        if (workingDays == 0) return start;
        var known = Known;
        var passed = known.UpTo(start);
        return workingDays <= known.Workdays.Length - passed ? known.Workdays[passed + workingDays - 1] : throw new CalendarUnknownException(known.Last.Year + 1);
    }

    /// <summary>
    /// As <see cref="Add"/>, but past the known years every Monday to Friday counts, since next year's notice appears only in
    /// autumn and a limit must be told today. Says whether the day is provisional and must be counted again.
    /// </summary>
    public (DateOnly Day, bool Provisional) AddProvisionally(DateOnly start, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var known = Known;
        if (start <= known.Last && known.UpTo(start) + workingDays <= known.Workdays.Length) return (Add(start, workingDays), false);
        var left = start > known.Last ? workingDays : workingDays - (known.Workdays.Length - known.UpTo(start));
        var day = start > known.Last ? start : known.Last;
        while (left > 0)
        {
            day = day.AddDays(1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) left--;
        }
        return (day, true);
    }

    /// <summary>How many working days lie after the first day, up to and including the second; negative when the second is earlier.</summary>
    /// <exception cref="CalendarUnknownException">A day's year is not known.</exception>
    public int Count(DateOnly after, DateOnly until)
    {
        var known = Known;
        return known.UpTo(until) - known.UpTo(after);
    }

    /// <summary>
    /// As <see cref="Count"/>, but past the known years every Monday to Friday counts. Says whether the number is provisional.
    /// </summary>
    public (int Days, bool Provisional) CountProvisionally(DateOnly after, DateOnly until)
    {
        var last = LastKnown;
        if (until <= last) return (Count(after, until), false);
        var days = after < last ? Count(after, last) : 0;
        for (var day = after < last ? last.AddDays(1) : after.AddDays(1); day <= until; day = day.AddDays(1))
        {
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) days++;
        }
        return (days, true);
    }

    /// <summary>
    /// Calendar days (自然日) after the start; an end on a rest day moves to the next working day (民法典 203). Past the known years
    /// as <see cref="AddProvisionally"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public (DateOnly Day, bool Provisional) AddNaturalDays(DateOnly start, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return AddProvisionally(start.AddDays(days).AddDays(-1), 1);
    }

    /// <summary>Today in Ningbo (UTC+8), whatever the server's zone.</summary>
    public static DateOnly TodayInNingbo(TimeProvider clock) => DayInNingbo(clock.GetUtcNow());

    /// <summary>The day in Ningbo of a moment.</summary>
    public static DateOnly DayInNingbo(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(NingboOffset).DateTime);

    /// <summary>The moment at which a day begins in Ningbo.</summary>
    public static DateTimeOffset StartInNingbo(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), NingboOffset).ToUniversalTime();

    /// <summary>A moment as Ningbo's clocks show it.</summary>
    public static DateTimeOffset InNingbo(DateTimeOffset at) => at.ToOffset(NingboOffset);

    /// <summary>The years whose holidays are known, counted through once.</summary>
    private sealed class KnownYears
    {
        /// <summary>For each day from the first: how many working days there are up to and including it.</summary>
        private readonly int[] _upTo;

        internal KnownYears(IEnumerable<CalendarDay> exceptions)
        {
            var byDate = exceptions.ToDictionary(e => e.Date, e => e.IsWorkday);
            if (byDate.Count == 0) throw new ArgumentException("A calendar needs the holidays of at least one year.", nameof(exceptions));
            First = new DateOnly(byDate.Keys.Min().Year, 1, 1);
            Last = new DateOnly(byDate.Keys.Max().Year, 12, 31);
            _upTo = new int[Last.DayNumber - First.DayNumber + 1];
            var workdays = new List<DateOnly>();
            for (var number = First.DayNumber; number <= Last.DayNumber; number++)
            {
                var date = DateOnly.FromDayNumber(number);
                var works = byDate.TryGetValue(date, out var exception) ? exception : date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday);
                if (works) workdays.Add(date);
                _upTo[number - First.DayNumber] = workdays.Count;
            }
            Workdays = [.. workdays];
        }

        internal DateOnly First { get; }

        internal DateOnly Last { get; }

        /// <summary>All working days in order.</summary>
        internal DateOnly[] Workdays { get; }

        internal int UpTo(DateOnly date) =>
            date < First ? throw new CalendarUnknownException(date.Year)
            : date > Last ? throw new CalendarUnknownException(Last.Year + 1)
            : _upTo[date.DayNumber - First.DayNumber];
    }
}
