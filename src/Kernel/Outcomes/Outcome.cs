using System.Diagnostics.CodeAnalysis;

namespace Yiwang.Kernel.Outcomes;

/// <summary>How an act ended: done, or refused with a <see cref="Refusal"/>. Exceptions are left for bugs.</summary>
public sealed class Outcome
{
    private Outcome(Refusal? refusal) => Refusal = refusal;

    /// <summary>The act took effect.</summary>
    public static Outcome Done { get; } = new(null);

    /// <summary>Why the act had no effect; null when it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether the act took effect.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Refusal is null;

    /// <summary>An act that had no effect.</summary>
    public static Outcome Refused(Refusal refusal) => new(refusal);

    /// <summary>An act that had no effect, told by code and sentence.</summary>
    public static Outcome Refused(RefusalKind kind, string code, string reason) => new(new Refusal(kind, code, reason));

    public static implicit operator Outcome(Refusal refusal) => new(refusal);
}

/// <summary>How an act ended that gives something back.</summary>
public sealed class Outcome<T>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    /// <summary>Why the act had no effect; null when it was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether the act took effect.</summary>
    [MemberNotNullWhen(false, nameof(Refusal))]
    public bool IsDone => Refusal is null;

    /// <summary>What the act gave back. Asking a refused act for it is a bug.</summary>
    public T Value => IsDone ? _value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    /// <summary>What the act gave back, made into something else; a refusal stays one.</summary>
    public Outcome<TOther> Then<TOther>(Func<T, TOther> to) => IsDone ? to(Value) : Refusal;

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);
}
