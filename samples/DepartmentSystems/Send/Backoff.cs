namespace DepartmentSystems.Send;

/// <summary>How long to wait after a failed attempt: 1 s, doubling to 1 h.</summary>
public static class Backoff
{
    private const int MostDoublings = 12;
    private static readonly TimeSpan Most = TimeSpan.FromHours(1);

    public static TimeSpan After(int attempts)
    {
        var wait = TimeSpan.FromSeconds(1 << Math.Clamp(attempts - 1, 0, MostDoublings));
        return wait < Most ? wait : Most;
    }
}
