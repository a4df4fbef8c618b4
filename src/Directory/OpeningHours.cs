using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Yiwang.Kernel.Calendar;

namespace Yiwang.Directory;

/// <summary>Whether a service point is open at a moment.</summary>
/// <param name="IsOpen">Whether it is open.</param>
/// <param name="Workday">Whether the moment's day is a working day.</param>
/// <param name="Day">The day of the next change.</param>
/// <param name="At">The time of the next change: when it closes, or else when it opens again.</param>
public sealed record OpenState(bool IsOpen, bool Workday, DateOnly Day, TimeOnly At);

/// <summary>When a service point is open on working days (对外办公时间), in Ningbo's time. On other days it is closed.</summary>
public sealed record OpeningHours
{
    public const int MaxLength = 64;
    private const string Form = "HH':'mm";
    private readonly (TimeOnly From, TimeOnly To)[] _spans;

    private OpeningHours((TimeOnly, TimeOnly)[] spans)
    {
        _spans = spans;
        Text = string.Join(';', _spans.Select(s => $"{s.From.ToString(Form, CultureInfo.InvariantCulture)}-{s.To.ToString(Form, CultureInfo.InvariantCulture)}"));
    }

    /// <summary>Not known.</summary>
    public static OpeningHours Unknown { get; } = new([]);

    /// <summary>The canonical text, such as <c>08:30-11:30;13:30-17:00</c>; empty when unknown.</summary>
    public string Text { get; }

    /// <summary>Whether they are known.</summary>
    public bool Known => _spans.Length > 0;

    /// <summary>As screens write them: 8:30–11:30、13:30–17:00.</summary>
    public string Shown => string.Join('、', _spans.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.From:H:mm}–{s.To:H:mm}")));

    /// <summary>When spans of a length can begin so that they end while it is open.</summary>
    public IReadOnlyList<TimeOnly> Starts(TimeSpan length)
    {
        var starts = new List<TimeOnly>();
        foreach (var (from, to) in _spans)
        {
            for (var at = from.ToTimeSpan(); at + length <= to.ToTimeSpan(); at += length) starts.Add(TimeOnly.FromTimeSpan(at));
        }
        return starts;
    }

    /// <inheritdoc/>
    public bool Equals(OpeningHours? other) => other?.Text == Text;

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <summary>Whether it is open at a moment, and when that changes. Past the known holidays every Monday to Friday is taken for a working day. Null when the hours are unknown.</summary>
    public OpenState? At(DateTimeOffset moment, WorkCalendar calendar)
    {
        if (!Known) return null;
        var here = WorkCalendar.InNingbo(moment);
        var (today, now) = (DateOnly.FromDateTime(here.DateTime), TimeOnly.FromDateTime(here.DateTime));
        var workday = calendar.AddProvisionally(today.AddDays(-1), 1).Day == today;
        if (workday)
        {
            foreach (var (from, to) in _spans)
            {
                if (now < from) return new(false, true, today, from);
                if (now < to) return new(true, true, today, to);
            }
        }
        return new(false, workday, calendar.AddProvisionally(today, 1).Day, _spans[0].From);
    }

    /// <summary>Reads spans in order, such as <c>08:30-11:30;13:30-17:00</c>; empty is unknown.</summary>
    public static bool TryRead(string text, out OpeningHours hours, [NotNullWhen(false)] out string? reason)
    {
        hours = Unknown;
        reason = null;
        var spans = new List<(TimeOnly From, TimeOnly To)>();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var ends = part.Split('-', StringSplitOptions.TrimEntries);
            if (ends.Length != 2 || !Time(ends[0], out var from) || !Time(ends[1], out var to)) reason = $"时间“{part}”应写成 08:30-11:30";
            else if (to <= from || spans.Count > 0 && from < spans[^1].To) reason = $"时间“{part}”的先后不对";
            else spans.Add((from, to));
            if (reason is not null) return false;
        }
        hours = new([.. spans]);
        if (hours.Text.Length > MaxLength) reason = "时间段过多";
        return reason is null;
    }

    /// <summary>Reads what was checked before.</summary>
    /// <exception cref="FormatException">The text is no hours.</exception>
    public static OpeningHours Parse(string text) => TryRead(text, out var hours, out var reason) ? hours : throw new FormatException(reason);

    private static bool Time(string text, out TimeOnly time) => TimeOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);
}
