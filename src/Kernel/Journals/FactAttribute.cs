using System.Collections.Concurrent;
using System.Reflection;

namespace Yiwang.Kernel.Journals;

/// <summary>Gives a fact its stable name in the journal: <c>room.what-happened</c>. The name outlives renames of the type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FactAttribute(string kind) : Attribute
{
    private static readonly ConcurrentDictionary<Type, string> Kinds = new();

    /// <summary>The stable name.</summary>
    public string Kind { get; } = kind;

    /// <summary>The stable name of a fact type. A record without one is a bug.</summary>
    public static string KindOf(Type fact) => Kinds.GetOrAdd(fact, type =>
        type.GetCustomAttribute<FactAttribute>()?.Kind ?? throw new InvalidOperationException($"{type} has no [Fact] name."));

    /// <summary>The stable name of a fact type.</summary>
    public static string KindOf<T>() => KindOf(typeof(T));
}
