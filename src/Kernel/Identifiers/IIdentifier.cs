using System.Diagnostics.CodeAnalysis;

namespace Yiwang.Kernel.Identifiers;

/// <summary>
/// A code of the field as a type: once it exists it is well formed. <see cref="Value"/> is the one canonical text that is
/// stored, hashed and sent; the default of the struct has an empty <see cref="Value"/> and means "none".
/// </summary>
/// <typeparam name="TSelf">The identifier type itself.</typeparam>
public interface IIdentifier<TSelf> : IParsable<TSelf>
    where TSelf : struct, IIdentifier<TSelf>
{
    /// <summary>The longest canonical text, the width of the database column.</summary>
    static abstract int MaxLength { get; }

    /// <summary>The canonical text.</summary>
    string Value { get; }

    /// <summary>
    /// Reads a text that a person or a system sent. Spaces around it, lower case and full-width forms are forgiven;
    /// anything else wrong is refused with a Chinese sentence that says what to check.
    /// </summary>
    /// <param name="text">The text to read.</param>
    /// <param name="identifier">The identifier, when the text is one.</param>
    /// <param name="reason">Why it is not one, for the person who typed it; null when it is.</param>
    static abstract bool TryRead(string? text, out TSelf identifier, [NotNullWhen(false)] out string? reason);
}
