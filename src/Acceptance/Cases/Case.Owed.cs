using System.Text.Json;
using Yiwang.Catalogue;
using Yiwang.Kernel.Calendar;
using Yiwang.Kernel.Journals;
using Yiwang.Kernel.Outcomes;

namespace Yiwang.Acceptance.Cases;

/// <summary>容缺受理: accepted although materials are missing that the guide lets follow, told once with a day (规定 11).</summary>
internal sealed partial class Case
{
    /// <summary>The materials that are still owed, as JSON; null when none is.</summary>
    public string? Owed { get; private set; }

    /// <summary>The day on which it was told that they are owed; null when none ever was.</summary>
    public DateOnly? OwedAskedOn { get; private set; }

    /// <summary>Working days for handing them in, from that day.</summary>
    public int? OwedDays { get; private set; }

    /// <summary>The last day for handing them in; stays after they have come. Null when none was ever owed.</summary>
    public DateOnly? OwedBy { get; private set; }

    /// <summary>Whether that day lies in a year whose holidays are not known yet.</summary>
    public bool OwedByProvisional { get; private set; }

    public IReadOnlyList<OwedMaterial> ReadOwed() => Owed is null ? [] : JsonSerializer.Deserialize<List<OwedMaterial>>(Owed, Journal.Json)!;

    /// <summary>The day on which the last of them came; null while any is owed, and when none ever was.</summary>
    public DateOnly? OwedUntil { get; private set; }

    /// <summary>Says, with the acceptance, which materials may follow and by when. Until they have come the limits stand still.</summary>
    public void Owe(IReadOnlyList<OwedMaterial> materials, int days, DateOnly today, ItemLimits limits, WorkCalendar calendar)
    {
        Owed = JsonSerializer.Serialize(materials, Journal.Json);
        (OwedAskedOn, OwedDays) = (today, days);
        (OwedBy, OwedByProvisional) = calendar.AddProvisionally(today, days);
        CountLimits(limits, calendar);
    }

    /// <summary>容缺补交: owed materials come in, all at once or one by one, in time and before the decision.</summary>
    public Outcome Supply(IReadOnlySet<string> codes, DateOnly today, ItemLimits limits, WorkCalendar calendar)
    {
        if (Owed is null) return State is CaseState.Accepted ? Refused("nothing-owed", "本件没有欠交的材料。") : WrongState("补交材料");
        if (State is not CaseState.Accepted) return WrongState("补交材料");
        if (IsOverdueForOwed(today)) return Refused("too-late", $"补交期限是 {OwedBy:yyyy-MM-dd}，已经过期，受理将被撤销；需要办理的，请重新申请。");
        var left = ReadOwed().Where(m => !codes.Contains(m.Code)).ToList();
        Owed = left.Count == 0 ? null : JsonSerializer.Serialize(left, Journal.Json);
        if (left.Count == 0) OwedUntil = today;
        CountLimits(limits, calendar);
        Submissions++;
        Revision++;
        return Outcome.Done;
    }

    /// <summary>撤销受理: what was owed has not come by the day that was told (规定 11).</summary>
    public Outcome RevokeAcceptance(DateOnly today, DateTimeOffset at)
    {
        if (State is not CaseState.Accepted || Owed is null) return WrongState("撤销受理");
        if (!IsOverdueForOwed(today)) return Refused("not-yet", $"补交期限 {OwedBy:yyyy-MM-dd} 还没有过。");
        return End(CaseEnding.AcceptanceRevoked, $"容缺材料（{string.Join("、", ReadOwed().Select(m => m.Name))}）没有在 {OwedBy:yyyy-MM-dd} 前补交", at);
    }

    private bool IsOverdueForOwed(DateOnly today) => OwedBy is { } last && today > last && !OwedByProvisional;
}

/// <summary>A material that may follow after acceptance (容缺材料).</summary>
/// <param name="Code">M01 …</param>
/// <param name="Name">Its name.</param>
internal sealed record OwedMaterial(string Code, string Name);
