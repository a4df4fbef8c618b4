using Yiwang.Kernel.Outcomes;

namespace Yiwang.Handling;

/// <summary>Who of the department handles it (经办人): nobody until somebody takes it.</summary>
internal sealed partial class HandlingTask
{
    public const int HandlerNameMaxLength = 64;

    /// <summary>经办人, as the journal names officials; null while it is free (待领).</summary>
    public string? Handler { get; private set; }

    public string? HandlerName { get; private set; }

    /// <summary>Whether an official may act: on what is free, on his own, and on what is done; not on what he stands aside from.</summary>
    public bool MayBeDoneBy(string official) => !IsRecused(official) && (State is TaskState.Done || Handler is null || Handler == official);

    /// <summary>领办.</summary>
    /// <param name="official">Who takes it.</param>
    /// <param name="name">The name that screens show.</param>
    /// <param name="deserted">Whether who has it now does not work here any more: then anybody takes it.</param>
    public Outcome Claim(string official, string name, bool deserted) =>
        IsRecused(official) ? Aside : Handler is not null && Handler != official && !deserted ? Taken : Assign(official, name);

    /// <summary>退回: it is free again.</summary>
    public Outcome Release(string official) => Handler is not null && Handler != official ? Taken : Assign(null, null);

    /// <summary>转办 to a colleague.</summary>
    public Outcome HandTo(string official, string to, string toName) => Handler is not null && Handler != official ? Taken : Assign(to, toName);

    /// <summary>Why somebody else's task is not acted on.</summary>
    internal Refusal Taken => new(RefusalKind.Conflict, "claimed-by-other", $"本件由{HandlerName}经办。需要您办理的，请他转给您。");

    private Outcome Assign(string? to, string? name)
    {
        if (State is TaskState.Done) return new Refusal(RefusalKind.Conflict, "already-decided", "本件已经办结。");
        (Handler, HandlerName) = (to, name);
        Revision++;
        return Outcome.Done;
    }
}
